"""Risk: an engine that dies at any moment leaves a traceback, a half file or a job without end."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.engine import Engine
from desktop_app.errors import ErrorCode
from desktop_app.progress import Phase, run
from desktop_app.transfers import export_container, import_filesystem, load_archive, save_images
from desktop_app.transfers.naming import name_image, remove_name
from tests.real_engines.conftest import Site
from tests.real_engines.jobs import failure_after, failure_of, files_in

pytestmark = [
    pytest.mark.engine_real,
    pytest.mark.usefixtures("failing_connections"),
    pytest.mark.filterwarnings("ignore:unclosed <socket"),
]

NEW = "registry.example/new:1"
ENDS_OF_A_STREAM = {ErrorCode.ENGINE_LOST, ErrorCode.STREAM_CUT}


@pytest.fixture
def ferry(site: Site, ferry_to: Callable[[str], Engine]) -> Engine:
    return ferry_to(site.engine.url)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    return folder / "lost.tar"


def test_dead_before_the_job_begins(site: Site, ferry: Engine, target: Path) -> None:
    site.engine.kill()
    bodies = (
        save_images(ferry, [site.image], target),
        export_container(ferry, site.container, target),
        load_archive(ferry, site.archive),
        import_filesystem(ferry, site.filesystem, NEW),
        name_image(ferry, "sha256:0", NEW),
        remove_name(ferry, site.image),
    )
    for body in bodies:
        error = failure_of(body)
        assert error.code is ErrorCode.ENGINE_LOST
        assert error.detail
    assert files_in(target.parent) == []


def test_killed_in_the_silence_before_the_first_byte(
    site: Site, ferry: Engine, target: Path
) -> None:
    site.engine.pause()
    body = save_images(ferry, [site.image], target)
    assert failure_after(Phase.WAITING, site.engine.kill, body).code is ErrorCode.ENGINE_LOST
    assert files_in(target.parent) == []


def test_killed_in_the_middle_of_a_save_and_started_again(
    site: Site, ferry: Engine, target: Path
) -> None:
    body = save_images(ferry, [site.image], target)
    error = failure_after(Phase.RECEIVING, site.engine.kill, body)

    assert error.code in ENDS_OF_A_STREAM
    assert files_in(target.parent) == []

    site.engine.start()
    assert run(save_images(ferry, [site.image], target)).images[0].names == (site.image,)


def test_killed_in_the_middle_of_an_export_and_started_again(
    site: Site, ferry: Engine, target: Path
) -> None:
    body = export_container(ferry, site.container, target)
    error = failure_after(Phase.RECEIVING, site.engine.kill, body)

    assert error.code in ENDS_OF_A_STREAM
    assert files_in(target.parent) == []

    site.engine.start()
    assert run(export_container(ferry, site.container, target)).size_bytes > 0


def test_killed_in_a_load_and_started_again(site: Site, ferry: Engine) -> None:
    site.engine.pause()  # so that it is not all sent by then
    body = load_archive(ferry, site.archive)
    assert failure_after(Phase.SENDING, site.engine.kill, body).code is ErrorCode.ENGINE_LOST

    site.engine.start()
    assert run(load_archive(ferry, site.archive)).images[0].names == (site.image,)


def test_killed_while_it_unpacks_and_started_again(site: Site, ferry: Engine) -> None:
    body = import_filesystem(ferry, site.filesystem, NEW)
    assert failure_after(Phase.UNPACKING, site.engine.kill, body).code is ErrorCode.ENGINE_LOST

    site.engine.start()
    assert run(import_filesystem(ferry, site.filesystem, NEW)).name == NEW
    ferry.untag(NEW)


def test_killed_between_the_last_byte_and_the_proof(site: Site, ferry: Engine) -> None:
    body = load_archive(ferry, site.archive)
    assert failure_after(Phase.CHECKING, site.engine.kill, body).code is ErrorCode.ENGINE_LOST
