"""Images and containers in the words of the details pane; docker's own words stand beside them."""

import re
import shlex
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop_app.engine_info import ContainerRecord
from desktop_app.models.containers import state_text
from desktop_app.models.images import ImageRow
from desktop_app.models.words import age_text, short_id, size_text
from desktop_app.portraits import ContainerPortrait, ImagePortrait, Mount, StartSettings, Step
from desktop_app.ui.texts.joints import joined
from desktop_app.ui.texts.safe import safe

_LONGEST_LINE = 2000
_ID = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is known, with its name.

    Attributes:
        title: what it is.
        lines: what is known of it.
        secret_lines: the same with what is only shown when somebody wants to see it.
        remark: a sentence that belongs to it.
    """

    title: str
    lines: tuple[str, ...]
    secret_lines: tuple[str, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Portrait:
    """What the details pane shows.

    Attributes:
        subject: the ID of what it is about; of another one no secrets are shown unasked.
        title: the name.
        summary: a line or two that are known without asking.
        steps: the lowest one first.
        facts: in the order of their weight.
        remark: what is still missing, or why; a quiet sentence.
    """

    subject: str
    title: str
    summary: str = ""
    steps: tuple[Step, ...] = ()
    facts: tuple[Fact, ...] = ()
    remark: str = ""


def image_text(
    row: ImageRow, containers: Iterable[ContainerRecord], portrait: ImagePortrait | None
) -> Portrait:
    """One image.

    Args:
        row: what the list says.
        containers: those that were made from it.
        portrait: what the engine says; None before it was asked.
    """
    translate = QCoreApplication.translate
    record = row.record
    summary = _summary(
        [row.short_id, safe(record.platform)], [size_text(record.size_bytes), _made(record.created)]
    )
    facts = [
        _fact(
            translate("Portraits", "Other names (tags)"),
            [name for name in record.names if name != row.name],
        ),
        _fact(
            translate("Portraits", "Used by"),
            [joined([each.name, state_text(each)]) for each in containers],
        ),
    ]
    title = safe(row.name) or translate("Portraits", "(no name)")
    if portrait is None:
        return Portrait(record.image_id, title, summary, (), _known(facts))
    facts += _settings(portrait.settings)
    remark = ""
    if not portrait.steps:
        remark = translate("Portraits", "The engine does not say how this image was made.")
    return Portrait(record.image_id, title, summary, portrait.steps, _known(facts), remark)


def container_text(record: ContainerRecord, portrait: ContainerPortrait | None) -> Portrait:
    """One container.

    Args:
        record: what the list says.
        portrait: what the engine says; None before it was asked.
    """
    translate = QCoreApplication.translate
    end = ""
    facts = [_fact(translate("Portraits", "Image"), [record.image])]
    if portrait is None:
        facts.append(_outside(record.volumes))
    else:
        facts += [_size(portrait), _mounts(portrait)]
        ports = translate("Portraits", "Reached from outside (ports)")
        facts += [_fact(ports, portrait.published), *_settings(portrait.settings)]
    if portrait is not None and portrait.exit_code is not None:
        text = translate("Portraits", "ended with code {code}")
        end = text.format(code=portrait.exit_code)
    summary = _summary(
        [short_id(record.container_id), state_text(record)], [_made(record.created), end]
    )
    return Portrait(record.container_id, safe(record.name), summary, (), _known(facts))


def several_text(title: str, summary: str, lines: Iterable[str], remark: str = "") -> Portrait:
    """Several things, of which no more than a line each is of interest."""
    selected = _fact(QCoreApplication.translate("Portraits", "Selected"), lines, (), remark)
    return Portrait("", title, summary, (), (selected,))


def _summary(*lines: Iterable[str]) -> str:
    """What belongs together stays in one line."""
    return "\n".join(filter(None, map(joined, lines)))


def _made(created: datetime | None) -> str:
    if created is None:
        return ""
    text = QCoreApplication.translate("Portraits", "made {when}")
    return text.format(when=age_text(created))


def _settings(settings: StartSettings) -> list[Fact]:
    translate = QCoreApplication.translate
    environment = _fact(
        translate("Portraits", "Environment (ENV)"),
        [each.partition("=")[0] for each in settings.environment],
        settings.environment,
    )
    labels = [f"{name} = {text}" for name, text in sorted(settings.labels.items())]
    return [
        _fact(translate("Portraits", "Starts with (ENTRYPOINT)"), _command(settings.entrypoint)),
        _fact(translate("Portraits", "Command (CMD)"), _command(settings.command)),
        _fact(translate("Portraits", "Listens on (EXPOSE)"), settings.ports),
        _fact(translate("Portraits", "Data kept outside (VOLUME)"), settings.volumes),
        _fact(translate("Portraits", "Working folder (WORKDIR)"), [settings.working_folder]),
        _fact(translate("Portraits", "Runs as (USER)"), [settings.user]),
        environment,
        _fact(translate("Portraits", "Labels (LABEL)"), labels),
    ]


def _size(portrait: ContainerPortrait) -> Fact:
    translate = QCoreApplication.translate
    lines = []
    if portrait.whole_bytes is not None:
        text = translate("Portraits", "About {size} in an exported file")
        lines.append(text.format(size=size_text(portrait.whole_bytes)))
    if portrait.own_bytes is not None:
        text = translate("Portraits", "{size} of that was written by the container")
        lines.append(text.format(size=size_text(portrait.own_bytes)))
    return _fact(translate("Portraits", "Size"), lines)


def _mounts(portrait: ContainerPortrait) -> Fact:
    return _outside([f"{each.inside} ← {_outer_name(each)}" for each in portrait.mounts])


def _outer_name(mount: Mount) -> str:
    """A volume that nobody has named has an ID for a name."""
    return short_id(mount.outside) if _ID.fullmatch(mount.outside) else mount.outside


def _outside(lines: Sequence[str]) -> Fact:
    translate = QCoreApplication.translate
    remark = translate("Portraits", "These are not in an exported file.")
    return _fact(translate("Portraits", "Data from outside (volumes, mounts)"), lines, (), remark)


def _fact(
    title: str, lines: Iterable[str], secret_lines: Iterable[str] = (), remark: str = ""
) -> Fact:
    return Fact(title, _shown(lines), _shown(secret_lines), remark)


def _shown(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(safe(" ".join(line.split()), _LONGEST_LINE) for line in lines if line.strip())


def _command(words: Sequence[str]) -> list[str]:
    return [shlex.join(words)] if words else []


def _known(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.lines)
