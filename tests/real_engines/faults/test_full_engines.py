"""Risk: an engine whose own disk is full says so in the middle of an answer, and is not heard."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from desktop_app.engine import Engine, connect
from desktop_app.engine_info import ImageStore
from desktop_app.errors import ErrorCode
from desktop_app.progress import run
from desktop_app.transfers import import_filesystem, load_archive, save_images
from tests.helpers.folders import files_in
from tests.real_engines.conftest import NEW
from tests.real_engines.engines import RunningEngine, running_engine
from tests.real_engines.fixtures import short_folder, workshop_in
from tests.real_engines.hardships import resize, small_disk
from tests.real_engines.images import MEGABYTE, write_large_archive, write_large_filesystem
from tests.real_engines.jobs import Body, failure_of

pytestmark = pytest.mark.engine_real

LARGE = "shop/large:1"
_LARGE_MEGABYTES, _LEFT_MEGABYTES, _ENOUGH = 40, 16, "600m"


@dataclass(frozen=True)
class Cramped:
    """An engine with an image, and no room on its disk for another one like it."""

    engine: RunningEngine
    disk: Path

    def make_room(self) -> None:
        resize(self.disk, _ENOUGH)


@pytest.fixture
def cramped(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Cramped]:
    with (
        short_folder() as folder,
        small_disk(folder / "disk", f"size={_ENOUGH}") as disk,
        running_engine(request.param, disk) as engine,
    ):
        with workshop_in(engine) as workshop:
            workshop.large(LARGE, _LARGE_MEGABYTES, tmp_path)
        used = shutil.disk_usage(disk).used
        resize(disk, str(used + _LEFT_MEGABYTES * MEGABYTE))
        yield Cramped(engine, disk)


@pytest.mark.parametrize("cramped", ["20.10", "26-containerd"], indirect=True)
def test_what_cannot_fit_is_said_before_it_is_begun(
    cramped: Cramped, target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.transfers.space._CONTAINERDS_ROOT", str(cramped.disk))
    archive, filesystem = tmp_path / "archive.tar", tmp_path / "filesystem.tar"
    write_large_archive(archive, name=NEW, megabytes=_LARGE_MEGABYTES + 1)
    write_large_filesystem(filesystem, _LARGE_MEGABYTES + 1)
    with connect(cramped.engine.url) as ferry:
        bodies: list[Body] = [import_filesystem(ferry, filesystem, NEW)]
        if ferry.info.store is ImageStore.CLASSIC:  # the other makes no copy on the way
            bodies += [save_images(ferry, [LARGE], target), load_archive(ferry, archive)]
        for body in bodies:
            error = failure_of(body)
            assert error.code is ErrorCode.ENGINE_DISK_TOO_SMALL
            assert Path(str(error.params["path"])).is_relative_to(cramped.disk)
    assert files_in(target.parent) == []


@pytest.fixture
def far_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine might be on another computer, whose disks nobody knows."""
    monkeypatch.setattr("desktop_app.transfers.space._is_here", lambda _info: False)


@pytest.mark.usefixtures("far_away")
def test_in_a_save(cramped: Cramped, target: Path) -> None:
    with connect(cramped.engine.url) as ferry:
        if ferry.info.store is not ImageStore.CONTAINERD:  # that one needs no room for it
            error = failure_of(save_images(ferry, [LARGE], target))
            assert error.code is ErrorCode.ENGINE_DISK_FULL
            assert files_in(target.parent) == []
            cramped.make_room()
        run(save_images(ferry, [LARGE], target))
    assert files_in(target.parent) == [target.name]


@pytest.mark.usefixtures("far_away")
@pytest.mark.parametrize(
    ("write", "begin"),
    [
        pytest.param(partial(write_large_archive, name=NEW), load_archive, id="load"),
        pytest.param(write_large_filesystem, partial(import_filesystem, name=NEW), id="import"),
    ],
)
def test_in_a_load_and_in_an_import(
    cramped: Cramped,
    tmp_path: Path,
    write: Callable[..., None],
    begin: Callable[[Engine, Path], Body],
) -> None:
    file = tmp_path / "file.tar"
    write(file, megabytes=_LARGE_MEGABYTES + 1)
    with connect(cramped.engine.url) as ferry:
        before = ferry.images()
        assert failure_of(begin(ferry, file)).code is ErrorCode.ENGINE_DISK_FULL
        cramped.make_room()  # Podman needs some even for its list
        assert ferry.images() == before
        run(begin(ferry, file))
