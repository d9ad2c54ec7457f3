"""Risk: the two ways get mixed up. Save→load and export→import work; the others never start.

What the engines themselves do with the wrong pairs is tested as well: it is the reason for the
refusals, and if an engine begins to tell its users better, we want to know.
"""

from pathlib import Path

import docker.errors
import pytest

from desktop_app.archives import VerdictCode
from desktop_app.engine import Engine
from desktop_app.errors import ErrorCode
from desktop_app.progress import run
from desktop_app.transfers import (
    ImportOptions,
    export_container,
    import_filesystem,
    load_archive,
    save_images,
)
from tests.real_engines.engines import RunningEngine
from tests.real_engines.images import Workshop
from tests.real_engines.jobs import failure_of

pytestmark = pytest.mark.engine_real

WEB, NEW = "shop/web:1", "shop/new:2"


@pytest.fixture
def saved(ferry: Engine, workshop: Workshop, tmp_path: Path) -> Path:
    """The file of an image of two layers; the engine is empty again."""
    workshop.base("shop/base:1")
    workshop.built_on("shop/base:1", WEB, {"srv/page": b"page"})
    target = tmp_path / "web.tar"
    run(save_images(ferry, [WEB], target))
    workshop.empty()
    return target


@pytest.fixture
def exported(ferry: Engine, workshop: Workshop, tmp_path: Path) -> Path:
    """The file of a container; the engine is empty again."""
    workshop.base("shop/base:1")
    container = workshop.container("shop/base:1", "web")
    target = tmp_path / "filesystem.tar"
    run(export_container(ferry, container, target))
    workshop.empty()
    return target


def test_save_then_load_brings_the_image_back_as_it_was(
    ferry: Engine, workshop: Workshop, tmp_path: Path
) -> None:
    workshop.base("shop/base:1")
    image_id = workshop.built_on("shop/base:1", WEB, {"srv/page": b"page"})
    before = workshop.config(WEB)
    target = tmp_path / "web.tar"

    saved = run(save_images(ferry, [WEB], target))
    workshop.empty()
    loaded = run(load_archive(ferry, target))

    assert workshop.config(WEB) == before
    assert [image.names for image in saved.images] == [(WEB,)]
    assert [image.names for image in loaded.images] == [(WEB,)]
    assert ferry.image(WEB).image_id == image_id == loaded.images[0].image_id
    assert len(ferry.image(WEB).diff_ids) == 2
    assert saved.size_bytes == target.stat().st_size


def test_a_loaded_image_starts(saved: Path, ferry: Engine, workshop: Workshop) -> None:
    run(load_archive(ferry, saved))
    container = workshop.container(WEB, "web", "exited")
    assert workshop.client.wait(container)["StatusCode"] == 0


def test_export_then_import_makes_an_image_with_the_name_and_the_files(
    exported: Path, ferry: Engine, workshop: Workshop
) -> None:
    imported = run(import_filesystem(ferry, exported, NEW))

    image = ferry.image(NEW)
    assert image.image_id == imported.image_id
    assert [record.names for record in ferry.images()] == [(NEW,)]
    assert len(image.diff_ids) == 1
    container = workshop.container(NEW, "new", "exited")
    assert workshop.client.wait(container)["StatusCode"] == 0


def test_a_saved_file_is_not_imported_before_one_byte_is_sent(
    saved: Path, engine: RunningEngine, ferry: Engine
) -> None:
    with engine.paused():  # whoever sent it a byte would wait for its answer
        error = failure_of(import_filesystem(ferry, saved, NEW))

    assert error.code is ErrorCode.FILE_UNSUITABLE
    assert error.params["verdict"] == VerdictCode.IMAGES_NEED_LOAD
    assert ferry.images() == ()


def test_a_saved_file_imported_all_the_same_can_never_start(
    saved: Path, ferry: Engine, workshop: Workshop
) -> None:
    run(import_filesystem(ferry, saved, NEW, ImportOptions(despite_warning=True)))

    assert len(ferry.image(NEW).diff_ids) == 1
    with pytest.raises(docker.errors.APIError, match=r"(?i)no command"):
        workshop.client.start(workshop.client.create_container(NEW))


def test_an_exported_file_is_not_loaded_before_one_byte_is_sent(
    exported: Path, engine: RunningEngine, ferry: Engine
) -> None:
    with engine.paused():
        error = failure_of(load_archive(ferry, exported))

    assert error.code is ErrorCode.FILE_UNSUITABLE
    assert error.params["verdict"] == VerdictCode.FILESYSTEM_NEEDS_IMPORT
    assert ferry.images() == ()


def test_an_exported_file_loaded_all_the_same_fails_in_words_that_help_nobody(
    exported: Path, ferry: Engine, workshop: Workshop
) -> None:
    with exported.open("rb") as archive:
        try:
            answer = str(list(workshop.client.load_image(archive)))
        except docker.errors.APIError as error:
            answer = str(error)

    puzzles = ("no such file", "unrecognized image format", "does not match any of the supported")
    assert any(words in answer for words in puzzles)
    assert "import" not in answer.replace("docker-import-", "")
    assert ferry.images() == ()
