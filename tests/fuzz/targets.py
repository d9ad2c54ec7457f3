"""What is tried on made files: each target takes bytes and raises where the program is wrong.

Of all exceptions only those pass through in the program that a target names here.
"""

import contextlib
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from desktop_app.archives import (
    ArchiveReport,
    Compression,
    HostileArchive,
    complete,
    identification,
    identify,
)
from desktop_app.archives.compatibility import Method, judge
from desktop_app.archives.compression import decompressed
from desktop_app.archives.conversions import Conversion
from desktop_app.archives.conversions.converting import Choices as ConversionChoices
from desktop_app.archives.conversions.converting import converted
from desktop_app.archives.report import Depth
from desktop_app.archives.tar_reader import BadHeader, CutShort, TarReader
from desktop_app.archives.verification import verify
from desktop_app.engine_info import EngineInfo, ImageStore
from desktop_app.errors import UserFacingError
from desktop_app.progress import run
from tests.fuzz.making import make_archive, mended

_ENGINE = EngineInfo("unix:///x", "29.1.0", "1.52", ImageStore.CONTAINERD, False, "linux", "amd64")
_ENGINES = (
    _ENGINE,
    replace(_ENGINE, version="20.10.24", store=ImageStore.CLASSIC),
    replace(_ENGINE, version="4.3.1", store=ImageStore.CLASSIC, is_podman=True),
)
_EARLY = {"_CHEAP_BYTES": 2048, "_CHEAP_PACKED_BYTES": 256, "_CHEAP_UNPACKED_BYTES": 2048}


def walk_headers(data: bytes) -> None:
    """Go through bytes as through an archive, with skipping and without."""
    _walk_both_ways(data)
    _walk_both_ways(mended(data))


def _walk_both_ways(data: bytes) -> None:
    stream = io.BytesIO(data)

    def skip(count: int) -> None:
        if stream.seek(count, io.SEEK_CUR) > len(data):
            raise CutShort

    walks = [_walk(TarReader(io.BytesIO(data))), _walk(TarReader(stream, skip))]
    if walks[0] != walks[1]:
        raise AssertionError(walks)


def _walk(reader: TarReader) -> list[object]:
    found: list[object] = []
    try:
        found.extend(reader.members())
        found.append(reader.has_end_marker)
    except (BadHeader, CutShort, HostileArchive) as error:
        found.append(type(error))
    return found


def identify_bytes(data: bytes) -> None:
    """Identify any bytes."""
    _identify(data)
    _identify(mended(data))


def _identify(data: bytes) -> None:
    """In one pass and in two, which must come to the same."""
    with _file(data) as path, contextlib.suppress(HostileArchive):
        whole = complete(identify(path))
        with _early_passes():
            first = identify(path)
        second = complete(first)
        if second != whole or not second.complete:
            raise AssertionError((first, second, whole))
        for method in Method:
            judge(whole, method, _ENGINE)
            judge(first, method, _ENGINE)


def identify_documents(data: bytes) -> None:
    """Identify an archive that was made as these bytes choose."""
    _identify(make_archive(data))


def verify_bytes(data: bytes) -> None:
    """Verify any bytes."""
    _verify(data)
    _verify(mended(data))


def _verify(data: bytes) -> None:
    """Quickly and in full."""
    with _file(data) as path, contextlib.suppress(HostileArchive):
        for depth in Depth:
            run(verify(path, depth=depth))


def verify_documents(data: bytes) -> None:
    """Verify an archive that was made as these bytes choose."""
    _verify(make_archive(data))


def convert_documents(data: bytes) -> None:
    """Convert an archive that was made as these bytes choose, as any engine would need it."""
    with _file(make_archive(data)) as path, contextlib.suppress(HostileArchive):
        report = complete(identify(path))
        verdicts = [judge(report, method, engine) for method in Method for engine in _ENGINES]
        for conversion in {each.conversion for each in verdicts if each.conversion is not None}:
            with contextlib.suppress(UserFacingError):
                _convert(report, conversion)


def _convert(report: ArchiveReport, conversion: Conversion) -> None:
    """What comes out must be what was promised."""
    nameless = [image.config_digest for image in report.images if not image.names]
    choices = ConversionChoices(dict.fromkeys(nameless, ("given:1",)))
    with converted(report, conversion, choices) as stream:
        out = b"".join(bytes(block) for block in decompressed(stream, Compression.NONE))
        promised, size_bytes = stream.report, stream.size_bytes
    if size_bytes not in (None, len(out)):
        raise AssertionError((size_bytes, len(out)))
    with _file(out) as path:
        found = complete(identify(path))
    if (found.kind, found.names) != (promised.kind, promised.names):
        raise AssertionError((found, promised))


MADE = {each.__name__ for each in (identify_documents, verify_documents, convert_documents)}
"""Those whose bytes are choices, and not a file."""


@contextmanager
def _file(data: bytes) -> Iterator[Path]:
    """A file in memory."""
    descriptor = os.memfd_create("fuzz")
    try:
        os.write(descriptor, data)
        yield Path(f"/proc/self/fd/{descriptor}")
    finally:
        os.close(descriptor)


@contextmanager
def _early_passes() -> Iterator[None]:
    """So that even a small file is one that takes long to read."""
    before = {name: getattr(identification, name) for name in _EARLY}
    vars(identification).update(_EARLY)
    try:
        yield
    finally:
        vars(identification).update(before)
