"""Risk: a file without what was asked for: a name, an image, all tags in place of one."""

import tarfile
from pathlib import Path

import pytest

from desktop_app.engine import Engine
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress, run
from desktop_app.transfers import load_archive, save_images
from tests.archives import builder
from tests.helpers.folders import files_in
from tests.real_engines.images import Workshop
from tests.real_engines.jobs import failure_of

pytestmark = pytest.mark.engine_real


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    return folder / "images.tar"


def test_several_images_in_one_file_are_all_back_with_their_names(
    ferry: Engine, workshop: Workshop, target: Path
) -> None:
    workshop.base("shop/base:1")
    for name in ("shop/web:1", "shop/db:2"):
        workshop.built_on("shop/base:1", name, {"srv/name": name.encode()})
    names = ["shop/web:1", "shop/db:2", "shop/base:1"]
    before = {name: workshop.config(name) for name in names}

    saved = run(save_images(ferry, names, target))
    workshop.empty()
    loaded = run(load_archive(ferry, target))

    assert {name: workshop.config(name) for name in names} == before
    assert sorted(name for image in saved.images for name in image.names) == sorted(names)
    assert sorted(name for image in loaded.images for name in image.names) == sorted(names)
    assert sorted(name for image in ferry.images() for name in image.names) == sorted(names)


def test_all_names_of_one_image_that_were_asked_for_and_no_others(
    ferry: Engine, workshop: Workshop, target: Path
) -> None:
    image_id = workshop.base("shop/web:1")
    for name in ("shop/web:2", "shop/web:latest", "market/web:1"):
        ferry.tag(image_id, name)
    names = ("market/web:1", "shop/web:2", "shop/web:latest")

    saved = run(save_images(ferry, ["shop/web:2", "market/web:1", "shop/web"], target))
    workshop.empty()
    run(load_archive(ferry, target))

    assert sorted(name for image in saved.images for name in image.names) == sorted(names)
    assert len({image.config_digest for image in saved.images}) == 1
    assert [sorted(record.names) for record in ferry.images()] == [sorted(names)]


def test_a_name_with_a_registry_survives(ferry: Engine, workshop: Workshop, target: Path) -> None:
    name = "registry.example:5000/shop/web:1.0-beta_2"
    workshop.base(name)
    run(save_images(ferry, [name], target))
    workshop.empty()
    run(load_archive(ferry, target))
    assert [record.names for record in ferry.images()] == [(name,)]


def test_a_nameless_image_is_not_saved_by_its_id(
    ferry: Engine, workshop: Workshop, target: Path
) -> None:
    image_id = workshop.nameless()

    assert failure_of(save_images(ferry, [image_id], target)).code is ErrorCode.NAME_MISSING
    assert files_in(target.parent) == []


def test_saved_by_its_id_an_image_would_lose_its_name(workshop: Workshop, target: Path) -> None:
    image_id = workshop.base("shop/base:1")
    workshop.save(image_id, target)
    with tarfile.open(target) as archive:
        manifest = archive.extractfile("manifest.json")
        assert manifest is not None
        assert b"shop/base" not in manifest.read()


def test_an_image_removed_between_the_click_and_the_job(
    ferry: Engine, workshop: Workshop, target: Path
) -> None:
    workshop.base("shop/base:1")
    workshop.client.remove_image("shop/base:1")

    error = failure_of(save_images(ferry, ["shop/base:1"], target))

    assert (error.code, error.params["image"]) == (ErrorCode.IMAGE_GONE, "shop/base:1")
    assert files_in(target.parent) == []


def test_one_of_several_images_is_gone_and_the_others_make_no_file(
    ferry: Engine, workshop: Workshop, target: Path
) -> None:
    workshop.base("shop/base:1")

    error = failure_of(save_images(ferry, ["shop/base:1", "shop/gone:1"], target))

    assert error.code is ErrorCode.IMAGE_GONE
    assert "shop/gone:1" in str(error.params["image"])
    assert files_in(target.parent) == []


def test_a_failed_save_leaves_the_older_file_as_it_was(
    ferry: Engine, workshop: Workshop, target: Path
) -> None:
    target.write_bytes(b"older")
    assert failure_of(save_images(ferry, ["shop/gone:1"], target)).code is ErrorCode.IMAGE_GONE
    assert target.read_bytes() == b"older"


def test_layers_of_two_images_are_in_the_file_once(
    ferry: Engine, workshop: Workshop, target: Path, tmp_path: Path
) -> None:
    workshop.large("shop/large:1", 20, tmp_path)
    workshop.built_on("shop/large:1", "shop/more:1", {"more": b"more"})

    saved = run(save_images(ferry, ["shop/large:1", "shop/more:1"], target))

    assert 20_000_000 < saved.size_bytes < 30_000_000


def test_progress_only_grows_and_ends_at_the_size_of_the_file(
    ferry: Engine, workshop: Workshop, target: Path, tmp_path: Path
) -> None:
    workshop.large("shop/large:1", 100, tmp_path)
    seen: list[Progress] = []

    saved = run(save_images(ferry, ["shop/large:1"], target), seen.append)

    phases = list(dict.fromkeys(progress.phase for progress in seen))
    assert phases[-2:] == [Phase.RECEIVING, Phase.CHECKING]
    bytes_seen = [progress.done_bytes for progress in seen]
    assert bytes_seen == sorted(bytes_seen)
    assert bytes_seen[-1] == saved.size_bytes == target.stat().st_size


def test_names_that_no_engine_takes_never_reach_it(ferry: Engine, target: Path) -> None:
    for name in ("Shop/Web:1", "shop/web:", "shop//web", f"shop/web@sha256:{'0' * 64}"):
        assert failure_of(save_images(ferry, [name], target)).code is ErrorCode.NAME_INVALID
    assert failure_of(save_images(ferry, [], target)).code is ErrorCode.SAVE_EMPTY
    assert files_in(target.parent) == []


def test_an_image_without_layers_is_saved_or_the_engine_says_why_not(
    ferry: Engine, workshop: Workshop, target: Path
) -> None:
    workshop.loaded(builder.Image(names=("registry.example/empty:1",), layers=()))
    try:
        run(save_images(ferry, ["registry.example/empty:1"], target))
    except UserFacingError as error:
        assert error.code is ErrorCode.ENGINE_REFUSED  # noqa: PT017  either way is right
        assert files_in(target.parent) == []
    else:
        assert run(load_archive(ferry, target)).images
