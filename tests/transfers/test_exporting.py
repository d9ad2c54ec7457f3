"""Risk: a container's file system on the disk that is not whole, or not all that is thought."""

import os
from pathlib import Path

import pytest

from desktop_app.archives import ArchiveKind, Compression, Evidence, complete, identify
from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.engine_info import ContainerSizes
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress, run
from desktop_app.transfers import ExportOptions, export_container
from tests.archives import builder
from tests.archives.builder import tar
from tests.transfers.stand_in import Sent, StandIn, container

WHOLE = builder.root_filesystem()


def engine_sending(sends: bytes | Sent, state: str = "exited") -> StandIn:
    web = container("c" * 64, state, volumes=("/var/lib/data", "/srv"))
    return StandIn(sends=sends, has_containers={"web": web})


def failure(engine: StandIn, folder: Path) -> UserFacingError:
    with pytest.raises(UserFacingError) as caught:
        run(export_container(engine, "web", folder / "web.tar"))
    assert list(folder.iterdir()) == []
    return caught.value


@pytest.mark.parametrize("state", ["created", "running", "paused", "restarting", "exited"])
def test_a_container_of_any_state_is_exported_by_its_full_id(tmp_path: Path, state: str) -> None:
    engine = engine_sending(WHOLE, state)
    result = run(export_container(engine, "web", tmp_path / "web.tar"))
    assert (tmp_path / "web.tar").read_bytes() == WHOLE
    assert (result.path, result.size_bytes) == (tmp_path / "web.tar", len(WHOLE))
    assert engine.asked_for == [["c" * 64]]


def test_volumes_are_named_because_they_are_not_in_the_file(tmp_path: Path) -> None:
    result = run(export_container(engine_sending(WHOLE), "web", tmp_path / "web.tar"))
    assert result.left_out == ("/var/lib/data", "/srv")


def test_a_container_that_is_half_removed_is_told_before_it_is_asked_for(tmp_path: Path) -> None:
    engine = engine_sending(WHOLE, "dead")
    error = failure(engine, tmp_path)
    assert (error.code, error.params) == (ErrorCode.CONTAINER_DEAD, {"container": "web"})
    assert engine.asked_for == []


def test_a_container_removed_before_the_job_is_told(tmp_path: Path) -> None:
    assert failure(StandIn(), tmp_path).code is ErrorCode.CONTAINER_GONE


@pytest.mark.parametrize(
    ("sends", "code"),
    [
        (WHOLE[:2000], ErrorCode.STREAM_CUT),
        (WHOLE.rstrip(b"\0"), ErrorCode.STREAM_CUT),  # a file that shrank while it was exported
        (WHOLE + b'{"message":"disk error"}', ErrorCode.STREAM_ERROR),
        (b'{"message":"disk error"}', ErrorCode.STREAM_ERROR),
        (b"", ErrorCode.STREAM_CUT),
        (tar([]), ErrorCode.EXPORT_EMPTY),
        (tar([("bin", builder.folder()), (".dockerenv", b"")]), ErrorCode.EXPORT_EMPTY),
    ],
)
def test_an_engine_that_fails_within_its_success_leaves_no_file(
    tmp_path: Path, sends: bytes, code: ErrorCode
) -> None:
    assert failure(engine_sending(sends), tmp_path).code is code


def test_what_the_engine_counts_is_for_the_progress(tmp_path: Path) -> None:
    engine, seen = engine_sending(WHOLE), list[Progress]()
    engine.has_container_sizes = ContainerSizes(0, 20_000)
    run(export_container(engine, "web", tmp_path / "web.tar"), seen.append)
    assert Progress(Phase.RECEIVING, len(WHOLE), 20_000, is_estimate=True) in seen


def test_a_cancel_ends_it_and_leaves_nothing(tmp_path: Path) -> None:
    cancel = CancelToken()

    def cancel_at_once(progress: Progress) -> None:
        assert progress.phase in (Phase.WAITING, Phase.RECEIVING)
        cancel.cancel()

    job = export_container(
        engine_sending(Sent(WHOLE[:4000], is_silent=True)),
        "web",
        tmp_path / "web.tar",
        cancel=cancel,
    )
    with pytest.raises(Cancelled):
        run(job, cancel_at_once)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("compression", [Compression.GZIP, Compression.ZSTD])
def test_a_compressed_export_in_parts_is_whole_and_known_at_once(
    tmp_path: Path, compression: Compression
) -> None:
    data = builder.root_filesystem([("srv/noise", os.urandom(3 << 20))])
    options = ExportOptions(compression=compression, part_bytes=1 << 20, checksum=True)
    result = run(export_container(engine_sending(data), "web", tmp_path / "web.tar", options))
    assert len(result.files) == 4 + 2
    first = identify(result.path)
    assert (first.kind, first.evidence) == (ArchiveKind.FILESYSTEM, Evidence.DOCKERENV)
    assert not first.complete
    assert complete(first).kind is ArchiveKind.FILESYSTEM
