"""What is to be done with a file that was opened: the method, what speaks against it, and for whom.

Pure decisions over what archives and the engine report; no widgets, no words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from desktop_app.archives import ArchivedImage, ArchiveKind, ArchiveReport, judge
from desktop_app.archives.arrival import (
    as_it_arrives,
    names_in_engine,
    own_platform,
    possible_names,
)
from desktop_app.archives.compatibility import Level, Method, Verdict, VerdictCode
from desktop_app.engine_info import EngineInfo, ImageRecord
from desktop_app.transfers.requests import UnreadableFile

_NEED_CONSENT = {VerdictCode.IMAGES_NEED_LOAD, VerdictCode.UNKNOWN_CONTENT}
"""What the engine would do without a complaint, and nobody should without being told."""


@dataclass(frozen=True, slots=True)
class FilePlan:
    """One file and how it would be brought into the engine.

    Attributes:
        report: what the file is.
        method: how.
        verdict: whether that fits.
        info: the engine.
        replaced_names: names that another image in the engine has now, as the engine has them.
        has_consent: whether the person was warned and wants it all the same.
        refused_method: the one that the person chose, where another was put in its place.
    """

    report: ArchiveReport
    method: Method
    verdict: Verdict
    info: EngineInfo
    replaced_names: frozenset[str] = frozenset()
    has_consent: bool = False
    refused_method: Method | None = None

    @property
    def is_startable(self) -> bool:
        """Whether the engine may be sent this file."""
        is_refused = self.verdict.level is Level.REFUSE
        return not is_refused and (self.has_consent or not self._needs_consent)

    @property
    def is_mismatch(self) -> bool:
        """Whether the method is one that a person must not use unawares."""
        return self.verdict.suggested_method is not None or self._needs_consent

    @property
    def awaits_names(self) -> bool:
        """Whether the file has to be read on before it can be said what a load would bring."""
        return self.method is Method.LOAD and not self.report.complete

    @property
    def _needs_consent(self) -> bool:
        return self.verdict.level is Level.WARN and self.verdict.code in _NEED_CONSENT

    @property
    def arriving(self) -> ArchiveReport:
        """What the engine would be sent of the file."""
        return as_it_arrives(self.report, self.verdict.conversion, own_platform(self.info))

    @property
    def nameless_images(self) -> tuple[ArchivedImage, ...]:
        """The images that would have no name after a load."""
        return tuple(image for image in self.arriving.images if not image.names)

    @property
    def image_count(self) -> int:
        """How many images a load would bring; one for several platforms is one."""
        return len({image.names or image.config_digest for image in self.arriving.images})

    @property
    def taken_names(self) -> list[str]:
        """The names in the file that other images in the engine have, as the file writes them."""
        report = self.arriving
        taken = (
            name
            for image in report.images
            for name in image.names
            if self.replaced_names.intersection(possible_names(report, image, name, self.info))
        )
        return list(dict.fromkeys(taken))  # images for several platforms share theirs

    @property
    def needs_a_look(self) -> bool:
        """Whether there is something to say or ask before the file is sent."""
        is_import = self.method is Method.IMPORT
        is_fine = self.verdict.code is VerdictCode.FITS
        is_open = self.awaits_names or bool(self.nameless_images)
        return is_import or is_open or bool(self.replaced_names) or not is_fine

    def with_consent(self) -> "FilePlan":
        """The same, after the person was warned."""
        return replace(self, has_consent=True)


def plan(
    report: ArchiveReport,
    method: Method | None,
    info: EngineInfo,
    owners: Mapping[str, str],
) -> FilePlan:
    """Judge a file.

    Args:
        report: what the file is.
        method: what the person chose; None leaves the choice to what is in the file.
        info: the engine that would get it.
        owners: which image of that engine has a name now, as `name_owners` tells it.
    """
    method = method or fitting_method(report)
    verdict = judge(report, method, info)
    arriving = as_it_arrives(report, verdict.conversion, own_platform(info))
    replaced = _replaced_names(arriving, info, owners)
    if replaced:
        verdict = judge(report, method, info, replaced)
    return FilePlan(report, method, verdict, info, replaced)


def plan_with_fitting_method(
    report: ArchiveReport, chosen: Method, info: EngineInfo, owners: Mapping[str, str]
) -> FilePlan:
    """Judge a file for the method that was chosen, or for the other one if only that fits."""
    first = plan(report, chosen, info, owners)
    suggested = first.verdict.suggested_method
    if suggested is None:
        return first
    return replace(plan(report, suggested, info, owners), refused_method=chosen)


def without_further_parts(
    reports: Iterable[ArchiveReport | UnreadableFile],
) -> list[ArchiveReport | UnreadableFile]:
    """Of several parts of one archive only the first: each of them stands for the whole."""
    kept: dict[object, ArchiveReport | UnreadableFile] = {}
    for report in reports:
        parts = report.parts if isinstance(report, ArchiveReport) else None
        key = (report.path.parent, parts.set_id, parts.missing) if parts else len(kept)
        kept.setdefault(key, report)
    return list(kept.values())


def fitting_method(report: ArchiveReport) -> Method:
    """Import for a file system, Load for everything else, so that the rest is refused."""
    return Method.IMPORT if report.kind is ArchiveKind.FILESYSTEM else Method.LOAD


def name_owners(images: Iterable[ImageRecord]) -> dict[str, str]:
    """The IDs of images by their names."""
    return {name: image.image_id for image in images for name in image.names}


def _replaced_names(
    report: ArchiveReport, info: EngineInfo, owners: Mapping[str, str]
) -> frozenset[str]:
    """The names that a load gives, as the engine has them, and that belong to another image now."""
    return frozenset(
        name
        for image in report.images
        for name in names_in_engine(report, image, info)
        if name in owners and owners[name] not in {image.config_digest, image.manifest_digest}
    )
