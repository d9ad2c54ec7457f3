"""The table of the corpus: every producer, and people's own making."""

import bz2
import functools
import gzip
import lzma
import tarfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import zstandard

from desktop_app.archives import ArchiveKind, Compression, Evidence, ReportWarning
from tests.archives import builder
from tests.archives.builder import Entry, Image, tar
from tests.corpus import layouts, programs
from tests.corpus.images import ARM, DB, FILES, LONELY, NAMELESS, WEB, WINDOWS
from tests.corpus.specimens import (
    Expected,
    Specimen,
    damaged,
    empty,
    filesystem,
    images,
    other,
)
from tests.real_engines.engines import ALL_ENGINES
from tests.real_engines.images import files_tar

_zstd = zstandard.ZstdCompressor().compress

COMPRESSIONS: dict[Compression, Callable[[bytes], bytes]] = {
    Compression.NONE: bytes,
    Compression.GZIP: partial(gzip.compress, mtime=0),
    Compression.BZIP2: bz2.compress,
    Compression.XZ: lzma.compress,
    Compression.ZSTD: _zstd,
}


def _built(name: str, expected: Expected, entries: Iterable[Entry]) -> Specimen:
    return _of_bytes(name, expected, tar(entries))


def _of_bytes(name: str, expected: Expected, data: bytes) -> Specimen:
    return Specimen(name, lambda path, _: _write(path, data), expected)


def _made(name: str, expected: Expected, make: Callable[[Path], None]) -> Specimen:
    return Specimen(name, lambda path, _: make(path), expected)


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


_docker, _both, _oci = (
    partial(images, evidence)
    for evidence in (Evidence.DOCKER_MANIFEST, Evidence.DOCKER_MANIFEST_AND_OCI, Evidence.OCI_INDEX)
)
_NO_NAME = (ReportWarning.NAMELESS,)
_LEGACY = Expected(
    ArchiveKind.IMAGE_ARCHIVE,
    Evidence.LEGACY_REPOSITORIES,
    ((("shop/old:1",), "linux/amd64", ("", "")),),
)
_ROOT = files_tar(FILES)
_CONTAINER = files_tar({".dockerenv": b""} | FILES)
_TWO = (WEB, DB)
_PLATFORMS = (WEB, Image(WEB.names, ARM.layers, architecture="arm64"))
_UNTAGGED = Image((), WEB.layers)
_SAVED = tar(builder.docker_20(WEB))

PRODUCERS = (
    _built("docker 1.9 save", _LEGACY, layouts.docker_1_9("shop/old:1", WEB.layers)),
    _built("docker 1.10–24 save", _docker(WEB), builder.docker_20(WEB)),
    _built("docker 1.10–24 save, two images", _docker(*_TWO), builder.docker_20(*_TWO)),
    _built(
        "docker 25.0.0 save",
        _both(WEB, warnings=(ReportWarning.INDEX_DISAGREES,)),
        layouts.docker_25_0_0(WEB),
    ),
    _built("docker 25–29 save", _both(WEB), layouts.docker_25_classic(WEB)),
    _built("docker 25–29 save, two images", _both(*_TWO), layouts.docker_25_classic(*_TWO)),
    _built("containerd store", _both(WEB), builder.docker_25(WEB, compressed=True)),
    _built("containerd store, two images", _both(*_TWO), builder.docker_25(*_TWO, compressed=True)),
    _built("containerd store, nested index", _both(WEB), builder.containerd(WEB)),
    _built("containerd store, hollow", damaged(Evidence.BAD_METADATA), builder.hollow(LONELY)),
    _built("docker save by ID", _docker(NAMELESS, warnings=_NO_NAME), builder.docker_20(NAMELESS)),
    _built("docker save, arm64", _docker(ARM), builder.docker_20(ARM)),
    _built("docker save, windows", _docker(WINDOWS), builder.docker_20(WINDOWS)),
    _of_bytes("docker export", filesystem(Evidence.DOCKERENV), _CONTAINER),
    _built("buildx type=docker", _both(WEB), builder.docker_25(WEB, compressed=True)),
    _built("buildx type=oci", _oci(WEB), layouts.buildx_oci(WEB)),
    _built("buildx type=oci, two names", _oci(DB), builder.oci_layout(DB)),
    _built("buildx type=oci, two platforms", _oci(*_PLATFORMS), builder.platforms(*_PLATFORMS)),
    _of_bytes("buildx type=tar", filesystem(Evidence.ROOT_FOLDERS), _ROOT),
    _built(
        "buildx type=tar, two platforms",
        other(Evidence.UNKNOWN_TAR),
        layouts.buildx_tar(("linux_amd64", "linux_arm64"), FILES),
    ),
    _built("crane, ko, kaniko", _docker(WEB), builder.crane(WEB)),
    _built("jib, docker", _docker(WEB), builder.jib(WEB)),
    _built("jib, OCI", _oci(WEB), layouts.jib_oci(WEB)),
    _built("rules_oci, docker", _docker(WEB), layouts.rules_oci(WEB)),
    _built("rules_oci, OCI", _oci(WEB), builder.oci_layout(WEB)),
    _of_bytes("rules_docker", _docker(WEB), tar(layouts.rules_docker(WEB), tarfile.GNU_FORMAT)),
    _of_bytes(
        "rules_docker, layers left out",
        _docker(LONELY, warnings=(ReportWarning.LAYERS_MISSING,)),
        tar(layouts.without_layers(layouts.rules_docker(LONELY)), tarfile.GNU_FORMAT),
    ),
    _built("nix streamLayeredImage", _docker(WEB), layouts.nix(WEB)),
    _of_bytes("nix buildImage", _docker(WEB), tar(layouts.nix_older(WEB), tarfile.GNU_FORMAT)),
)
"""Those that are not here, by their layouts."""

