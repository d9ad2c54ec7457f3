"""One archive, one method, one engine: what we say of it, what the engine does, and whether the two
agree.

A file that we say fits as it is goes to the engine so, with none of the program's own checks before
or after; one that is to be converted on the way goes through the program's own verbs.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from docker.errors import APIError
from typing_extensions import override

from desktop_app.archives import (
    ArchivedImage,
    ArchiveReport,
    Conversion,
    Level,
    Method,
    Verdict,
    VerdictCode,
    judge,
)
from desktop_app.archives.arrival import (
    as_it_arrives,
    names_in_engine,
    own_platform,
    shown_images,
)
from desktop_app.archives.compression import decompressed
from desktop_app.cancel import CancelToken
from desktop_app.engine import Engine, Upload
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import run
from desktop_app.transfers import ImportOptions, import_filesystem, load_archive
from desktop_app.transfers.looking import glance, read_on
from tests.real_engines.images import Workshop

_NAME = "shop/imported:1"
_CHUNK_BYTES = 1 << 20
_WITHIN_SECONDS = 30
_REFUSALS = {ErrorCode.ENGINE_REFUSED, ErrorCode.FILE_UNSUITABLE}
"""By the engine, or by the program when it has looked inside."""

Layers = tuple[str, ...]


class Result(StrEnum):
    """What became of an archive in an engine."""

    WORKS = "works"  # the images are there, with their names and layers, and start
    BROKEN = "broken"  # the engine says yes, and what is there is not what it should be
    REFUSED = "refused"


@dataclass(frozen=True)
class Outcome:
    """What an engine did.

    Attributes:
        result: in one word.
        flaw: what is wrong with what is there then.
        words: the engine's own.
    """

    result: Result
    flaw: str = ""
    words: str = ""


@dataclass(frozen=True)
class Cell:
    """One cell of the table."""

    verdict: Verdict
    outcome: Outcome

    @property
    def agrees(self) -> bool:
        """Whether the engine does what we say."""
        result = self.outcome.result
        if self.verdict.level is Level.REFUSE:
            return result is not Result.WORKS
        if self.verdict.code is VerdictCode.IMAGES_NEED_LOAD:
            return result is not Result.WORKS
        if self.verdict.code is VerdictCode.UNKNOWN_CONTENT:
            return result is not Result.REFUSED
        return result is Result.WORKS

    @override
    def __str__(self) -> str:
        said = f"{self.verdict.level}: {self.verdict.code}"
        return f"{said} → {self.outcome.result} ({self.outcome.flaw or self.outcome.words})"


def tried(engine: Engine, workshop: Workshop, path: Path, method: Method) -> Cell:
    """Judge a file, and let an empty engine do what we judged; what it then has stays there."""
    cancel = CancelToken()
    report = run(read_on(run(glance(path, cancel)), cancel))
    verdict = judge(report, method, engine.info)
    attempt = _load if method is Method.LOAD else _import
    try:
        return Cell(verdict, attempt(engine, workshop, report, verdict.conversion))
    except UserFacingError as error:
        if error.code not in _REFUSALS:
            raise  # an engine that died has not refused anything
        return Cell(verdict, Outcome(Result.REFUSED, words=_one_line(str(error))))


def _load(
    engine: Engine, workshop: Workshop, report: ArchiveReport, conversion: Conversion | None
) -> Outcome:
    if conversion is None:
        words = "".join(_sent(engine.open_load(), report.path))
        if "Error unpacking image" in words:
            return Outcome(Result.BROKEN, "it was not unpacked", _one_line(words))
    else:
        run(load_archive(engine, report.path))
    arriving = as_it_arrives(report, conversion, own_platform(engine.info))
    failure = _missing(engine, arriving) or _misnamed(engine, arriving)
    if failure:
        return Outcome(Result.BROKEN, failure)
    shown = shown_images(arriving, engine.info)
    if any(image.architecture != engine.info.architecture for image in shown):
        return Outcome(Result.WORKS)  # it would not start, which is what we say
    return _started(*(_start(workshop, record.image_id, None) for record in engine.images()))


def _import(
    engine: Engine, workshop: Workshop, report: ArchiveReport, conversion: Conversion | None
) -> Outcome:
    if conversion is None:
        list(_sent(engine.open_import(_NAME), report.path))
    else:
        run(import_filesystem(engine, report.path, _NAME, ImportOptions(despite_warning=True)))
    outcome = _started(_start(workshop, _NAME, "/bin/sh"))
    if outcome.result is not Result.WORKS or conversion is not None:
        return outcome
    with report.path.open("rb") as file:
        plain = decompressed(file, report.compression)
        digest = hashlib.sha256(b"".join(map(bytes, plain))).hexdigest()
    is_true = engine.image(_NAME).diff_ids == (f"sha256:{digest}",)
    return outcome if is_true else Outcome(Result.BROKEN, "its digest is that of no layer")


def _sent(upload: Upload, path: Path) -> Iterator[str]:
    """What the engine has to say to a file."""
    with upload, path.open("rb") as file:
        while (chunk := file.read(_CHUNK_BYTES)) and not upload.answered:
            upload.write(chunk)
        for message in upload.finish():
            yield str(message.get("stream", ""))


def _missing(engine: Engine, report: ArchiveReport) -> str:
    """What the file has and the engine has not, or the other way round: names, and their layers.

    Images without a name are known by their layers, whatever the engine calls them.
    """
    records = engine.images()
    layers = {record.image_id: engine.image(record.image_id).diff_ids for record in records}
    there = {(_plain(name), layers[each.image_id]) for each in records for name in each.names}
    shown = shown_images(report, engine.info)
    expected = {(name, _layers(image)) for image in shown for name in image.names}
    if not records:
        return "the engine says yes and has nothing"
    if not all(image.names for image in shown):
        is_there = set(map(_layers, report.images)) == set(layers.values())
        return "" if is_there else "the layers are others"
    if {name for name, _ in there} != {name for name, _ in expected}:
        return f"it is called {', '.join(sorted(name for name, _ in there)) or 'nothing'}"
    is_legacy = not any(diff_id for _, each in expected for diff_id in each)
    return "" if is_legacy or there == expected else "the layers are others"


def _misnamed(engine: Engine, report: ArchiveReport) -> str:
    """Names that nobody was told of, down to Podman's ``localhost/``."""
    told = {name for image in report.images for name in names_in_engine(report, image, engine.info)}
    names = {name for record in engine.images() for name in record.names}
    is_nameless = not all(image.names for image in report.images)
    return "" if is_nameless or names <= told else f"it is called {', '.join(sorted(names))}"


def _plain(name: str) -> str:
    return name.removeprefix("localhost/")


def _layers(image: ArchivedImage) -> Layers:
    return tuple(layer.diff_id for layer in image.layers)


def _start(workshop: Workshop, image: str, command: str | None) -> str:
    """Why no container of an image runs to its end; empty if it does."""
    client = workshop.client
    host = client.create_host_config(network_mode="none")
    try:
        container = client.create_container(image, command, host_config=host)["Id"]
        client.start(container)
        status = client.wait(container, timeout=_WITHIN_SECONDS)["StatusCode"]
    except APIError as error:
        return _one_line(str(error.explanation))
    return f"ends with {status}" if status else ""


def _started(*failures: str) -> Outcome:
    words = " ".join(filter(None, failures))
    return Outcome(Result.BROKEN, "it never starts", words) if words else Outcome(Result.WORKS)


def _one_line(text: str) -> str:
    return " ".join(text.split())
