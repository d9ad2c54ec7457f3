"""Risk: a file that was not received whole, a half file left, or a wrong reason told."""

import hashlib
import os
import resource
import signal
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop_app.archives import ArchiveKind, Evidence, HostileArchive, HostileReason
from desktop_app.archives.content import Content
from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress, run
from desktop_app.transfers.channel import BLOCK_BYTES, Reader
from desktop_app.transfers.output import FileOptions
from desktop_app.transfers.receiving import receive
from tests.transfers.stand_in import LOST, Sent

DATA = os.urandom(3 * BLOCK_BYTES + 5)
PLAIN = FileOptions()


@dataclass
class Collected:
    """A proof that has seen everything."""

    data: bytes
    content: Content = field(default_factory=lambda: Content(ArchiveKind.OTHER, Evidence.WRAPPED))


def collected(reader: Reader) -> Collected:
    return Collected(b"".join(bytes(view) for view in reader))


def failure(sent: Sent, target: Path, prove=collected) -> UserFacingError:
    """The error of a transfer that fails; it must leave nothing behind and end the stream."""
    before = sorted(target.parent.iterdir())
    with pytest.raises(UserFacingError) as caught:
        run(receive(sent, target, prove, PLAIN, CancelToken()))
    assert sent.was_cut
    assert not target.parent.is_dir() or sorted(target.parent.iterdir()) == before
    return caught.value


def test_the_file_has_every_byte_and_was_looked_at_whole(tmp_path: Path) -> None:
    told: list[Progress] = []
    options = FileOptions(estimated_bytes=1000)
    received = run(
        receive(Sent(DATA), tmp_path / "a.tar", collected, options, CancelToken()), told.append
    )
    assert (tmp_path / "a.tar").read_bytes() == received.proof.data == DATA
    assert received.files == (tmp_path / "a.tar",)
    assert received.size_bytes == len(DATA)
    assert received.sha256 == hashlib.sha256(DATA).hexdigest()
    assert told[-1] == Progress(Phase.CHECKING, len(DATA), len(DATA))
    assert told[-2].total_bytes == 1000
    assert told[-2].is_estimate


def test_the_silence_before_the_first_byte_is_told_as_waiting(tmp_path: Path) -> None:
    sent = Sent(is_silent=True)
    job = receive(sent, tmp_path / "a.tar", collected, PLAIN, CancelToken())
    assert [next(job), next(job)] == [Progress(Phase.WAITING, is_estimate=True)] * 2
    job.close()
    assert sent.was_cut


@pytest.mark.parametrize("sent_before", [b"", DATA], ids=["waiting", "receiving"])
def test_an_engine_that_stops_leaves_nothing(tmp_path: Path, sent_before: bytes) -> None:
    error = failure(Sent(sent_before, LOST), tmp_path / "a.tar")
    assert error.code is ErrorCode.ENGINE_LOST


def test_what_does_not_prove_true_leaves_nothing_and_ends_the_stream(tmp_path: Path) -> None:
    def refuse(reader: Reader) -> None:
        next(iter(reader))
        raise UserFacingError(ErrorCode.DIGEST_MISMATCH, {"member": "x"})

    sent = Sent(DATA, is_silent=True)
    assert failure(sent, tmp_path / "a.tar", refuse).code is ErrorCode.DIGEST_MISMATCH


def test_a_hostile_stream_is_told_with_the_file_that_it_was_for(tmp_path: Path) -> None:
    def refuse(_reader: Reader) -> None:
        raise HostileArchive(HostileReason.BAD_SIZE)

    error = failure(Sent(DATA), tmp_path / "a.tar", refuse)
    assert error.params == {"path": str(tmp_path / "a.tar"), "reason": "bad-size"}


@pytest.mark.parametrize("phase", [Phase.WAITING, Phase.RECEIVING, Phase.CHECKING])
def test_a_cancel_in_any_phase_leaves_nothing_and_keeps_the_older_file(
    tmp_path: Path, phase: Phase
) -> None:
    (tmp_path / "a.tar").write_bytes(b"older")
    cancel = CancelToken()
    sent = Sent(b"" if phase is Phase.WAITING else DATA, is_silent=phase is not Phase.CHECKING)

    def cancel_in_phase(progress: Progress) -> None:
        if progress.phase is phase:
            cancel.cancel()

    with pytest.raises(Cancelled):
        run(receive(sent, tmp_path / "a.tar", collected, PLAIN, cancel), cancel_in_phase)
    assert sent.was_cut
    assert [path.name for path in tmp_path.iterdir()] == ["a.tar"]
    assert (tmp_path / "a.tar").read_bytes() == b"older"


def test_a_cancel_before_the_start_asks_the_engine_nothing(tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    sent = Sent(DATA)
    with pytest.raises(Cancelled):
        run(receive(sent, tmp_path / "a.tar", collected, PLAIN, cancel))
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fills_in_the_middle_is_told_though_the_engine_would_go_on(
    tiny_disk: Path,
) -> None:
    error = failure(Sent(DATA, is_silent=True), tiny_disk / "a.tar")
    assert error.code is ErrorCode.TARGET_FULL
    assert error.params == {"path": str(tiny_disk / "a.tar"), "removable": ""}


def test_a_disk_that_is_read_only_is_told_before_the_engine_works(tiny_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", tiny_disk], check=True)
    error = failure(Sent(is_silent=True), tiny_disk / "a.tar")
    assert error.code is ErrorCode.TARGET_READ_ONLY


def test_a_file_system_without_big_files_is_told(tmp_path: Path) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (BLOCK_BYTES, limits[1]))
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        error = failure(Sent(DATA), tmp_path / "a.tar")
    finally:
        signal.signal(signal.SIGXFSZ, handler)
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert error.code is ErrorCode.TARGET_NO_BIG_FILES


def test_a_folder_that_is_taken_away_in_the_middle_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()

    def take_away(reader: Reader) -> Collected:
        (folder / "a.tar.part").unlink()
        folder.rmdir()
        return collected(reader)

    assert failure(Sent(DATA), folder / "a.tar", take_away).code is ErrorCode.TARGET_FOLDER_GONE
