"""Risk: a crash, a full disk or a second program costs people the history of their transfers."""

import logging
import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from pytestqt.qtbot import QtBot

from desktop_app.cancel import CancelToken
from desktop_app.desktop import history as module
from desktop_app.desktop.history import History
from desktop_app.desktop.history_line import to_line
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.requests import ImportRequest, LoadRequest, SaveRequest, SaveResult
from desktop_app.workers.job import Request
from desktop_app.workers.outcome import Failed, Stopped
from desktop_app.workers.queue import JobQueue
from tests.desktop.past import ALL, CANCELLED, FAILED, SAVED

_SAVE = SaveRequest(("a:1",), Path("/stick/a.tar"))
_LOAD = LoadRequest(Path("/stick/b.tar"))


def _perform(request: Request, _cancel: CancelToken) -> Generator[Progress, None, object]:
    yield Progress(Phase.WAITING)
    if isinstance(request, LoadRequest):
        raise UserFacingError(ErrorCode.ENGINE_LOST, {}, "reset")
    return SaveResult(_SAVE.target, 95, (), 64 * "5")


@pytest.fixture
def queue(qtbot: QtBot) -> Iterator[JobQueue]:
    queue = JobQueue(_perform)
    yield queue
    with qtbot.waitSignal(queue.drained):
        queue.shut_down()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.jsonl"


@pytest.fixture
def history(queue: JobQueue, file: Path) -> History:
    return History(queue, file)


def _ids(history: History) -> list[str]:
    return [past.job_id for past in history.entries]


def _write(file: Path, *lines: bytes) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"\n".join(lines))


def _read_again(file: Path) -> History:
    history = History(JobQueue(_perform), file)
    history.read()
    return history


def test_every_end_is_remembered_at_once(
    queue: JobQueue, history: History, file: Path, qtbot: QtBot
) -> None:
    jobs = [queue.submit(request) for request in (_SAVE, _LOAD, ImportRequest(_LOAD.path, "a:1"))]
    jobs[2].cancel()
    qtbot.waitUntil(lambda: len(history.entries) == 3)
    read = _read_again(file).entries
    assert [past.job_id for past in read] == [jobs[2].job_id, jobs[0].job_id, jobs[1].job_id]
    assert read[0].outcome == Stopped()
    assert (read[1].size_bytes, read[1].sha256) == (95, 64 * "5")
    assert read[2].outcome == Failed(ErrorCode.ENGINE_LOST, {}, "reset")


def test_nobody_else_may_read_it(
    queue: JobQueue, history: History, file: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(history.changed):
        queue.submit(_SAVE)
    assert file.stat().st_mode & 0o777 == 0o600
    assert history.forget_all()
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_before_the_first_transfer_there_is_nothing(history: History, file: Path) -> None:
    history.read()
    assert history.entries == ()
    assert not file.exists()


def test_a_line_that_was_cut_off_spoils_no_other(
    queue: JobQueue, history: History, file: Path, qtbot: QtBot
) -> None:
    _write(file, to_line(SAVED), to_line(FAILED)[:50])
    history.read()
    assert _ids(history) == ["1"]
    with qtbot.waitSignal(history.changed):
        job = queue.submit(_SAVE)
    assert _ids(_read_again(file)) == ["1", job.job_id]


def test_some_or_all_can_be_forgotten_and_what_is_not_known_stays_till_the_last(
    queue: JobQueue, history: History, file: Path
) -> None:
    newer = b'{"id": "x", "what": "teleport"}'
    _write(file, *map(to_line, ALL), newer)
    history.read()
    assert history.forget(["1", "3", "4"])
    assert _ids(history) == _ids(_read_again(file)) == ["2", "5", "6"]
    assert newer in file.read_bytes()
    assert history.forget_all()
    assert history.entries == ()
    assert file.read_bytes() == b""


def test_the_oldest_of_very_many_are_forgotten(
    history: History, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_ENTRIES", 2)
    _write(file, *map(to_line, (SAVED, FAILED, CANCELLED)))
    history.read()
    assert _ids(history) == ["3", "4"]
    assert to_line(SAVED) not in file.read_bytes()


def test_a_long_one_is_read_bit_by_bit_the_newest_first(
    queue: JobQueue, history: History, file: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(module, "_READ_AT_ONCE", 2)
    _write(file, *map(to_line, ALL))
    history.read()
    assert _ids(history) == ["5", "6"]
    assert history.forget(["2", "6"])
    job = queue.submit(_SAVE)
    qtbot.waitUntil(lambda: len(history.entries) == 5)
    assert _ids(history) == ["1", "3", "4", "5", job.job_id]


def test_what_is_all_forgotten_is_read_no_further(
    history: History, file: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(module, "_READ_AT_ONCE", 2)
    _write(file, *map(to_line, ALL))
    history.read()
    assert history.forget_all()
    with qtbot.waitSignal(history.changed):  # it was to go on
        pass
    assert _ids(history) == []


def test_two_programs_write_into_one_file(
    queue: JobQueue, history: History, file: Path, qtbot: QtBot
) -> None:
    other = History(queue, file)
    with qtbot.waitSignals([history.changed, other.changed]):
        job = queue.submit(_SAVE)
    assert _ids(_read_again(file)) == [job.job_id]
    lines = [line for line in file.read_bytes().split(b"\n") if line]
    assert len(lines) == 2


def test_nothing_is_removed_while_another_program_changes_the_file(
    history: History, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_LOCK_MS", 0)
    _write(file, to_line(SAVED))
    history.read()
    other = QLockFile(f"{file}.lock")
    assert other.tryLock(0)
    assert not history.forget(["1"])
    assert not history.forget_all()
    assert _ids(history) == _ids(_read_again(file)) == ["1"]
    other.unlock()


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "open", refuse)


@pytest.mark.usefixtures("full_disk")
def test_a_disk_that_takes_nothing_is_no_reason_to_stop(
    queue: JobQueue, history: History, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR), qtbot.waitSignal(history.changed):
        job = queue.submit(_SAVE)
    assert _ids(history) == [job.job_id]
    assert not history.forget([job.job_id])
    assert _ids(history) == [job.job_id]
    assert "No space left on device" in caplog.text


def test_what_cannot_be_read_now_is_not_lost(
    history: History,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    _write(file, to_line(SAVED), to_line(FAILED))
    history.read()

    def refuse(_path: Path) -> bytes:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", refuse)
        assert not history.forget(["1"])
    assert "Input/output error" in caplog.text
    assert _ids(history) == _ids(_read_again(file)) == ["1", "3"]


def test_a_file_that_cannot_be_read_is_an_empty_history(
    history: History, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file.mkdir(parents=True)
    history.read()
    assert history.entries == ()
    assert "cannot be read" in caplog.text
