"""Small archives in the layouts that real programs write, made in memory."""

import gzip
import hashlib
import io
import json
import tarfile
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop_app import references

_OCI = "application/vnd.oci.image"

Entry = tuple[str, bytes | tarfile.TarInfo]


@dataclass(frozen=True)
class Image:
    """An image to put into an archive.

    Attributes:
        names: its ``repository:tag``.
        layers: each an uncompressed tar, lowest first.
        architecture: in Go's words.
        os: ``linux``, …
        history: how it was made, step by step.
    """

    names: tuple[str, ...] = ("shop/web:1",)
    layers: tuple[bytes, ...] = field(default_factory=lambda: (layer(),))
    architecture: str = "amd64"
    os: str = "linux"
    history: tuple[dict[str, object], ...] = ()

    @property
    def diff_ids(self) -> list[str]:
        return [f"sha256:{sha256(each)}" for each in self.layers]

    @property
    def config(self) -> bytes:
        history = {"history": self.history} if self.history else {}
        return json.dumps(
            {
                "architecture": self.architecture,
                "os": self.os,
                "created": "2024-05-06T07:08:09.123456789Z",
                "config": {"Cmd": ["/bin/sh"]},
                "rootfs": {"type": "layers", "diff_ids": self.diff_ids},
                **history,
            }
        ).encode()

    @property
    def config_digest(self) -> str:
        return f"sha256:{sha256(self.config)}"


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def tar(entries: Iterable[Entry], form: int = tarfile.PAX_FORMAT) -> bytes:
    """An archive of these members; those with a TarInfo are links, folders and the like."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=form) as archive:
        for name, content in entries:
            if isinstance(content, tarfile.TarInfo):
                content.name = name
                archive.addfile(content)
            else:
                member = tarfile.TarInfo(name)
                member.size = len(content)
                archive.addfile(member, io.BytesIO(content))
    return stream.getvalue()


def zipped(name: str, data: bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of one file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        archive.writestr(name, data)
    return stream.getvalue()


def write_sparse_image(path: Path, size_bytes: int, layers: int) -> Path:
    """An archive as Docker 25 writes it, of layers that take no room on the disk."""
    contents = tuple(str(number).encode() for number in range(layers))
    image = Image(layers=contents)
    members = [f"blobs/sha256/{sha256(each)}" for each in contents]
    config = f"blobs/sha256/{image.config_digest.removeprefix('sha256:')}"
    with path.open("wb") as file:
        for member in members:
            header = tarfile.TarInfo(member)
            header.size = size_bytes // layers
            file.write(header.tobuf(tarfile.PAX_FORMAT))
            file.seek(header.size + -header.size % tarfile.BLOCKSIZE, io.SEEK_CUR)
        records = [(config, image.names, members)]
        file.write(tar([(config, image.config), ("manifest.json", manifest(records))]))
    return path


def link(target: str, kind: bytes = tarfile.SYMTYPE) -> tarfile.TarInfo:
    member = tarfile.TarInfo()
    member.type, member.linkname = kind, target
    return member


def folder() -> tarfile.TarInfo:
    member = tarfile.TarInfo()
    member.type = tarfile.DIRTYPE
    return member


def files(entries: Iterable[Entry]) -> dict[str, bytes]:
    """The regular members among them."""
    return {name: content for name, content in entries if isinstance(content, bytes)}


def layer(text: str = "hello") -> bytes:
    return tar([("bin/hello", text.encode())])


def root_filesystem(extra: Iterable[Entry] = ()) -> bytes:
    """As ``docker export`` writes one."""
    folders: list[Entry] = [(name, folder()) for name in ("bin", "etc", "proc", "usr")]
    return tar([(".dockerenv", b""), *folders, ("etc/hostname", b"web"), *extra])


def manifest(records: Iterable[tuple[str, Iterable[str], Iterable[str]]]) -> bytes:
    """Of a configuration's member, names, and members of layers each."""
    return json.dumps(
        [
            {"Config": config, "RepoTags": list(names) or None, "Layers": list(layers)}
            for config, names, layers in records
        ]
    ).encode()


