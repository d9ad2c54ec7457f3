"""Risk: a transfer fills a disk before it fails, or is refused though it would have fitted."""

import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typing_extensions import override

from desktop_app.archives import Compression
from desktop_app.cancel import CancelToken
from desktop_app.engine_info import ContainerSizes, EngineInfo, ImageStore, LayerSizes
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import run
from desktop_app.transfers import SaveOptions, import_filesystem, load_archive, save_images
from desktop_app.transfers.space import (
    Estimate,
    estimate_save,
    room_for_export,
    room_for_save,
    room_in_engine,
)
from tests.archives import builder
from tests.archives.builder import Image, docker_20, tar
from tests.real_engines.hardships import as_nobody, small_disk
from tests.transfers.stand_in import INFO, StandIn

_MB = 1_000_000
_DISK_BYTES = 4 << 20


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of four megabytes."""
    with small_disk(tmp_path / "disk", "size=4m") as disk:
        yield disk


@pytest.fixture
def other_disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "other", "size=4m") as disk:
        yield disk


def _here(root: Path, **changes: object) -> EngineInfo:
    """An engine of this computer that keeps its images there."""
    info = replace(INFO, root_folder=str(root), host_name=socket.gethostname())
    return replace(info, **changes)  # type: ignore[arg-type]


def _engine(info: EngineInfo = INFO, **sizes: LayerSizes) -> StandIn:
    return StandIn(has_sizes={f"{name}:1": each for name, each in sizes.items()}, info=info)


def _layers(*megabytes: int) -> LayerSizes:
    return LayerSizes({f"sha256:{number}": size * _MB for number, size in enumerate(megabytes)})


def _refusal(engine: StandIn, target: Path, *names: str) -> UserFacingError:
    with pytest.raises(UserFacingError) as caught:
        room_for_save(engine, names, target)
    return caught.value


def test_what_does_not_fit_is_told_with_numbers(disk: Path) -> None:
    error = _refusal(_engine(web=_layers(2, 3)), disk / "a.tar", "web:1")
    assert error.code is ErrorCode.TARGET_TOO_SMALL
    assert error.params == {
        "path": str(disk / "a.tar"),
        "needed_bytes": 5 * _MB,
        "free_bytes": _DISK_BYTES,
    }


def test_a_layer_that_images_share_counts_once(disk: Path) -> None:
    engine = _engine(web=_layers(2, 1), shop=_layers(2))
    assert room_for_save(engine, ["web:1", "shop:1"], disk / "a.tar") == 3 * _MB


def test_images_that_may_share_everything_count_as_the_largest_of_them(disk: Path) -> None:
    engine = _engine(web=LayerSizes({}, 3 * _MB), shop=LayerSizes({}, 2 * _MB))
    assert room_for_save(engine, ["web:1", "shop:1"], disk / "a.tar") == 5 * _MB
    large = _engine(web=LayerSizes({}, 5 * _MB))
    assert _refusal(large, disk / "a.tar", "web:1").params["needed_bytes"] == 5 * _MB


@pytest.mark.parametrize("compression", [Compression.ZSTD, Compression.GZIP])
def test_a_compressed_file_is_refused_only_if_it_cannot_fit(
    disk: Path, compression: Compression
) -> None:
    target = disk / "a.tar"
    assert room_for_save(_engine(web=_layers(50)), ["web:1"], target, compression) == 50 * _MB
    with pytest.raises(UserFacingError) as caught:
        room_for_save(_engine(web=_layers(100)), ["web:1"], target, compression)
    assert caught.value.code is ErrorCode.TARGET_TOO_SMALL


def test_a_containerd_store_sends_packed_layers_of_which_little_is_known(disk: Path) -> None:
    info = _here(disk, store=ImageStore.CONTAINERD)
    assert room_for_save(_engine(info, web=_layers(50)), ["web:1"], disk / "a.tar") == 18 * _MB


def test_a_half_file_that_is_replaced_makes_room(disk: Path) -> None:
    (disk / "a.tar.part").write_bytes(bytes(3 * _MB))
    assert _refusal(_engine(web=_layers(3)), disk / "b.tar", "web:1").params["needed_bytes"]
    assert room_for_save(_engine(web=_layers(3)), ["web:1"], disk / "a.tar") == 3 * _MB


@pytest.mark.parametrize(
    ("store", "compression", "fitting", "too_many"),
    [
        (ImageStore.CLASSIC, Compression.NONE, 4, 5),
        (ImageStore.CLASSIC, Compression.ZSTD, 80, 90),
        (ImageStore.CONTAINERD, Compression.NONE, 16, 18),
    ],
)
def test_an_export_is_refused_only_if_what_the_container_has_written_cannot_fit(
    disk: Path, store: ImageStore, compression: Compression, fitting: int, too_many: int
) -> None:
    engine, token = _engine(replace(INFO, store=store)), CancelToken()
    engine.has_container_sizes = ContainerSizes(fitting * _MB, 500 * _MB)
    likely = room_for_export(engine, "web", disk / "a.tar", token, compression)
    assert likely == 500 * _MB
    engine.has_container_sizes = ContainerSizes(too_many * _MB, 500 * _MB)
    with pytest.raises(UserFacingError) as caught:
        room_for_export(engine, "web", disk / "a.tar", token, compression)
    assert caught.value.code is ErrorCode.TARGET_TOO_SMALL


def test_an_engine_that_counts_for_too_long_exports_all_the_same(disk: Path) -> None:
    class Slow(StandIn):
        @override
        def container_sizes(self, _reference: str) -> ContainerSizes:
            raise UserFacingError(ErrorCode.ENGINE_LOST)

    assert room_for_export(Slow(), "web", disk / "a.tar", CancelToken()) == 0


def test_the_engines_own_copy_needs_room_on_its_disk(disk: Path, tmp_path: Path) -> None:
    error = _refusal(_engine(_here(disk), web=_layers(5)), tmp_path / "a.tar", "web:1")
    assert error.code is ErrorCode.ENGINE_DISK_TOO_SMALL
    assert error.params["path"] == str(disk)


def test_on_one_disk_the_needs_add_up(disk: Path, other_disk: Path) -> None:
    engine = _engine(_here(disk), web=_layers(3))
    assert room_for_save(engine, ["web:1"], other_disk / "a.tar") == 3 * _MB
    assert _refusal(engine, disk / "a.tar", "web:1").params["needed_bytes"] == 6 * _MB


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"host_name": "a virtual machine"},
        {"url": "tcp://far:2376"},
        {"root_folder": ""},
        {"root_folder": "/nowhere"},
    ],
)
def test_the_disks_of_an_engine_elsewhere_are_not_known(
    disk: Path, tmp_path: Path, elsewhere: dict[str, object]
) -> None:
    info = _here(disk, **elsewhere)
    room_for_save(_engine(info, web=_layers(5)), ["web:1"], tmp_path / "a.tar")
    room_in_engine(info, new_bytes=5 * _MB)


def test_a_plain_user_need_not_be_able_to_look(disk: Path) -> None:
    root = disk / "root"
    (root / "data").mkdir(parents=True)
    root.chmod(0)
    with as_nobody():
        room_in_engine(_here(root / "data"), new_bytes=5 * _MB)


def test_podman_copies_where_there_is_room_for_it(
    disk: Path, other_disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.transfers.space._PODMANS_TEMPORARY", str(disk))
    monkeypatch.setenv("TMPDIR", str(other_disk))
    (disk / "full").write_bytes(bytes(_MB))
    engine = _engine(_here(tmp_path, is_podman=True), web=_layers(5))
    error = _refusal(engine, tmp_path / "a.tar", "web:1")
    assert error.params["path"] == str(other_disk)
    assert room_for_save(_engine(engine.info, web=_layers(4)), ["web:1"], tmp_path / "a.tar")


def test_a_folder_that_is_not_there_has_room_for_everything(tmp_path: Path) -> None:
    """Whoever writes into it says what is wrong."""
    assert room_for_save(_engine(web=_layers(5)), ["web:1"], tmp_path / "no" / "a.tar")


def test_a_load_needs_room_for_the_copy_and_for_what_it_becomes(disk: Path) -> None:
    room_in_engine(_here(disk), copied_bytes=2 * _MB, new_bytes=2 * _MB)
    with pytest.raises(UserFacingError) as caught:
        room_in_engine(_here(disk), copied_bytes=3 * _MB, new_bytes=2 * _MB)
    assert caught.value.code is ErrorCode.ENGINE_DISK_TOO_SMALL
    assert caught.value.params["needed_bytes"] == 5 * _MB


@pytest.fixture
def containerds(disk: Path, other_disk: Path, monkeypatch: pytest.MonkeyPatch) -> EngineInfo:
    """A containerd store; the system's containerd may keep it on the other disk."""
    config = other_disk / "config.toml"
    config.write_text(f'version = 2\nroot = "{other_disk}"\n')
    monkeypatch.setattr("desktop_app.transfers.space._CONTAINERDS_CONFIG", str(config))
    monkeypatch.setattr("desktop_app.transfers.space._CONTAINERDS_ROOT", str(disk))
    return _here(disk, store=ImageStore.CONTAINERD)


