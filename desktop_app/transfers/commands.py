"""The commands that do in a terminal what a request asks for here. Nothing is run or looked at.

They are for the shells of Linux and macOS. What a piece of one is for is a code; its sentence is
made in ``ui``.
"""

import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from desktop_app import references, transfers
from desktop_app.archives import Compression, Depth
from desktop_app.archives.digests import is_digest
from desktop_app.archives.parts import named_as_part_of
from desktop_app.engine_info import EngineInfo, ImageStore
from desktop_app.transfers.checksums import SUFFIX as CHECKSUM_SUFFIX
from desktop_app.transfers.requests import (
    CheckRequest,
    ExportRequest,
    ImportRequest,
    LoadRequest,
    NameRequest,
    SaveRequest,
    Transfer,
    UnnameRequest,
)

Shown: TypeAlias = Transfer | NameRequest | UnnameRequest
"""What has a command."""


class Meaning(StrEnum):
    """What a piece of a command is for; ``ui/texts/commands.py`` has a sentence for each."""

    ENGINE = "engine"
    SAVE = "save"
    LOAD = "load"
    EXPORT = "export"
    IMPORT = "import"
    TAG = "tag"
    RENAME = "rename"
    UNTAG = "untag"
    TO_FILE = "to-file"
    FROM_FILE = "from-file"
    FROM_PIPE = "from-pipe"
    IMAGES = "images"
    CONTAINER = "container"
    NAME = "name"
    LOADED_ID = "loaded-id"  # to be filled in
    PLATFORM = "platform"
    COMPRESS = "compress"
    SPLIT = "split"
    JOIN = "join"
    UNPACK = "unpack"
    WRITE_CHECKSUM = "write-checksum"
    COMPARE_CHECKSUM = "compare-checksum"
    LIST_CONTENTS = "list-contents"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a command.

    Attributes:
        text: as it is typed, quoted.
        meaning: what it is for; None where that needs no words.
    """

    text: str
    meaning: Meaning | None = None


Line: TypeAlias = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Commands:
    """One command a line, to be typed one after the other."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Ready to be copied."""
        return "\n".join(" ".join(piece.text for piece in line) for line in self.lines)

    @property
    def explained(self) -> dict[Meaning, str]:
        """What there is to be explained, each once, with the first piece that it is said of."""
        found: dict[Meaning, str] = {}
        for piece in (piece for line in self.lines for piece in line):
            if piece.meaning is not None:
                found.setdefault(piece.meaning, piece.text)
        return found


def commands_for(requests: Iterable[Shown], engine: EngineInfo | None) -> Commands:
    """The commands that do the same as some requests, one after the other.

    Args:
        requests: what was asked for, or would be.
        engine: who would be asked; None for the usual Docker of this computer.
    """
    lines = [line for request in requests for line in _lines(request, engine)]
    return Commands(tuple(lines))


def _lines(request: Shown, engine: EngineInfo | None) -> Iterator[Line]:
    match request:
        case SaveRequest():
            yield from _save(request, engine)
        case LoadRequest():
            yield from _load(request, engine)
        case ExportRequest():
            yield from _export(request, engine)
        case ImportRequest():
            yield from _import(request, engine)
        case CheckRequest():
            yield from _check(request)
        case NameRequest(image_id, name):
            yield _tag(engine, Piece(image_id, Meaning.IMAGES), name)
        case UnnameRequest(name):
            yield _untag(engine, _in_full(name, engine))


_USUAL_ADDRESSES = {
    "unix:///var/run/docker.sock",
    "unix:///run/docker.sock",
    "npipe:////./pipe/docker_engine",
}
"""Where ``docker`` asks without being told."""

_PACKED = {
    ".gz": "gzip -dc",
    ".tgz": "gzip -dc",
    ".bz2": "bzip2 -dc",
    ".tbz2": "bzip2 -dc",
    ".xz": "xz -dc",
    ".txz": "xz -dc",
    ".zst": "zstd -dc",
    ".tzst": "zstd -dc",
}
_READ_BY_DOCKER = {".gz", ".tgz", ".bz2", ".tbz2"}
"""By every version; the others only by some, and Podman has its troubles with all of them."""


def _program(engine: EngineInfo | None) -> Piece:
    """``docker`` or ``podman``, with the address of the engine if it is not the usual one."""
    if engine is None or engine.url in _USUAL_ADDRESSES:
        return Piece("docker")
    if not engine.is_podman:
        return Piece(f"docker -H {shlex.quote(engine.url)}", Meaning.ENGINE)
    is_own = engine.url.startswith("unix:///run/user/")
    if is_own and engine.url.endswith("/podman/podman.sock"):
        return Piece("podman")
    return Piece(f"podman --url {shlex.quote(engine.url)}", Meaning.ENGINE)


def _save(request: SaveRequest, engine: EngineInfo | None) -> Iterator[Line]:
    targets = {request.names: request.target}
    if request.is_separate:
        separate = transfers.separate_targets(request.names, request.target, request.compression)
        targets = {(name,): target for name, target in separate.items()}
    for names, target in targets.items():
        is_for_many = len(names) > 1 and engine is not None and engine.is_podman
        verb = "save --multi-image-archive" if is_for_many else "save"
        save = (_program(engine), Piece(verb, Meaning.SAVE))
        images = shlex.join(_in_full(name, engine) for name in names)
        yield from _written(request, target, save, Piece(images, Meaning.IMAGES))


def _export(request: ExportRequest, engine: EngineInfo | None) -> Iterator[Line]:
    export = (_program(engine), Piece("export", Meaning.EXPORT))
    container = shlex.quote(request.container_name or request.container_id)
    return _written(request, request.target, export, Piece(container, Meaning.CONTAINER))


