"""Archives in the layouts of producers that are not here, and in those of people's own making.

What is not here is in ``tests/archives/builder.py``, which the tests of single modules share.
"""

import gzip
import io
import json
import tarfile
from collections.abc import Callable, Iterable, Sequence

from tests.archives import builder
from tests.archives.builder import Entry, Image, files, folder, link, manifest, sha256

_SIZE, _CHECKSUM = slice(124, 136), slice(148, 156)

Pack = Callable[[bytes], bytes]


def docker_25_classic(*images: Image) -> list[Entry]:
    """Docker 25 and later with its classic store: folders and ``repositories``, too."""
    folders = [("blobs", folder()), ("blobs/sha256", folder())]
    return [*folders, *builder.docker_25(*images), ("repositories", _repositories(images))]


def docker_25_0_0(*images: Image) -> list[Entry]:
    """Docker 25.0.0 forgot the layers in its OCI manifests (github.com/moby/moby/issues/47065)."""
    entries = files(docker_25_classic(*images))
    index = json.loads(entries["index.json"])
    digests = {entry["digest"] for entry in index["manifests"]}  # an entry for each name
    whole = {digest: entries.pop(blob(digest)) for digest in digests}
    for entry in index["manifests"]:
        body = json.dumps(json.loads(whole[entry["digest"]]) | {"layers": None}).encode()
        entries[f"blobs/sha256/{sha256(body)}"] = body
        entry |= {"digest": f"sha256:{sha256(body)}", "size": len(body)}
    return list((entries | {"index.json": json.dumps(index).encode()}).items())


def docker_1_9(name: str, layers: Sequence[bytes]) -> list[Entry]:
    """Docker before 1.10: a chain of images, each with one layer, and ``repositories``."""
    entries: list[Entry] = []
    parent = ""
    for data in layers:
        own = sha256(parent.encode() + data)
        described = {"id": own, "os": "linux", "architecture": "amd64"}
        described |= {"created": "2014-01-01T00:00:00Z", "parent": parent}
        config = {"Cmd": ["/bin/sh"], "Image": parent}
        text = json.dumps({**described, "config": config, "container_config": config})
        entries += [(own, folder()), (f"{own}/VERSION", b"1.0"), (f"{own}/json", text.encode())]
        entries.append((f"{own}/layer.tar", data))
        parent = own
    repository, _, tag = name.rpartition(":")
    return [*entries, ("repositories", json.dumps({repository: {tag: parent}}).encode())]


def buildx_oci(image: Image) -> list[Entry]:
    """BuildKit's ``type=oci`` of one platform: an index with the image and its attestation."""
    entries = files(builder.containerd(image))
    del entries["manifest.json"]
    (top,) = json.loads(entries["index.json"])["manifests"]
    nested = json.loads(entries.pop(blob(top["digest"])))
    absent, *present = nested["manifests"]
    assert blob(absent["digest"]) not in entries
    body = json.dumps(nested | {"manifests": present}).encode()
    top |= {"digest": f"sha256:{sha256(body)}", "size": len(body)}
    entries[f"blobs/sha256/{sha256(body)}"] = body
    entries["index.json"] = json.dumps({"schemaVersion": 2, "manifests": [top]}).encode()
    return list(entries.items())


def buildx_tar(names: Iterable[str], contents: dict[str, bytes]) -> list[Entry]:
    """BuildKit's ``type=tar`` of several platforms: a folder for each."""
    return [(f"{each}/{name}", data) for each in names for name, data in contents.items()]


def rules_oci(image: Image) -> list[Entry]:
    """Bazel's rules_oci, in the docker form: blobs without a layout around them."""
    layers = [gzip.compress(data, mtime=0) for data in image.layers]
    members = [f"blobs/sha256/{sha256(data)}.tar.gz" for data in layers]
    config = f"blobs/sha256/{image.config_digest.removeprefix('sha256:')}"
    lists = [("manifest.json", manifest([(config, image.names, members)]))]
    return [(config, image.config), *zip(members, layers, strict=True), *lists]


def rules_docker(image: Image) -> list[Entry]:
    """Bazel's older rules_docker: plain layers, the manifest before them."""
    members = [f"{sha256(data)}.tar" for data in image.layers]
    lists = [
        ("config.json", image.config),
        ("manifest.json", manifest([("config.json", image.names, members)])),
    ]
    return [*lists, *zip(members, image.layers, strict=True)]


def jib_oci(image: Image) -> list[Entry]:
    """Jib as an OCI layout: the name in full stands where others write a bare tag."""
    entries = files(builder.oci_layout(image))
    index = json.loads(entries["index.json"])
    annotations = {"org.opencontainers.image.ref.name": image.names[0]}
    index["manifests"][0]["annotations"] = annotations
    return list((entries | {"index.json": json.dumps(index).encode()}).items())


def nix(image: Image) -> list[Entry]:
    """Nix, ``streamLayeredImage``: a folder for each layer and nothing else in it."""
    members = [f"{sha256(data)}/layer.tar" for data in image.layers]
    config = f"{sha256(image.config)}.json"
    lists = [(config, image.config), ("manifest.json", manifest([(config, image.names, members)]))]
    return [*zip(members, image.layers, strict=True), *lists]


def nix_older(image: Image) -> list[Entry]:
    """Nix, ``buildImage`` repacked by GNU tar: the form of Docker 20.10 below ``./``."""
    return dotted(builder.docker_20(image))


def packed_layers(image: Image, pack: Pack) -> list[Entry]:
    """The docker form with compressed layers inside."""
    layers = [pack(data) for data in image.layers]
    members = [f"{sha256(data)}.packed" for data in layers]
    config = f"{sha256(image.config)}.json"
    lists = [(config, image.config), ("manifest.json", manifest([(config, image.names, members)]))]
    return [*zip(members, layers, strict=True), *lists]