def test_a_containerd_store_keeps_what_came_beside_what_it_becomes(containerds: EngineInfo) -> None:
    room_in_engine(containerds, copied_bytes=9 * _MB, new_bytes=0)
    room_in_engine(containerds, copied_bytes=2 * _MB, new_bytes=2 * _MB)
    with pytest.raises(UserFacingError) as caught:
        room_in_engine(containerds, copied_bytes=9 * _MB, new_bytes=3 * _MB)
    assert caught.value.code is ErrorCode.ENGINE_DISK_TOO_SMALL
    assert caught.value.params["needed_bytes"] == 6 * _MB


@pytest.mark.parametrize("config", ["as it is", "says nothing", "is none", "gone"])
def test_nobody_says_whose_containerd_it_is_so_the_roomier_disk_counts(
    containerds: EngineInfo, disk: Path, other_disk: Path, config: str
) -> None:
    (disk / "full").write_bytes(bytes(2 * _MB))
    path = other_disk / "config.toml"
    texts = {"says nothing": "version = 2\n", "is none": "root ="}
    if config in texts:
        path.write_text(texts[config])
    if config == "gone":
        path.unlink()
    if config == "as it is":
        room_in_engine(containerds, new_bytes=3 * _MB)
        return
    with pytest.raises(UserFacingError) as caught:  # of the system's own nothing else is known
        room_in_engine(containerds, new_bytes=3 * _MB)
    assert caught.value.params["path"] == str(disk)


