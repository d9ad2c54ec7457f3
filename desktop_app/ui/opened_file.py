"""Files that were opened: what is to be done with each, and what was answered about it so far.

Pure decisions; no widgets, no words.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from desktop_app import references
from desktop_app.archives import ArchivedImage
from desktop_app.archives.arrival import left_behind, renaming, shown_images
from desktop_app.archives.compatibility import Method
from desktop_app.archives.parts import named_as_part_of
from desktop_app.file_names import stem_of
from desktop_app.transfers.requests import ImportRequest, LoadRequest, Transfer, UnreadableFile
from desktop_app.ui.file_plan import FilePlan

OwnerOf: TypeAlias = Callable[[str], str]
"""The ID of the image that has a name now; empty if none has."""

NEW_IMAGE = ""
"""The key of the name that an import needs."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to the questions about a file.

    Attributes:
        given_names: the names that were given or changed, as a `LoadRequest` has them, or under
            `NEW_IMAGE`.
        movable_names: names in the engine that other images may lose, as a `LoadRequest` has them.
        is_acceptable: whether everything is answered that has to be, with names that can be given.
        is_risky: whether an image in the engine would lose a name, or that is not decided yet.
    """

    given_names: Mapping[str, str] = field(default_factory=dict)
    movable_names: frozenset[str] = frozenset()
    is_acceptable: bool = True
    is_risky: bool = False


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """One file.

    Attributes:
        path: of the file.
        plan: how it would be brought into the engine; None if it could not be read at all.
        failure: why it cannot be read, or not to its end.
        answer: what is known of the person's wishes; what stands there at first, until then.
    """

    path: Path
    plan: FilePlan | None = None
    failure: UnreadableFile | None = None
    answer: Answer = Answer()

    @property
    def is_startable(self) -> bool:
        """Whether the engine may be sent this file, now or once more is known of it."""
        return self.startable is not None

    @property
    def startable(self) -> FilePlan | None:
        """The plan of a file that the engine may be sent."""
        is_possible = self.plan is not None and self.failure is None and self.plan.is_startable
        return self.plan if is_possible else None

    @property
    def is_reading(self) -> bool:
        """Whether the file is still being read."""
        return self.plan is not None and self.failure is None and not self.plan.report.complete

    @property
    def is_unanswered(self) -> bool:
        """Whether nothing but an answer of the person is missing."""
        return self.is_startable and not self.answer.is_acceptable

    @property
    def is_risky(self) -> bool:
        """Whether an image in the engine would lose a name, or that is not decided yet."""
        return self.is_startable and self.answer.is_risky

    @property
    def transfer(self) -> Transfer | None:
        """What goes into the queue; None if the file cannot be used, or not with these names."""
        is_open = self.startable is None or self.startable.awaits_names
        return None if is_open or self.is_unanswered else self.draft

    @property
    def draft(self) -> Transfer | None:
        """The same as far as it is known, with a name to be filled in where one is missing."""
        plan, given = self.startable, self.answer.given_names
        if plan is None:
            return None
        known = plan.report
        if plan.method is Method.IMPORT:
            name, has_consent = given.get(NEW_IMAGE, "NAME:TAG"), plan.has_consent
            return ImportRequest(known.path, name, despite_warning=has_consent, known=known)
        movable = self.answer.movable_names
        return LoadRequest(known.path, given, movable_names=movable, known=known)

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """The names that new images will have, each with what tells the image from others."""
        plan, given = self.startable, self.answer.given_names
        if plan is None:
            return ()
        if plan.method is Method.IMPORT:
            return tuple((name, str(self.path)) for name in given.values())
        return tuple(
            (given.get(name, name), image.config_digest)
            for image in shown_images(plan.arriving, plan.info)
            for name in image.names or given.keys() & {image.config_digest}
        )

    @property
    def left_behind(self) -> tuple[ArchivedImage, ...]:
        """The images for other platforms that the engine does not get, with these names."""
        plan = self.startable
        if plan is None or plan.method is Method.IMPORT:
            return ()
        conversion = renaming(plan.report, plan.verdict.conversion, self.answer.given_names)
        return left_behind(plan.report, conversion, plan.info)

    @property
    def questions(self) -> tuple[object, ...]:
        """What the names that are asked for depend on."""
        plan = self.startable
        if plan is None:
            return ()
        if plan.method is Method.IMPORT:
            return (plan.method, self.path)
        images = [(image.config_digest, image.names) for image in plan.arriving.images]
        return (plan.method, plan.awaits_names, images, plan.replaced_names)

    def found(self, found: FilePlan | UnreadableFile, owner_of: OwnerOf) -> "OpenedFile":
        """The same file after it was read to its end; an answer stays if the questions do.

        Args:
            found: its plan of now, or the reason why it could not be read.
            owner_of: tells which image in the engine has a name.
        """
        if isinstance(found, UnreadableFile):
            return replace(self, failure=found)
        now = opened_file(found, owner_of)
        return replace(now, answer=self.answer) if now.questions == self.questions else now


def opened_file(file: FilePlan | UnreadableFile, owner_of: OwnerOf) -> OpenedFile:
    """A file about which nobody was asked yet.

    Args:
        file: its plan, or the reason why it could not be read.
        owner_of: tells which image in the engine has a name.
    """
    if isinstance(file, UnreadableFile):
        return OpenedFile(file.path, failure=file)
    return OpenedFile(file.report.path, file, answer=_first_answer(file, owner_of))


def suggested_name(path: Path) -> str:
    """A name for an image that is made of a file: ``web:latest`` for ``web.tar.gz``."""
    whole = named_as_part_of(path) or path
    return references.suggest(stem_of(whole.name))


def repeated_name(files: Iterable[OpenedFile]) -> str:
    """A name that two new images would get, so that one would lose it again; empty if none."""
    images: dict[str, set[str]] = {}
    for name, image in (pair for file in files for pair in file.names):
        images.setdefault(name, set()).add(image)
    return next((name for name, each in images.items() if len(each) > 1), "")


def _first_answer(plan: FilePlan, owner_of: OwnerOf) -> Answer:
    """Names that are taken are never moved unasked, so that there is a question."""
    if plan.method is Method.IMPORT:
        name = suggested_name(plan.report.path)
        is_valid = references.is_valid(name)
        moving = frozenset({name} if is_valid and owner_of(name) else ())
        return Answer({NEW_IMAGE: name}, moving, is_valid, bool(moving))
    is_open = not plan.awaits_names and bool(plan.taken_names)
    return Answer(is_acceptable=not is_open, is_risky=is_open)
