"""Conversions run to their end, and what several of their tests pack files into."""

import io
import zipfile
from pathlib import Path

from desktop_app.archives import ArchiveReport, identify
from desktop_app.archives.conversions import Conversion
from desktop_app.archives.conversions.converting import Choices, converted
from desktop_app.archives.conversions.origins import Opener, Origin, whole
from desktop_app.archives.survey import survey
from desktop_app.archives.tar_reader import Source, TarReader
from desktop_app.cancel import CancelToken
from tests.archives.builder import Entry


def read_all(source: Source, at_once: int = 1 << 16) -> bytes:
    """Everything that a source gives."""
    buffer, data = memoryview(bytearray(at_once)), bytearray()
    while count := source.readinto(buffer):
        data += buffer[:count]
    return bytes(data)


def members(data: bytes) -> list[str]:
    """The names in an archive, in order."""
    return list(survey(TarReader(io.BytesIO(data)), lambda: None).members)


def origin_of(path: Path, data: bytes) -> Origin:
    """A file with these bytes, to be read by a conversion."""
    path.write_bytes(data)
    return Origin(path, CancelToken())


def opener_of(path: Path, data: bytes) -> Opener:
    """The same, ready to be opened."""
    return whole(origin_of(path, data))


def convert(
    path: Path, conversion: Conversion, choices: Choices | None = None
) -> tuple[bytes, ArchiveReport]:
    """All that comes out of a file, and what is said of it before it does."""
    with converted(identify(path), conversion, choices) as stream:
        data = read_all(stream)
        assert stream.size_bytes in (None, len(data))
        return data, stream.report


def zipped(*files: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these files; folders end with a slash."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return stream.getvalue()


def in_folder(entries: list[Entry], folder: str = "images") -> list[Entry]:
    """Everything under one folder; the links in it stay as they are."""
    return [(f"{folder}/{name}", content) for name, content in entries]