def test_every_verb_looks_before_a_byte_passes(disk: Path, tmp_path: Path) -> None:
    (tmp_path / "image.tar").write_bytes(tar(docker_20(Image(layers=(bytes(3 * _MB),)))))
    (tmp_path / "root.tar").write_bytes(builder.root_filesystem())
    engine = _engine(_here(disk), web=_layers(5))
    (disk / "full").write_bytes(bytes(_DISK_BYTES - 4096))
    for body in (
        save_images(engine, ["web:1"], tmp_path / "a.tar", SaveOptions()),
        load_archive(engine, tmp_path / "image.tar"),
        import_filesystem(engine, tmp_path / "root.tar", "fs:1"),
    ):
        with pytest.raises(UserFacingError) as caught:
            run(body)
        assert caught.value.code is ErrorCode.ENGINE_DISK_TOO_SMALL
    assert engine.asked_for == []
    assert not engine.takes.data


@pytest.mark.parametrize("code", [ErrorCode.ENGINE_REFUSED, ErrorCode.IMAGE_GONE])
def test_an_engine_that_cannot_tell_the_sizes_saves_all_the_same(
    disk: Path, code: ErrorCode
) -> None:
    class Mute(StandIn):
        @override
        def layer_sizes(self, reference: str) -> LayerSizes:
            raise UserFacingError(code)

    if code is ErrorCode.ENGINE_REFUSED:
        assert room_for_save(Mute(), ["web:1"], disk / "a.tar") == 0
        return
    with pytest.raises(UserFacingError):
        room_for_save(Mute(), ["web:1"], disk / "a.tar")


def test_what_a_list_says_is_enough_for_an_estimate() -> None:
    sizes = [200, 100]
    assert estimate_save(sizes, ImageStore.CLASSIC) == Estimate(200, 300)
    assert estimate_save(sizes, ImageStore.CLASSIC, is_separate=True) == Estimate(300, 300)
    assert estimate_save([], ImageStore.CLASSIC) == Estimate(0, 0)


@pytest.mark.parametrize("compression", [Compression.ZSTD, Compression.GZIP])
def test_of_a_compressed_file_little_is_sure(compression: Compression) -> None:
    assert estimate_save([2000, 1000], ImageStore.CLASSIC, compression) == Estimate(100, 1080)


def test_a_containerd_store_lists_more_than_it_sends() -> None:
    assert estimate_save([2000, 1000], ImageStore.CONTAINERD) == Estimate(100, 780)
