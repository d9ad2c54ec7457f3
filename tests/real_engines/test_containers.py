"""Risk: a container in some state that cannot be exported, or volumes that are lost unsaid."""

import tarfile
from pathlib import Path

import pytest

from desktop_app.engine import Engine
from desktop_app.errors import ErrorCode
from desktop_app.progress import Phase, Progress, run
from desktop_app.transfers import export_container
from tests.helpers.folders import files_in
from tests.real_engines.images import Workshop
from tests.real_engines.jobs import failure_of

pytestmark = pytest.mark.engine_real

STATES = ("created", "running", "paused", "exited")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    return folder / "web.tar"


@pytest.mark.parametrize("state", STATES)
def test_a_container_of_any_state_is_exported_and_stays_as_it_is(
    ferry: Engine, workshop: Workshop, target: Path, state: str
) -> None:
    workshop.base("shop/base:1", volumes=["/data"])
    container = workshop.container("shop/base:1", "web", state, volumes=["/more"])

    exported = run(export_container(ferry, container, target))

    with tarfile.open(target) as archive:
        assert {"wait", "etc/motd"} <= set(archive.getnames())
    assert exported.left_out == ("/data", "/more")
    assert exported.size_bytes == target.stat().st_size
    assert ferry.container(container).state == state
    assert files_in(target.parent) == [target.name]


def test_a_container_is_known_by_its_name_too(
    ferry: Engine, workshop: Workshop, target: Path
) -> None:
    workshop.base("shop/base:1")
    workshop.container("shop/base:1", "web")
    assert run(export_container(ferry, "web", target)).left_out == ()


def test_what_was_changed_in_a_container_is_in_the_file(
    ferry: Engine, workshop: Workshop, target: Path, tmp_path: Path
) -> None:
    workshop.base("shop/base:1")
    container = workshop.container("shop/base:1", "web")
    change = tmp_path / "change.tar"
    (tmp_path / "set-up").write_text("by hand")
    with tarfile.open(change, "w") as archive:
        archive.add(tmp_path / "set-up", "etc/set-up")
    workshop.client.put_archive(container, "/", change.read_bytes())

    sizes = ferry.container_sizes(container)
    assert 0 < sizes.written_bytes < sizes.whole_bytes
    run(export_container(ferry, container, target))

    with tarfile.open(target) as archive:
        member = archive.extractfile("etc/set-up")
        assert member is not None
        assert member.read() == b"by hand"


def test_a_container_removed_between_the_click_and_the_job(
    ferry: Engine, workshop: Workshop, target: Path
) -> None:
    workshop.base("shop/base:1")
    container = workshop.container("shop/base:1", "web")
    workshop.client.remove_container(container)

    error = failure_of(export_container(ferry, container, target))

    assert (error.code, error.params["container"]) == (ErrorCode.CONTAINER_GONE, container)
    assert files_in(target.parent) == []


def test_a_container_removed_after_it_was_looked_up(
    ferry: Engine, workshop: Workshop, target: Path
) -> None:
    """The last moment: the record was read, the export not yet asked for."""
    workshop.base("shop/base:1")
    container = workshop.container("shop/base:1", "web")
    with ferry.open_export(container) as download:
        workshop.client.remove_container(container)
        error = failure_of(reading(download))
    assert (error.code, error.params["container"]) == (ErrorCode.CONTAINER_GONE, container)


def test_how_large_an_export_becomes_is_known_before_about_right(
    ferry: Engine, workshop: Workshop, target: Path, tmp_path: Path
) -> None:
    workshop.large("shop/large:1", 50, tmp_path)
    container = workshop.client.create_container("shop/large:1", ["/wait"])["Id"]
    seen: list[Progress] = []

    exported = run(export_container(ferry, container, target), seen.append)

    receiving = [progress for progress in seen if progress.phase is Phase.RECEIVING]
    assert receiving
    assert receiving[-1].done_bytes == exported.size_bytes > 50_000_000
    for progress in receiving:
        assert progress.is_estimate
        assert progress.total_bytes == pytest.approx(exported.size_bytes, rel=0.1)


def reading(download):
    """As the first stage of a job does it."""
    download.readinto(memoryview(bytearray(1 << 16)))
    yield from ()
