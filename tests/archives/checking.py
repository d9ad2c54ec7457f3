"""Archives with exactly one defect, and what a check says of them."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from desktop_app.archives.checks.findings import FindingCode
from desktop_app.archives.report import Depth, VerificationReport
from desktop_app.archives.verification import verify
from desktop_app.progress import run
from tests.archives.builder import (
    Entry,
    Image,
    containerd,
    docker_20,
    files,
    oci_layout,
    sha256,
    tar,
)

Document = dict[str, Any]
Found = tuple[FindingCode, str]
Change = Callable[[Document], object]

WEB = Image(history=({"created_by": "a layer"}, {"created_by": "CMD", "empty_layer": True}))


def checked(path: Path, data: bytes, depth: Depth = Depth.FULL) -> VerificationReport:
    """The report on a file of these bytes."""
    path.write_bytes(data)
    return run(verify(path, depth=depth))


def findings(path: Path, entries: Iterable[Entry], depth: Depth = Depth.FULL) -> list[Found]:
    """Code and subject of all that is found in an archive of these members."""
    report = checked(path, tar(entries), depth)
    return [(finding.code, finding.subject) for finding in report.findings]


def codes(path: Path, entries: Mapping[str, bytes], depth: Depth = Depth.FULL) -> list[FindingCode]:
    """The codes alone."""
    return [code for code, _ in findings(path, entries.items(), depth)]


def nothing(document: Document) -> None:
    """Leave a document as it is."""


def docker(
    image: Image = WEB, config: Change = nothing, record: Change = nothing
) -> dict[str, bytes]:
    """As Docker 20.10 saves it, its documents changed and all digests true."""
    entries = files(docker_20(image))
    records = json.loads(entries["manifest.json"])
    changed = json.loads(entries.pop(records[0]["Config"]))
    config(changed)
    data = json.dumps(changed).encode()
    records[0]["Config"] = f"{sha256(data)}.json"
    entries[records[0]["Config"]] = data
    record(records[0])
    return entries | {"manifest.json": json.dumps(records).encode()}


def layout(
    image: Image = WEB,
    config: Change = nothing,
    manifest: Change = nothing,
    index: Change = nothing,
    *,
    compressed: bool = True,
) -> dict[str, bytes]:
    """An OCI layout, its documents changed and all digests and sizes true, unless changed."""
    entries = files(oci_layout(image, compressed=compressed))
    top = json.loads(entries["index.json"])
    middle = json.loads(entries.pop(blob(top["manifests"][0])))
    bottom = json.loads(entries.pop(blob(middle["config"])))
    config(bottom)
    entries |= put(bottom, middle["config"])
    manifest(middle)
    entries |= put(middle, top["manifests"][0])
    index(top)
    return entries | {"index.json": json.dumps(top).encode()}


def nested(change: Change, image: Image = WEB) -> dict[str, bytes]:
    """As a containerd store saves it, the index of its platforms changed."""
    entries = files(containerd(image))
    top = json.loads(entries["index.json"])
    index = json.loads(entries.pop(blob(top["manifests"][0])))
    change(index)
    entries |= put(index, top["manifests"][0])
    return entries | {"index.json": json.dumps(top).encode()}


def put(document: Document, descriptor: Document) -> dict[str, bytes]:
    """A document as a blob, with its descriptor made true."""
    data = json.dumps(document).encode()
    descriptor |= {"digest": f"sha256:{sha256(data)}", "size": len(data)}
    return {blob(descriptor): data}


def blob(descriptor: Document) -> str:
    """The member that holds what a descriptor means."""
    return f"blobs/{descriptor['digest'].replace(':', '/')}"


def set_to(*path_and_value: Any) -> Change:
    """A change that sets one value, the way to it given as keys."""
    *way, last, value = path_and_value

    def change(document: Document) -> None:
        place: Any = document
        for step in way:
            place = place[step]
        place[last] = value

    return change


def one_bit_off(data: bytes, position: int, bit: int = 0) -> bytes:
    """The same with one bit turned."""
    changed = bytearray(data)
    changed[position] ^= 1 << bit
    return bytes(changed)