def docker_20(*images: Image) -> list[Entry]:
    """Docker 1.10 to 24: a folder a layer, the lists at the end; a layer again is a link."""
    entries: list[Entry] = []
    records = []
    written: dict[str, str] = {}
    repositories: dict[str, dict[str, str]] = {}
    for image in images:
        members = []
        for number, data in enumerate(image.layers):
            own = sha256(image.config + bytes([number]))
            member = f"{own}/layer.tar"
            first = written.setdefault(sha256(data), member)
            entries += [
                (own, folder()),
                (f"{own}/VERSION", b"1.0"),
                (f"{own}/json", json.dumps({"id": own, "os": image.os}).encode()),
                (member, data if first == member else link(f"../{first}")),
            ]
            members.append(member)
            for name in image.names:
                repository, _, tag = name.rpartition(":")
                repositories.setdefault(repository, {})[tag] = own
        config = f"{sha256(image.config)}.json"
        entries.append((config, image.config))
        records.append((config, image.names, members))
    entries.append(("manifest.json", manifest(records)))
    if repositories:
        entries.append(("repositories", json.dumps(repositories).encode()))
    return entries


def oci_layout(*images: Image, compressed: bool = True) -> list[Entry]:
    """OCI only, as buildx ``type=oci`` writes it."""
    blobs: dict[str, bytes] = {}
    descriptors = []
    for image in images:
        layers = [gzip.compress(data, mtime=0) if compressed else data for data in image.layers]
        suffix = "+gzip" if compressed else ""
        kind = f"{_OCI}.layer.v1.tar{suffix}"
        body = _manifest(image.config, [descriptor(data, kind) for data in layers])
        blobs |= {sha256(data): data for data in (*layers, image.config, body)}
        descriptors += [
            descriptor(body, f"{_OCI}.manifest.v1+json") | {"annotations": annotations}
            for annotations in _annotations(image)
        ]
    return [
        *((f"blobs/sha256/{name}", data) for name, data in blobs.items()),
        ("index.json", _index(descriptors)),
        ("oci-layout", b'{"imageLayoutVersion":"1.0.0"}'),
    ]


def platforms(*images: Image) -> list[Entry]:
    """OCI only, one name with an image for each platform, as buildx ``type=oci`` writes it."""
    entries = files(oci_layout(*(replace(image, names=()) for image in images)))
    own = [
        entry | {"platform": {"architecture": image.architecture, "os": image.os}}
        for entry, image in zip(json.loads(entries["index.json"])["manifests"], images, strict=True)
    ]
    nested = _index(own)
    kind = f"{_OCI}.index.v1+json"
    top = [descriptor(nested, kind) | {"annotations": each} for each in _annotations(images[0])]
    entries |= {f"blobs/sha256/{sha256(nested)}": nested, "index.json": _index(top)}
    return list(entries.items())


def docker_25(*images: Image, compressed: bool = False) -> list[Entry]:
    """Docker 25 and later: OCI and manifest.json, sorted by name; compressed by containerd."""
    records = []
    for image in images:
        layers = [gzip.compress(data, mtime=0) if compressed else data for data in image.layers]
        members = [f"blobs/sha256/{sha256(data)}" for data in layers]
        records.append((f"blobs/sha256/{sha256(image.config)}", image.names, members))
    entries = [*oci_layout(*images, compressed=compressed), ("manifest.json", manifest(records))]
    return sorted(entries, key=lambda entry: entry[0])


def containerd(image: Image) -> list[Entry]:
    """A containerd store with an image of many platforms, of which it has one, and attestations."""
    entries = files(docker_25(image, compressed=True))
    own = json.loads(entries["index.json"])["manifests"][0]
    platform = {"architecture": image.architecture, "os": image.os}
    statement = b'{"_type":"https://in-toto.io/Statement/v0.1"}'
    unknown = {"architecture": "unknown", "os": "unknown"}
    config = json.dumps(
        unknown | {"rootfs": {"type": "layers", "diff_ids": [f"sha256:{sha256(statement)}"]}}
    ).encode()
    attestation = _manifest(config, [descriptor(statement, "application/vnd.in-toto+json")])
    kind = f"{_OCI}.manifest.v1+json"
    nested = _index(
        [
            {"mediaType": kind, "digest": "sha256:" + "0" * 64, "size": 500}
            | {"platform": {"architecture": "arm64", "os": "linux"}},
            {"mediaType": kind, "digest": own["digest"], "size": own["size"], "platform": platform},
            descriptor(attestation, kind)
            | {"platform": unknown}
            | {"annotations": {"vnd.docker.reference.type": "attestation-manifest"}},
        ]
    )
    top = [
        descriptor(nested, f"{_OCI}.index.v1+json") | {"annotations": annotations}
        for annotations in _annotations(image)
    ]
    parts = (nested, attestation, config, statement)
    entries |= {f"blobs/sha256/{sha256(data)}": data for data in parts}
    return list((entries | {"index.json": _index(top)}).items())


