"""Archives made by choices: those of real producers, with their documents and members changed."""

import bz2
import functools
import gzip
import json
import lzma
import tarfile
from collections.abc import Callable
from typing import Any

import zstandard

from tests.archives import builder
from tests.archives.builder import Entry, Image
from tests.fuzz.choices import Choices

_LAYERS = (builder.layer(), builder.layer("other"), b"", b"no tar")
_IMAGES = (
    Image(),
    Image(("db:9", "db:latest"), _LAYERS[:2], "arm64"),
    Image((), _LAYERS[1:3]),
    Image(("win:1",), _LAYERS[3:], os="windows"),
)
_PRODUCERS: tuple[Callable[[Image, Image], list[Entry]], ...] = (
    builder.docker_20,
    builder.docker_25,
    lambda one, two: builder.docker_25(one, two, compressed=True),
    builder.oci_layout,
    lambda one, _two: builder.containerd(one),
    builder.podman,
    builder.crane,
    lambda one, two: builder.hollow(one, whole=[two]),
    lambda _one, _two: builder.legacy(),
)
_PACKINGS: tuple[Callable[[bytes], bytes], ...] = (
    *(5 * (bytes,)),
    lambda data: gzip.compress(data, 1),
    lambda data: bz2.compress(data, 1),
    lambda data: lzma.compress(data, preset=0),
    zstandard.compress,
    lambda data: builder.zipped("a", data),
    lambda data: builder.tar([("a", data)]),
)
_FORMS = (tarfile.PAX_FORMAT, tarfile.GNU_FORMAT)
_LINKS = (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE)
_ODD_NAMES = (
    "manifest.json", "index.json", "oci-layout", "repositories", "version", ".dockerenv",
    "etc/passwd", "usr/bin/x", "bin/x", "../x", "/abs", "./", "a\u202eb", "x" * 300, "blobs",
    "blobs/sha256/" + 64 * "0", 64 * "a" + "/json", 64 * "a" + ".json", "run/.containerenv",
)  # fmt: skip
_ODD_VALUES: tuple[object, ...] = (
    None, True, 0, -1, 1 << 70, 1.5, float("inf"), "", "sha256:", "sha256:" + 64 * "0", "sha512:00",
    "a/../b", "\ud800", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00", "latest", [], {}, [[]],
    [None], {"": None}, {"digest": "sha256:" + 64 * "0"}, {"manifests": []}, "x" * 5000,
)  # fmt: skip
_MOST_CHANGES = 12
_MOST_REPEATS = 40
_LONGEST_DOCUMENT = 50_000
"""Repeats of repeats of repeats would be large for no reason."""


def make_archive(data: bytes) -> bytes:
    """A file that these bytes choose."""
    choices = Choices(data)
    producer, one = choices.below(len(_PRODUCERS)), choices.below(len(_IMAGES))
    entries = list(_produced(producer, one, choices.below(len(_IMAGES))))
    form, pack, noise = choices.pick(_FORMS), choices.pick(_PACKINGS), choices.below(4)
    for _ in range(_MOST_CHANGES):
        if not choices.is_left or not entries:
            break
        choices.pick(_CHANGES)(choices, entries)
    made = bytearray(builder.tar(entries, form))
    if noise == 1:
        start = choices.below(len(made))
        change = choices.take(40)
        made[start : start + len(change)] = change
    if noise == 2:
        del made[choices.below(len(made)) :]
    return pack(bytes(made))


def mended(data: bytes) -> bytes:
    """An archive with the checksum of each header made right, so that its other fields count."""
    made = bytearray(data)
    for start in range(0, len(made) - tarfile.BLOCKSIZE + 1, tarfile.BLOCKSIZE):
        if made[start + 257 : start + 262] == b"ustar":
            made[start + 148 : start + 156] = b" " * 8
            total = sum(made[start : start + tarfile.BLOCKSIZE])
            made[start + 148 : start + 156] = b"%06o\0 " % total
    return bytes(made)


@functools.cache
def _produced(producer: int, one: int, two: int) -> tuple[Entry, ...]:
    return tuple(_PRODUCERS[producer](_IMAGES[one], _IMAGES[two]))


def _change_document(choices: Choices, entries: list[Entry]) -> None:
    """Change something in the next document there is."""
    place = choices.below(len(entries))
    for number in (*range(place, len(entries)), *range(place)):
        name, content = entries[number]
        is_short = isinstance(content, bytes) and len(content) < _LONGEST_DOCUMENT
        if isinstance(content, bytes) and is_short and content[:1] in (b"{", b"["):
            try:
                root = {"": json.loads(content)}
            except ValueError:  # it was changed before
                continue
            _change_value(choices, root, entries)
            entries[number] = (name, json.dumps(root[""]).encode())
            return


def _change_value(choices: Choices, root: dict[str, Any], entries: list[Entry]) -> None:
    """Change one value, somewhere below."""
    holder: Any = root
    key: Any = ""
    while isinstance(holder[key], dict | list) and holder[key] and choices.below(4):
        holder = holder[key]
        key = choices.pick(list(holder) if isinstance(holder, dict) else range(len(holder)))
    name, content = choices.pick(entries)
    digest = f"sha256:{builder.sha256(content)}" if isinstance(content, bytes) else ""
    match choices.below(6):
        case 0:
            holder[key] = choices.pick(_ODD_VALUES)
        case 1 if holder is not root:
            del holder[key]
        case 2 if isinstance(holder, dict):
            holder[str(key).swapcase()] = choices.pick(_ODD_VALUES)
        case 3:
            holder[key] = choices.pick((name, digest))
        case 4:
            holder[key] = [holder[key]] * choices.below(_MOST_REPEATS)
        case _:
            holder[key] = choices.take(200).decode("utf-8", "replace")


def _change_place(choices: Choices, entries: list[Entry]) -> None:
    """Take a member out, put it elsewhere, or put another one before it."""
    place, other = choices.below(len(entries)), choices.below(len(entries))
    match choices.below(4):
        case 0:
            del entries[place]
        case 1:
            entries[place], entries[other] = entries[other], entries[place]
        case 2:
            entries.append((choices.pick(_ODD_NAMES), choices.take(600)))
        case _:
            entries.insert(place, (entries[place][0], choices.take(60)))


def _change_member(choices: Choices, entries: list[Entry]) -> None:
    """Give a member another name or something else in it."""
    place, other = choices.below(len(entries)), choices.below(len(entries))
    name, content = entries[place]
    match choices.below(5):
        case 0:
            entries[place] = (choices.pick(_ODD_NAMES), content)
        case 1:
            entries[place] = (entries[other][0], content)
        case 2:
            entries[place] = (name, entries[other][1])
        case 3:
            entries[place] = (name, builder.link(entries[other][0], choices.pick(_LINKS)))
        case _:
            entries[place] = (choices.pick(("./", "top/", "/")) + name, content)


_CHANGES = (_change_document, _change_document, _change_place, _change_member)