HAND_MADE = (
    _built("./ before every name", _docker(WEB), layouts.dotted(builder.docker_20(WEB))),
    _built("./ before linked layers", _docker(*_TWO), layouts.dotted(builder.docker_20(*_TWO))),
    _built("./ in manifest.json", _docker(WEB), layouts.dotted_lists(WEB)),
    _built(
        "one folder around images",
        other(Evidence.WRAPPED, "saved"),
        layouts.below("saved", builder.docker_20(WEB)),
    ),
    _of_bytes(
        "one folder around a root",
        other(Evidence.WRAPPED, "root"),
        files_tar({f"root/{name}": data for name, data in FILES.items()}),
    ),
    _built("an archive in an archive", other(Evidence.WRAPPED, "web.tar"), [("web.tar", _SAVED)]),
    _of_bytes("an archive in a zip", other(Evidence.ZIP, "web"), builder.zipped("web", _SAVED)),
    _built("hard links", _docker(LONELY), layouts.hard_links_alone(LONELY)),
    _built("hard links to layers", _docker(*_TWO), layouts.hard_linked(builder.docker_20(*_TWO))),
    _of_bytes("base-256 sizes", _docker(WEB), layouts.base_256(_SAVED)),
    _of_bytes("USTAR headers", _docker(WEB), tar(builder.docker_20(WEB), tarfile.USTAR_FORMAT)),
    _of_bytes("GNU long names", _docker(WEB), tar(layouts.deep(WEB), tarfile.GNU_FORMAT)),
    _of_bytes("PAX long names", _docker(WEB), tar(layouts.deep(WEB))),
    _built(
        "one archive appended to another",
        _docker(DB, warnings=(ReportWarning.REPEATED,)),
        [*builder.docker_20(WEB), *builder.docker_20(DB)],
    ),
    _built("a link to nowhere", _docker(WEB), layouts.dangling(builder.docker_20(WEB))),
    _built(
        "a layout, layers taken out",
        _oci(LONELY, warnings=(ReportWarning.LAYERS_MISSING,)),
        layouts.layers_gone(LONELY),
    ),
    _built("manifest.json first", _docker(*_TWO), layouts.manifest_first(builder.docker_20(*_TWO))),
    *(
        _built(
            f"{compression} layers, docker",
            _docker(WEB),
            layouts.packed_layers(WEB, COMPRESSIONS[compression]),
        )
        for compression in (Compression.BZIP2, Compression.XZ, Compression.ZSTD)
    ),
    _built("zstd layers, docker and OCI", _both(WEB), layouts.packed_oci(WEB, _zstd, "+zstd")),
    _built(
        "index and manifest disagree",
        _both(Image(("shop/other:1",), WEB.layers), warnings=(ReportWarning.INDEX_DISAGREES,)),
        layouts.disagreeing(WEB, "shop/other:1"),
    ),
    _of_bytes("no bytes", empty(Evidence.NO_BYTES), b""),
    _of_bytes("no members", empty(Evidence.NO_MEMBERS), tar([])),
    _of_bytes("no archive", other(Evidence.NOT_AN_ARCHIVE), b"no archive at all\n" * 100),
    _of_bytes("a few files", other(Evidence.UNKNOWN_TAR), files_tar({"a.txt": b"a", "b": b"b"})),
    _of_bytes("cut in a member", damaged(Evidence.CUT_SHORT), _SAVED[:4000]),
    _of_bytes(
        "no end marker",
        _docker(WEB, warnings=(ReportWarning.NO_END_MARKER,)),
        layouts.without_end(_SAVED),
    ),
    _of_bytes(
        "bytes after the end",
        _docker(WEB, warnings=(ReportWarning.TRAILING_DATA,)),
        _SAVED + b"bytes" * 200,
    ),
)
"""What people make with tar and the like, and what is left of it on a bad day."""