def hollow(*images: Image, whole: Iterable[Image] = ()) -> list[Entry]:
    """What a containerd store sends, with success, of images that it does not have whole.

    All the lists are there, and manifests; configurations and layers are those of whole images.
    """
    entries = files(docker_25(*images, *whole, compressed=True))
    parts = {name for each in images for name, _ in docker_25(each, compressed=True)}
    parts -= {name for each in whole for name, _ in docker_25(each, compressed=True)}
    return [
        (name, data)
        for name, data in entries.items()
        if name not in parts or not name.startswith("blobs/") or b'"schemaVersion"' in data
    ]


def podman(*images: Image) -> list[Entry]:
    """``podman save``: layers by diff ID and legacy links to them."""
    entries: list[Entry] = []
    records = []
    for image in images:
        members = [f"{sha256(data)}.tar" for data in image.layers]
        entries += zip(members, image.layers, strict=True)
        entries += [(f"{sha256(m.encode())}/layer.tar", link(f"../{m}")) for m in members]
        config = f"{sha256(image.config)}.json"
        entries.append((config, image.config))
        records.append((config, [f"docker.io/{name}" for name in image.names], members))
    return [*_once(entries), ("manifest.json", manifest(records)), ("repositories", b"{}")]


def crane(*images: Image) -> list[Entry]:
    """crane, ko and kaniko: compressed layers, the configuration's member has a colon."""
    entries: list[Entry] = []
    records = []
    for image in images:
        layers = [gzip.compress(data, mtime=0) for data in image.layers]
        members = [f"{sha256(data)}.tar.gz" for data in layers]
        entries += [(image.config_digest, image.config), *zip(members, layers, strict=True)]
        records.append((image.config_digest, image.names, members))
    return [*_once(entries), ("manifest.json", manifest(records))]


def jib(image: Image) -> list[Entry]:
    """Jib: compressed layers named by their own digests, and a configuration of a fixed name."""
    layers = [gzip.compress(data, mtime=0) for data in image.layers]
    members = [f"{sha256(data)}.tar.gz" for data in layers]
    lists = [
        ("config.json", image.config),
        ("manifest.json", manifest([("config.json", image.names, members)])),
    ]
    return [*zip(members, layers, strict=True), *lists]


def legacy(name: str = "old/app", tag: str = "1") -> list[Entry]:
    """Docker before 1.10: a chain of two layers."""
    lower, upper = "a" * 64, "b" * 64
    described = {"os": "linux", "architecture": "amd64", "created": "2014-01-01T00:00:00Z"}
    return [
        (f"{lower}/json", json.dumps({"id": lower}).encode()),
        (f"{lower}/layer.tar", layer("lower")),
        (f"{upper}/json", json.dumps({"id": upper, "parent": lower, **described}).encode()),
        (f"{upper}/layer.tar", layer("upper")),
        ("repositories", json.dumps({name: {tag: upper}}).encode()),
    ]


def _once(entries: Iterable[Entry]) -> list[Entry]:
    """Each member once, though several images have it."""
    return list(dict(entries).items())


def descriptor(data: bytes, media_type: str) -> dict[str, object]:
    """What an OCI document says of a blob."""
    return {"mediaType": media_type, "digest": f"sha256:{sha256(data)}", "size": len(data)}


FORMS: dict[str, Callable[..., list[Entry]]] = {
    "docker-20": docker_20,
    "docker-25": docker_25,
    "podman": podman,
    "crane": crane,
    "oci-layout": oci_layout,
}
"""How the usual programs write images."""


def _manifest(config: bytes, layers: list[dict[str, object]]) -> bytes:
    return json.dumps(
        {
            "schemaVersion": 2,
            "mediaType": f"{_OCI}.manifest.v1+json",
            "config": descriptor(config, f"{_OCI}.config.v1+json"),
            "layers": layers,
        }
    ).encode()


def _index(entries: list[dict[str, object]]) -> bytes:
    kind = f"{_OCI}.index.v1+json"
    return json.dumps({"schemaVersion": 2, "mediaType": kind, "manifests": entries}).encode()


def _annotations(image: Image) -> list[dict[str, str]]:
    if not image.names:
        return [{}]
    return [
        {
            "io.containerd.image.name": references.parse(name).full,
            "org.opencontainers.image.ref.name": name.rpartition(":")[2],
        }
        for name in image.names
    ]
