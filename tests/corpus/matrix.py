"""One archive, one method, one engine: what we say of it, what the engine does, and whether the two
agree.

The engine gets the bytes as they are, with none of the program's own checks before or after.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from docker.errors import APIError

from desktop_app.archives import (
    ArchiveReport,
    Level,
    Method,
    Verdict,
    VerdictCode,
    identify,
    judge,
)
from desktop_app.engine import Engine, Upload
from desktop_app.errors import UserFacingError
from tests.corpus.producers import COMPRESSIONS
from tests.real_engines.images import Workshop

_NAME = "shop/imported:1"
_CHUNK_BYTES = 1 << 20
_WITHIN_SECONDS = 30

Layers = tuple[str, ...]


class Result(StrEnum):
    """What became of an archive in an engine."""

    WORKS = "works"  # the images are there, with their names and layers, and start
    BROKEN = "broken"  # the engine says yes, and what is there is not what it should be
    REFUSED = "refused"


@dataclass(frozen=True)
class Outcome:
    """What an engine did, and its words or what is broken."""

    result: Result
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
            return result is Result.BROKEN
        if self.verdict.code is VerdictCode.UNKNOWN_CONTENT:
            return result is not Result.REFUSED
        return result is Result.WORKS

    def __str__(self) -> str:
        said = f"{self.verdict.level}: {self.verdict.code}"
        return f"{said} → {self.outcome.result} ({self.outcome.words})"


def tried(engine: Engine, workshop: Workshop, path: Path, method: Method) -> Cell:
    """Judge a file, and let an empty engine do what we judged. The engine is not emptied after it."""
    report = identify(path)
    verdict = judge(report, method, engine.info)
    attempt = _load if method is Method.LOAD else _import
    try:
        return Cell(verdict, attempt(engine, workshop, report))
    except UserFacingError as error:
        return Cell(verdict, Outcome(Result.REFUSED, _one_line(error.detail)))


def _load(engine: Engine, workshop: Workshop, report: ArchiveReport) -> Outcome:
    words = "".join(_sent(engine.open_load(), report.path))
    if "Error unpacking image" in words:
        return Outcome(Result.BROKEN, _one_line(words))
    expected, there = _images_in(report), _images_of(engine)
    if expected != there:
        return Outcome(Result.BROKEN, _difference(expected, there))
    own = f"{engine.info.os}/{engine.info.architecture}"
    if not all(image.platform == own for image in report.images):
        return Outcome(Result.WORKS, "not for this processor")
    failures = [_start(workshop, record.image_id, None) for record in engine.images()]
    return _working("".join(failures))


def _import(engine: Engine, workshop: Workshop, report: ArchiveReport) -> Outcome:
    list(_sent(engine.open_import(_NAME), report.path))
    failure = _start(workshop, _NAME, "/bin/sh")
    if failure:
        return Outcome(Result.BROKEN, failure)
    (layer,) = engine.image(_NAME).diff_ids
    is_true = layer == f"sha256:{hashlib.sha256(_unpacked(report)).hexdigest()}"
    return _working("" if is_true else "its layer has the digest of no layer")


def _sent(upload: Upload, path: Path) -> Iterator[str]:
    """What the engine has to say to a file."""
    with upload, path.open("rb") as file:
        while (chunk := file.read(_CHUNK_BYTES)) and not upload.answered:
            upload.write(chunk)
        for message in upload.finish():
            yield str(message.get("stream", ""))


def _images_in(report: ArchiveReport) -> list[tuple[str, Layers]]:
    """A pair for every name, and for every image without one."""
    return sorted(
        (name, tuple(layer.diff_id for layer in image.layers))
        for image in report.images
        for name in image.names or ("",)
    )


def _images_of(engine: Engine) -> list[tuple[str, Layers]]:
    """The same for what an engine has. Podman puts ``localhost/`` before some names."""
    return sorted(
        (name.removeprefix("localhost/"), engine.image(record.image_id).diff_ids)
        for record in engine.images()
        for name in record.names or ("",)
    )


def _difference(expected: list[tuple[str, Layers]], there: list[tuple[str, Layers]]) -> str:
    names = [name or "one without a name" for name, _ in there]
    if [name for name, _ in expected] != [name for name, _ in there]:
        return f"the engine has {', '.join(names) or 'nothing'}"
    return "the layers are others"


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


def _working(failure: str) -> Outcome:
    return Outcome(Result.BROKEN, failure) if failure else Outcome(Result.WORKS)


def _one_line(text: str) -> str:
    return " ".join(text.split())