def _written(
    request: SaveRequest | ExportRequest, target: Path, verb: Line, subject: Piece
) -> Iterator[Line]:
    """A command that writes a file: the whole line, and that of its checksum."""
    file, is_split = _quoted(target), request.part_bytes is not None
    match request.compression:
        case Compression.ZSTD:
            packing = [Piece(f"| zstd -3 -T0{'' if is_split else f' -o {file}'}", Meaning.COMPRESS)]
        case Compression.GZIP:
            packing = [Piece(f"| gzip{'' if is_split else f' > {file}'}", Meaning.COMPRESS)]
        case _:
            packing = []
    if is_split:
        split = f"split -b {request.part_bytes} --numeric-suffixes=1 -a 3 - {file}."
        packing.append(Piece(f"| {split}", Meaning.SPLIT))
    if packing:
        yield (*verb, subject, *packing)
    else:
        yield (*verb, Piece(f"-o {file}", Meaning.TO_FILE), subject)
    if request.checksum:
        name = shlex.quote(target.name)
        files = f"{name}.[0-9]*" if is_split else name
        dashes = "-- " if target.name.startswith("-") else ""  # "./" would be in the list
        sums = f"sha256sum {dashes}{files} > {name}{CHECKSUM_SUFFIX}"
        yield (_in_folder(target, sums, Meaning.WRITE_CHECKSUM),)


def _load(request: LoadRequest, engine: EngineInfo | None) -> Iterator[Line]:
    load = [_program(engine), Piece("load", Meaning.LOAD)]
    if request.platform:
        load.append(Piece(f"--platform {shlex.quote(request.platform)}", Meaning.PLATFORM))
    if before := _unpacking(request.path, engine):
        yield (*before, Piece("|"), *load)
    else:
        yield (*load, Piece(f"-i {_quoted(request.path)}", Meaning.FROM_FILE))
    is_known_by_config = engine is None or engine.store is ImageStore.CLASSIC
    for known, name in request.given_names.items():
        image = Piece(shlex.quote(known), Meaning.IMAGES)
        if not is_digest(known):
            yield (_program(engine), Piece("tag", Meaning.RENAME), image, _name(name, engine))
            yield _untag(engine, known)
        elif is_known_by_config:
            yield _tag(engine, image, name)
        else:
            yield _tag(engine, Piece("IMAGE-ID", Meaning.LOADED_ID), name)


def _import(request: ImportRequest, engine: EngineInfo | None) -> Iterator[Line]:
    verb = (_program(engine), Piece("import", Meaning.IMPORT))
    name = _name(request.name, engine)
    if before := _unpacking(request.path, engine):
        yield (*before, Piece("|"), *verb, Piece("-", Meaning.FROM_PIPE), name)
    else:
        yield (*verb, Piece(_quoted(request.path), Meaning.FROM_FILE), name)


def _check(request: CheckRequest) -> Iterator[Line]:
    """Docker has no command for this."""
    reading = "tar -tf - > /dev/null"
    if before := _unpacking(request.path):
        yield (*before, Piece("|"), Piece(reading, Meaning.LIST_CONTENTS))
    else:
        yield (Piece(f"tar -tf {_quoted(request.path)} > /dev/null", Meaning.LIST_CONTENTS),)
    if request.depth is Depth.FULL:
        whole = named_as_part_of(request.path) or request.path
        sums = f"sha256sum --check {_quoted(Path(whole.name + CHECKSUM_SUFFIX))}"
        yield (_in_folder(whole, sums, Meaning.COMPARE_CHECKSUM),)


def _tag(engine: EngineInfo | None, image: Piece, name: str) -> Line:
    return (_program(engine), Piece("tag", Meaning.TAG), image, _name(name, engine))


def _name(name: str, engine: EngineInfo | None) -> Piece:
    return Piece(shlex.quote(_in_full(name, engine)), Meaning.NAME)


def _in_full(name: str, engine: EngineInfo | None) -> str:
    """``podman`` takes a name without a registry for one of its own, ``localhost/…``."""
    is_short = engine is not None and engine.is_podman and references.is_valid(name)
    return references.parse(name).full if is_short else name


def _untag(engine: EngineInfo | None, name: str) -> Line:
    """``podman untag`` takes every name off unless it is told which."""
    quoted, is_podman = shlex.quote(name), engine is not None and engine.is_podman
    verb = f"untag {quoted} {quoted}" if is_podman else f"rmi {quoted}"
    return (_program(engine), Piece(verb, Meaning.UNTAG))


def _unpacking(path: Path, engine: EngineInfo | None = None) -> Line:
    """What comes before a command that cannot read the file itself; empty if it can.

    Args:
        path: the file, or one of its parts.
        engine: who reads it; without one everything packed is unpacked.
    """
    whole = named_as_part_of(path)
    suffix = (whole or path).suffix.lower()
    is_read = engine is not None and not engine.is_podman and suffix in _READ_BY_DOCKER
    unpack = "" if is_read else _PACKED.get(suffix, "")
    if whole is not None:
        join = Piece(f"cat {_quoted(whole)}.[0-9]*", Meaning.JOIN)
        return (join, Piece(f"| {unpack}", Meaning.UNPACK)) if unpack else (join,)
    if unpack:
        return (Piece(f"{unpack} {_quoted(path)}", Meaning.UNPACK),)
    return ()


def _in_folder(path: Path, command: str, meaning: Meaning) -> Piece:
    """A command that is run in the folder of a file and leaves the shell where it is."""
    return Piece(f"(cd {_quoted(path.parent)} && {command})", meaning)


def _quoted(path: Path) -> str:
    """A path as a shell takes it; one that begins with a dash would be read as an option."""
    text = str(path)
    return shlex.quote(f"./{text}" if text.startswith("-") else text)