def packed_oci(image: Image, pack: Pack, ending: str) -> list[Entry]:
    """An OCI layout, and the docker form, with layers of another compression than gzip."""
    entries = files(builder.oci_layout(image, compressed=False))
    (top,) = json.loads(entries["index.json"])["manifests"]
    body = json.loads(entries.pop(blob(top["digest"])))
    for described, data in zip(body["layers"], image.layers, strict=True):
        packed = pack(data)
        del entries[blob(described["digest"])]
        entries[f"blobs/sha256/{sha256(packed)}"] = packed
        described.update(builder.descriptor(packed, f"{described['mediaType']}{ending}"))
    text = json.dumps(body).encode()
    top |= {"digest": f"sha256:{sha256(text)}", "size": len(text)}
    entries[f"blobs/sha256/{sha256(text)}"] = text
    entries["index.json"] = json.dumps({"schemaVersion": 2, "manifests": [top]}).encode()
    members = [blob(described["digest"]) for described in body["layers"]]
    config = blob(image.config_digest)
    return [*entries.items(), ("manifest.json", manifest([(config, image.names, members)]))]


def dotted(entries: Iterable[Entry]) -> list[Entry]:
    """Below ``./``, as ``tar -c .`` writes it."""
    return [("./", folder()), *((f"./{name}", content) for name, content in entries)]


def dotted_lists(image: Image) -> list[Entry]:
    """Below ``./`` in the manifest, too."""
    entries = dotted(rules_docker(image))
    members = [f"./{sha256(data)}.tar" for data in image.layers]
    lists = manifest([("./config.json", image.names, members)])
    return [(name, lists if "manifest" in name else content) for name, content in entries]


def below(top: str, entries: Iterable[Entry]) -> list[Entry]:
    """One folder around everything, as a file manager packs it."""
    return [(top, folder()), *((f"{top}/{name}", content) for name, content in entries)]


def manifest_first(entries: Sequence[Entry]) -> list[Entry]:
    """The lists before what they list."""
    return sorted(entries, key=lambda entry: entry[0] != "manifest.json")


def hard_linked(entries: Sequence[Entry]) -> list[Entry]:
    """Layers that are there twice as hard links in place of symbolic ones."""
    return [
        (name, link(content.linkname.removeprefix("../"), tarfile.LNKTYPE))
        if isinstance(content, tarfile.TarInfo) and content.issym()
        else (name, content)
        for name, content in entries
    ]


def hard_links_alone(image: Image) -> list[Entry]:
    """Every layer under two names, of which the manifest knows the second."""
    stored = [(f"store/{sha256(data)}", data) for data in image.layers]
    linked = [
        (f"{sha256(data)}.tar", link(f"store/{sha256(data)}", tarfile.LNKTYPE))
        for data in image.layers
    ]
    config = f"{sha256(image.config)}.json"
    members = [name for name, _ in linked]
    lists = [(config, image.config), ("manifest.json", manifest([(config, image.names, members)]))]
    return [*stored, *linked, *lists]


def deep(image: Image) -> list[Entry]:
    """Layers in a folder with a name of more than the hundred bytes that a header has for it."""
    folders = "layers/" + "deep/" * 30
    config = f"{sha256(image.config)}.json"
    members = [f"{folders}{sha256(data)}.tar" for data in image.layers]
    lists = [(config, image.config), ("manifest.json", manifest([(config, image.names, members)]))]
    return [*zip(members, image.layers, strict=True), *lists]


def disagreeing(image: Image, name: str) -> list[Entry]:
    """Both forms, with one name in index.json and another in manifest.json."""
    entries = files(builder.docker_25(image))
    (record,) = json.loads(entries["manifest.json"])
    entries["manifest.json"] = json.dumps([record | {"RepoTags": [name]}]).encode()
    return list(entries.items())


def dangling(entries: Sequence[Entry]) -> list[Entry]:
    """With a link that leads nowhere, and that no image needs."""
    return [*entries, ("spare/layer.tar", link("../gone/layer.tar"))]


def layers_gone(image: Image) -> list[Entry]:
    """An OCI layout from which the layers were taken out."""
    layers = {blob(f"sha256:{sha256(gzip.compress(data, mtime=0))}") for data in image.layers}
    return [entry for entry in builder.oci_layout(image) if entry[0] not in layers]


def without_end(data: bytes) -> bytes:
    """Without the two blocks of zeros that end an archive."""
    return data.rstrip(b"\0") + bytes(-len(data.rstrip(b"\0")) % 512)


def without_layers(entries: Iterable[Entry]) -> list[Entry]:
    """What rules_docker sends to an engine that has the layers."""
    return [(name, content) for name, content in entries if not name.endswith(".tar")]


def base_256(data: bytes) -> bytes:
    """Sizes as GNU tar writes those of more than 8 GiB."""
    result = bytearray(data)
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        for member in archive:
            block = memoryview(result)[member.offset_data - 512 : member.offset_data]
            block[_SIZE] = b"\x80" + member.size.to_bytes(11, "big")
            block[_CHECKSUM] = b" " * 8
            block[_CHECKSUM] = b"%06o\0 " % sum(block)
    return bytes(result)


def blob(digest: str) -> str:
    """The member that holds a blob."""
    return f"blobs/{digest.replace(':', '/')}"


def _repositories(images: Iterable[Image]) -> bytes:
    repositories: dict[str, dict[str, str]] = {}
    for image in images:
        for name in image.names:
            repository, _, tag = name.rpartition(":")
            repositories.setdefault(repository, {})[tag] = sha256(image.config)
    return json.dumps(repositories).encode()
