"""Risk: somebody copies a command that does something else than the program would."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.archives import Compression, Depth
from desktop_app.engine_info import EngineInfo, ImageStore
from desktop_app.transfers.commands import Meaning, Shown, commands_for
from desktop_app.transfers.requests import (
    CheckRequest,
    ExportRequest,
    ImportRequest,
    LoadRequest,
    NameRequest,
    SaveRequest,
    UnnameRequest,
)

_DOCKER = EngineInfo(
    "unix:///var/run/docker.sock", "28.5.2", "1.51", ImageStore.CLASSIC, False, "linux", "amd64"
)
_PODMAN = replace(_DOCKER, url="unix:///run/user/1000/podman/podman.sock", is_podman=True)
_STICK = Path("/media/my stick")
_DIGEST = f"sha256:{64 * 'a'}"


def _text(request: Shown, engine: EngineInfo | None = _DOCKER) -> str:
    return commands_for([request], engine).text


def _save(*names: str, file: str = "shop.tar", **options: object) -> SaveRequest:
    return replace(SaveRequest(names or ("web:1",), _STICK / file), **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (_save("web:1", "db:2"), "docker save -o '/media/my stick/shop.tar' web:1 db:2"),
        (
            _save(compression=Compression.ZSTD),
            "docker save web:1 | zstd -3 -T0 -o '/media/my stick/shop.tar'",
        ),
        (
            _save(compression=Compression.GZIP),
            "docker save web:1 | gzip > '/media/my stick/shop.tar'",
        ),
        (
            _save(part_bytes=4_000_000_000),
            "docker save web:1 | split -b 4000000000 --numeric-suffixes=1 -a 3 -"
            " '/media/my stick/shop.tar'.",
        ),
        (
            _save(checksum=True),
            "docker save -o '/media/my stick/shop.tar' web:1\n"
            "(cd '/media/my stick' && sha256sum shop.tar > shop.tar.sha256)",
        ),
        (
            SaveRequest(("web:1", "db:2"), _STICK, is_separate=True),
            "docker save -o '/media/my stick/web_1.tar' web:1\n"
            "docker save -o '/media/my stick/db_2.tar' db:2",
        ),
        (
            ExportRequest(64 * "c", "web", _STICK / "it's.tar"),
            "docker export -o '/media/my stick/it'\"'\"'s.tar' web",
        ),
        (LoadRequest(Path("/a/shop.tar.gz")), "docker load -i /a/shop.tar.gz"),
        (LoadRequest(Path("/a/shop.tar.zst")), "zstd -dc /a/shop.tar.zst | docker load"),
        (
            LoadRequest(Path("/a/shop.tar.zst.002")),
            "cat /a/shop.tar.zst.[0-9]* | zstd -dc | docker load",
        ),
        (LoadRequest(Path("/a/shop.tar.parts")), "cat /a/shop.tar.[0-9]* | docker load"),
        (
            LoadRequest(Path("/a/x.tar"), platform="linux/arm64"),
            "docker load --platform linux/arm64 -i /a/x.tar",
        ),
        (
            LoadRequest(Path("/a/x.tar"), {_DIGEST: "db:1"}),
            f"docker load -i /a/x.tar\ndocker tag {_DIGEST} db:1",
        ),
        (
            LoadRequest(Path("/a/x.tar"), {"db:1": "db:new"}),
            "docker load -i /a/x.tar\ndocker tag db:1 db:new\ndocker rmi db:1",
        ),
        (ImportRequest(Path("/a/root.tar"), "base:1"), "docker import /a/root.tar base:1"),
        (
            ImportRequest(Path("/a/root.tar.xz"), "base:1"),
            "xz -dc /a/root.tar.xz | docker import - base:1",
        ),
        (CheckRequest(Path("/a/x.tar"), Depth.QUICK), "tar -tf /a/x.tar > /dev/null"),
        (
            CheckRequest(Path("/a/x.tar.gz.001")),
            "cat /a/x.tar.gz.[0-9]* | gzip -dc | tar -tf - > /dev/null\n"
            "(cd /a && sha256sum --check x.tar.gz.sha256)",
        ),
        (NameRequest(_DIGEST, "web:2"), f"docker tag {_DIGEST} web:2"),
        (UnnameRequest("web:2"), "docker rmi web:2"),
    ],
)
def test_docker(request_: Shown, expected: str) -> None:
    assert _text(request_) == expected


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (_save("a:1"), "podman save -o '/media/my stick/shop.tar' docker.io/library/a:1"),
        (
            _save("localhost/a:1", "b.example/b:1"),
            "podman save --multi-image-archive -o '/media/my stick/shop.tar'"
            " localhost/a:1 b.example/b:1",
        ),
        (LoadRequest(Path("/a/x.tgz")), "gzip -dc /a/x.tgz | podman load"),
        (NameRequest(_DIGEST, "NAME:TAG"), f"podman tag {_DIGEST} NAME:TAG"),
        (UnnameRequest("a/b:1"), "podman untag docker.io/a/b:1 docker.io/a/b:1"),
        (
            LoadRequest(Path("/a/x.tar"), {"db:1": "db:new"}),
            "podman load -i /a/x.tar\npodman tag db:1 docker.io/library/db:new\n"
            "podman untag db:1 db:1",
        ),
    ],
)
def test_podman(request_: Shown, expected: str) -> None:
    assert _text(request_, _PODMAN) == expected


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (
            _save(file="- a.tar", checksum=True),
            "docker save -o '/media/my stick/- a.tar' web:1\n"
            "(cd '/media/my stick' && sha256sum -- '- a.tar' > '- a.tar'.sha256)",
        ),
        (
            CheckRequest(Path("-a.tgz")),
            "gzip -dc ./-a.tgz | tar -tf - > /dev/null\n"
            "(cd . && sha256sum --check ./-a.tgz.sha256)",
        ),
        (LoadRequest(Path("-a/b.tar.001")), "cat ./-a/b.tar.[0-9]* | docker load"),
        (ImportRequest(Path("-a.tar"), "a:1"), "docker import ./-a.tar a:1"),
    ],
)
def test_no_name_of_a_file_is_taken_for_an_option(request_: Shown, expected: str) -> None:
    assert _text(request_) == expected


def test_another_engine_is_named() -> None:
    far = replace(_DOCKER, url="ssh://me@far away")
    assert _text(UnnameRequest("a:1"), far) == "docker -H 'ssh://me@far away' rmi a:1"
    of_all = replace(_PODMAN, url="unix:///run/podman/podman.sock")
    assert _text(UnnameRequest("a:1"), of_all).startswith(f"podman --url {of_all.url} untag")
    assert _text(UnnameRequest("a:1"), None) == "docker rmi a:1"


def test_a_containerd_store_tells_the_id_itself() -> None:
    engine = replace(_DOCKER, store=ImageStore.CONTAINERD)
    commands = commands_for([LoadRequest(Path("/a/x.tar"), {_DIGEST: "db:1"})], engine)
    assert commands.text.endswith("\ndocker tag IMAGE-ID db:1")
    assert Meaning.LOADED_ID in commands.explained


def test_each_piece_is_explained_once_and_is_in_the_command() -> None:
    commands = commands_for([_save("a:1"), _save("b:1", checksum=True)], _DOCKER)
    explained = commands.explained
    assert list(explained) == [
        Meaning.SAVE,
        Meaning.TO_FILE,
        Meaning.IMAGES,
        Meaning.WRITE_CHECKSUM,
    ]
    assert explained[Meaning.IMAGES] == "a:1"
    assert all(piece in commands.text for piece in explained.values())
