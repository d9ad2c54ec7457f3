"""Risk: a mistake that anybody can make ends in a traceback, a half file or a useless image."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.archives import VerdictCode
from desktop_app.engine import Engine
from desktop_app.engine_info import ImageStore
from desktop_app.errors import ErrorCode
from desktop_app.progress import run
from desktop_app.transfers import (
    ImportOptions,
    export_container,
    import_filesystem,
    load_archive,
    save_images,
)
from desktop_app.transfers.space import room_for_save
from tests.archives import builder
from tests.helpers.folders import files_in
from tests.real_engines.engines import RunningEngine
from tests.real_engines.fixtures import short_folder
from tests.real_engines.hardships import as_nobody, small_disk
from tests.real_engines.images import Workshop, write_archive
from tests.real_engines.jobs import failure_of

pytestmark = pytest.mark.engine_real

NEW = "shop/new:1"
IMAGE = builder.Image(names=(NEW,))

only_docker = pytest.mark.parametrize("engine", ["20.10"], indirect=True)
"""Where the engine has no part in what is tried."""


def garbage(path: Path) -> None:
    path.write_bytes(bytes(range(1, 256)) * 400)


def no_bytes(path: Path) -> None:
    path.write_bytes(b"")


def empty_tar(path: Path) -> None:
    path.write_bytes(builder.tar([]))


def cut_archive(path: Path) -> None:
    whole = builder.tar(builder.docker_20(IMAGE))
    path.write_bytes(whole[: len(whole) // 2 - 100])


def zipped_text(path: Path) -> None:
    path.write_bytes(builder.zipped("letter.txt", b"Dear all, " * 100))


UNSUITABLE: list[tuple[Callable[[Path], None], VerdictCode]] = [
    (garbage, VerdictCode.NOT_AN_ARCHIVE),
    (no_bytes, VerdictCode.EMPTY),
    (empty_tar, VerdictCode.EMPTY),
    (cut_archive, VerdictCode.DAMAGED),
    (zipped_text, VerdictCode.NOT_AN_ARCHIVE),
]


@only_docker
@pytest.mark.parametrize(
    ("make", "verdict"), UNSUITABLE, ids=lambda it: getattr(it, "__name__", "")
)
def test_a_file_that_cannot_be_used_is_refused_before_one_byte_is_sent(
    engine: RunningEngine,
    ferry: Engine,
    tmp_path: Path,
    make: Callable[[Path], None],
    verdict: VerdictCode,
) -> None:
    path = tmp_path / "file.tar"
    make(path)
    despite = ImportOptions(despite_warning=True)
    with engine.paused():
        for body in (
            load_archive(ferry, path),
            import_filesystem(ferry, path, NEW),
            import_filesystem(ferry, path, NEW, despite),
        ):
            error = failure_of(body)
            assert error.code is ErrorCode.FILE_UNSUITABLE
            assert error.params == {"path": str(path), "verdict": verdict}


@only_docker
def test_paths_that_are_no_files(ferry: Engine, tmp_path: Path) -> None:
    pipe, listening = tmp_path / "pipe", tmp_path / "socket"
    os.mkfifo(pipe)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(listening))
        codes = {
            tmp_path: ErrorCode.FILE_IS_FOLDER,
            pipe: ErrorCode.FILE_NOT_REGULAR,
            listening: ErrorCode.FILE_NOT_REGULAR,
            tmp_path / "gone.tar": ErrorCode.FILE_GONE,
        }
        for path, code in codes.items():
            for body in (load_archive(ferry, path), import_filesystem(ferry, path, NEW)):
                error = failure_of(body)
                assert (error.code, error.params["path"]) == (code, str(path))


@only_docker
def test_a_file_that_this_user_may_not_read(ferry: Engine) -> None:
    with short_folder() as folder:
        path = folder / "file.tar"
        write_archive(path, [IMAGE])
        path.chmod(0)
        folder.chmod(0o755)
        with as_nobody():
            for body in (load_archive(ferry, path), import_filesystem(ferry, path, NEW)):
                assert failure_of(body).code is ErrorCode.FILE_UNREADABLE


def test_garbage_that_reaches_an_engine_is_its_refusal_in_its_words(ferry: Engine) -> None:
    """Around the check before it: what the engine says comes through, once and whole."""
    for opening in (ferry.open_load(), ferry.open_import(NEW)):
        with opening as upload:
            for _ in range(64):
                if upload.answered:
                    break
                upload.write(os.urandom(1 << 16))
            error = failure_of(answer(upload))
        assert error.code is ErrorCode.ENGINE_REFUSED
        assert error.detail
    # A containerd store gives the name before it unpacks, and lets it stay.
    assert ferry.images() == () or ferry.info.store is ImageStore.CONTAINERD


@only_docker
def test_a_disk_that_cannot_be_written(ferry: Engine, workshop: Workshop, tmp_path: Path) -> None:
    workshop.base("shop/base:1")
    with small_disk(tmp_path / "fixed", "ro") as folder:
        error = failure_of(save_images(ferry, ["shop/base:1"], folder / "image.tar"))
    assert error.code is ErrorCode.TARGET_READ_ONLY


@only_docker
def test_a_folder_in_which_this_user_may_not_write(ferry: Engine, workshop: Workshop) -> None:
    workshop.base("shop/base:1")
    with short_folder() as folder, as_nobody():
        error = failure_of(save_images(ferry, ["shop/base:1"], folder / "image.tar"))
    assert error.code is ErrorCode.TARGET_READ_ONLY


@only_docker
def test_targets_that_are_no_files(ferry: Engine, workshop: Workshop, target: Path) -> None:
    workshop.base("shop/base:1")
    container = workshop.container("shop/base:1", "web")
    pipe = target.with_name("pipe")
    os.mkfifo(pipe)
    codes = {
        target.parent: ErrorCode.TARGET_IS_FOLDER,
        pipe: ErrorCode.TARGET_NOT_REGULAR,
        target.parent / "gone" / "image.tar": ErrorCode.TARGET_FOLDER_GONE,
    }
    for path, code in codes.items():
        for body in (
            save_images(ferry, ["shop/base:1"], path),
            export_container(ferry, container, path),
        ):
            assert failure_of(body).code is code
    assert files_in(target.parent) == [pipe.name]


@pytest.mark.parametrize("name", ["", "Shop/New:1", "shop/new:", "shop new", "shop/new@sha256:0"])
@only_docker
def test_a_name_that_is_none_is_refused_before_the_file_is_sent(
    engine: RunningEngine, ferry: Engine, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "filesystem.tar"
    path.write_bytes(builder.root_filesystem())
    with engine.paused():
        error = failure_of(import_filesystem(ferry, path, name))
    assert (error.code, error.params["name"]) == (ErrorCode.NAME_INVALID, name)


def test_an_engine_says_how_large_its_layers_are(
    ferry: Engine, workshop: Workshop, tmp_path: Path
) -> None:
    workshop.large("shop/large:1", 20, tmp_path)
    likely_bytes = room_for_save(ferry, ["shop/large:1"], tmp_path / "a.tar")
    saved = run(save_images(ferry, ["shop/large:1"], tmp_path / "a.tar"))
    if ferry.info.store is ImageStore.CLASSIC:
        assert 0.95 < likely_bytes / saved.size_bytes <= 1
    else:
        assert 0 < likely_bytes < saved.size_bytes


def answer(upload):
    yield from ()
    return list(upload.finish())