_PODMAN = ("docker.io/shop/web:1",)
_PODMAN_TWO = (*_PODMAN, "docker.io/shop/db:9", "docker.io/shop/db:latest")

PROGRAMS = (
    _made("skopeo docker-archive", _docker(WEB), partial(programs.skopeo, "docker-archive")),
    _made("skopeo oci-archive", _oci(WEB), partial(programs.skopeo, "oci-archive")),
    _made(
        "skopeo oci-archive, bare tag",
        _oci(_UNTAGGED, warnings=_NO_NAME),
        programs.skopeo_bare_tag,
    ),
    _made(
        "skopeo oci, two images packed",
        _oci(WEB, Image((DB.names[0],), DB.layers)),
        programs.skopeo_two,
    ),
    _made("skopeo oci-archive, zstd layers", _oci(WEB), programs.skopeo_zstd),
    _made("skopeo dir, packed", other(Evidence.DOCKER_DIR), programs.skopeo_dir),
    _made("podman save", _docker(WEB), partial(programs.podman, "docker-archive", _PODMAN)),
    _made(
        "podman save, two images",
        _docker(*_TWO),
        partial(programs.podman, "docker-archive", _PODMAN_TWO),
    ),
    _made("podman save, OCI", _oci(WEB), partial(programs.podman, "oci-archive", _PODMAN)),
    _made("podman save, layout packed", _oci(WEB), partial(programs.podman_dir, "oci-dir")),
    _made(
        "podman save, folder packed",
        other(Evidence.DOCKER_DIR),
        partial(programs.podman_dir, "docker-dir"),
    ),
    _made("podman export", filesystem(Evidence.ROOT_FOLDERS), programs.podman_export),
    _made("buildah docker-archive", _docker(WEB), partial(programs.buildah, "docker-archive")),
    _made("buildah oci-archive", _oci(WEB), partial(programs.buildah, "oci-archive")),
    _made("umoci", _oci(_UNTAGGED, warnings=_NO_NAME), programs.umoci),
    *(
        _made(
            f"{tar} of unpacked images, {form}",
            _docker(*_TWO),
            partial(programs.packed_again, tar, form),
        )
        for tar, form in (
            ("tar", "gnu"),
            ("tar", "v7"),
            ("tar", "posix"),
            ("bsdtar", "ustar"),
            ("bsdtar", "pax"),
        )
    ),
    _made("GNU tar of a root", filesystem(Evidence.ROOT_FOLDERS), partial(programs.root, "tar")),
    _made("bsdtar of a root", filesystem(Evidence.ROOT_FOLDERS), partial(programs.root, "bsdtar")),
)
"""Those that are here, by themselves."""


_PLAIN = (
    ("images", _docker(WEB), _SAVED),
    ("a layout", _oci(WEB), tar(builder.oci_layout(WEB))),
    ("both forms", _both(WEB), tar(builder.docker_25(WEB))),
    ("both forms of two", _both(*_TWO), tar(builder.docker_25(*_TWO))),
    ("a root", filesystem(Evidence.ROOT_FOLDERS), _ROOT),
)
_HALF = len(_SAVED) // 2

PACKED = (
    *(
        _of_bytes(f"{name}, {compression}", expected, pack(data))
        for name, expected, data in _PLAIN
        for compression, pack in COMPRESSIONS.items()
        if compression is not Compression.NONE
    ),
    _of_bytes(
        "images, gzip of two members",
        _docker(WEB),
        gzip.compress(_SAVED[:_HALF]) + gzip.compress(_SAVED[_HALF:]),
    ),
    _of_bytes(
        "images, zstd of two frames", _docker(WEB), _zstd(_SAVED[:_HALF]) + _zstd(_SAVED[_HALF:])
    ),
    _of_bytes(
        "images, zstd after an empty frame",
        _docker(WEB, warnings=(ReportWarning.EMPTY_FRAME,)),
        b"\x50\x2a\x4d\x18\x04\0\0\0skip" + _zstd(_SAVED),
    ),
)
"""Compressed as a whole."""


def _saved_by(engine: str, *expected: Image) -> Specimen:
    is_hybrid = engine not in ("20.10", "podman")
    save = functools.partial(programs.docker_save, images=expected)
    name = f"{len(expected)} saved by {engine}"
    return Specimen(name, save, (_both if is_hybrid else _docker)(*expected), engine)


def _exported_by(engine: str) -> Specimen:
    evidence = Evidence.ROOT_FOLDERS if engine == "podman" else Evidence.DOCKERENV
    name = f"exported by {engine}"
    return Specimen(name, programs.docker_export, filesystem(evidence), engine)


ENGINES = tuple(
    specimen
    for engine in ALL_ENGINES
    for specimen in (_saved_by(engine, WEB), _saved_by(engine, *_TWO), _exported_by(engine))
)
"""Those that take a running engine."""

OFFLINE = (*PRODUCERS, *HAND_MADE, *PROGRAMS)
