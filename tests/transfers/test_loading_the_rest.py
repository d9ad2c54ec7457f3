"""Risk: an image loses a layer that was left out, or all is sent to an engine that has it."""

import gzip
import io
import json
import random
import tarfile
from pathlib import Path

import pytest

from desktop_app.archives.docker_archive import MANIFEST
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress, run
from desktop_app.transfers import LoadOptions, load_archive
from desktop_app.transfers.requests import LoadedImage
from tests.archives import builder
from tests.archives.builder import Image, docker_20, docker_25, tar
from tests.archives.conversions.streams import members
from tests.transfers.stand_in import LOST, Received, StandIn, image

_BASE = builder.tar([("bin/base", random.Random(1).randbytes(3 << 20))])
OLD = Image(("shop/web:1",), (_BASE, builder.layer("old")))
NEW = Image(("shop/web:2",), (_BASE, builder.layer("new")))
LOADED: list[dict[str, object]] = [{"stream": "Loaded image: shop/web:2\n"}]
MISSING: list[dict[str, object]] = [{"errorDetail": {"message": "no such file"}}]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.tar"
    path.write_bytes(tar(docker_20(NEW)))
    return path


def engine_with(*there: Image, refuses: tuple[Received, ...] = ()) -> StandIn:
    """An engine that has these images, and gets the new one once it was sent something."""
    has = {each.config_digest: image(each.config_digest, *each.diff_ids) for each in there}
    new = image(NEW.config_digest, *NEW.diff_ids, names=NEW.names)
    gets = dict.fromkeys((*NEW.names, NEW.config_digest), new)
    return StandIn(takes=Received(LOADED), has_images=has, gets_images=gets, refuses=list(refuses))


def layers_in(data: bytes) -> list[str]:
    return [f"sha256:{name[:64]}" for name in members(data) if name.endswith((".tar", ".tar.gz"))]


LOADED_NEW = LoadedImage(NEW.config_digest, NEW.names)


@pytest.mark.parametrize(
    "data",
    [
        tar(docker_20(NEW)),
        tar(docker_25(NEW)),
        tar(builder.podman(NEW)),
        tar(builder.oci_layout(NEW)),
        gzip.compress(tar(docker_20(NEW)), 1),
    ],
    ids=["docker 20", "docker 25", "podman", "layout", "gzip"],
)
def test_only_the_layers_that_the_engine_lacks_are_sent(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    engine = engine_with(OLD)
    assert run(load_archive(engine, path)).images == (LOADED_NEW,)
    sent = bytes(engine.takes.data)
    assert layers_in(sent) == [NEW.diff_ids[1]]
    assert members(sent)[-1] == MANIFEST
    assert len(sent) < 100_000


def test_an_engine_without_any_of_it_is_sent_the_file_as_it_is(path: Path) -> None:
    engine = engine_with(Image(("db:1",), (builder.layer("db"),)))
    run(load_archive(engine, path))
    assert engine.takes.data == path.read_bytes()


def test_an_image_that_is_there_is_not_sent(path: Path) -> None:
    engine = engine_with(OLD, NEW)
    told: list[Progress] = []
    result = run(load_archive(engine, path), told.append)
    assert result.images == (LoadedImage(NEW.config_digest, NEW.names, was_there=True),)
    assert not engine.takes.data
    assert engine.image("shop/web:2").image_id == NEW.config_digest
    assert {progress.phase for progress in told} == {Phase.INSPECTING, Phase.WAITING}


@pytest.mark.parametrize(
    "data", [builder.zipped("a.tar", tar(docker_20(NEW))), tar([("a.tar", tar(docker_20(NEW)))])]
)
def test_what_is_packed_once_more_is_not_sent_either(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    engine = engine_with(NEW)
    assert run(load_archive(engine, path)).images[0].was_there
    assert not engine.takes.data


def test_a_name_that_is_given_is_put_on_an_image_that_is_there(path: Path) -> None:
    nameless = Image((), NEW.layers)
    path.write_bytes(tar(docker_20(nameless)))
    engine = engine_with(nameless)
    options = LoadOptions({nameless.config_digest: "shop/given:1"})
    result = run(load_archive(engine, path, options))
    assert result.images == (LoadedImage(nameless.config_digest, ("shop/given:1",), True),)
    assert engine.image("shop/given:1").image_id == nameless.config_digest


def test_all_of_it_is_sent_when_an_engine_misses_what_was_left_out(path: Path) -> None:
    """The image may have been removed after the engine was asked for it."""
    first = Received(MISSING)
    engine = engine_with(OLD, refuses=(first,))
    told: list[Progress] = []
    assert run(load_archive(engine, path), told.append).images == (LOADED_NEW,)
    assert layers_in(bytes(first.data)) == [NEW.diff_ids[1]]
    assert engine.takes.data == path.read_bytes()
    phases = list(dict.fromkeys(progress.phase for progress in told))
    assert phases.index(Phase.SENDING_ALL) > phases.index(Phase.INSPECTING)


def test_a_second_refusal_is_the_engines_last_word(path: Path) -> None:
    engine = engine_with(OLD, refuses=(Received(MISSING), Received(MISSING)))
    with pytest.raises(UserFacingError) as caught:
        run(load_archive(engine, path))
    assert caught.value.code is ErrorCode.ENGINE_REFUSED
    assert engine.refuses == []


def test_an_engine_that_is_lost_is_not_asked_again(path: Path) -> None:
    def stop(_: int) -> None:
        raise LOST

    engine = engine_with(OLD, refuses=(Received(on_write=stop),))
    with pytest.raises(UserFacingError) as caught:
        run(load_archive(engine, path))
    assert caught.value.code is ErrorCode.ENGINE_LOST
    assert not engine.takes.data


def test_a_file_that_no_conversion_reads_is_sent_as_it_is(path: Path) -> None:
    """Its second layer is named by a digest that is none, which a classic engine finds out."""
    broken = NEW.config.replace(NEW.diff_ids[1].encode(), b"sha256:none")
    entries = [(name, broken if data == NEW.config else data) for name, data in docker_20(NEW)]
    path.write_bytes(tar(entries))
    engine = engine_with(OLD)
    engine.takes = Received(MISSING)
    with pytest.raises(UserFacingError) as caught:
        run(load_archive(engine, path))
    assert caught.value.code is ErrorCode.ENGINE_REFUSED
    assert engine.takes.data == path.read_bytes()


def test_what_is_left_out_is_named_all_the_same(path: Path) -> None:
    engine = engine_with(OLD)
    run(load_archive(engine, path))
    with tarfile.open(fileobj=io.BytesIO(bytes(engine.takes.data))) as archive:
        manifest = archive.extractfile(MANIFEST)
        assert manifest is not None
        (record,) = json.load(manifest)
    assert record["Layers"] == [f"{each[7:]}.tar" for each in NEW.diff_ids]
    assert record["RepoTags"] == ["docker.io/shop/web:2"]
