"""Risk: the computer falls asleep in the middle of a transfer, or never again after one."""

import sys
import threading
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.cancel import CancelToken
from desktop_app.desktop import keep_awake, settings
from desktop_app.desktop.keep_awake import KeepAwake
from desktop_app.desktop.settings import Preferences
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.requests import LoadRequest
from desktop_app.workers.job import Request
from desktop_app.workers.queue import JobQueue
from tests.helpers.mocked_services import (
    WAIT_SECONDS,
    MockedService,
    mocked_service,
    session_bus,
)

_SERVICE = "org.gnome.SessionManager"
_PATH = "/org/gnome/SessionManager"


class Desktop:
    """A session of GNOME, as far as it keeps the computer awake.

    Args:
        service: plays it.
    """

    def __init__(self, service: MockedService) -> None:
        self._service = service
        service.teach("Inhibit", "susu", "u", "ret = 7")
        service.teach("Uninhibit", "u")

    def next_call(self) -> str:
        """Wait for the next thing that is asked of it."""
        return self._service.next_call({"Inhibit", "Uninhibit"})[0]


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with session_bus(monkeypatch) as address:
        yield address


@pytest.fixture
def desktop(bus: str) -> Iterator[Desktop]:
    with mocked_service(bus, _SERVICE, _PATH, _SERVICE) as service:
        yield Desktop(service)


class Work:
    """Jobs that last until the test lets them go."""

    def __init__(self) -> None:
        self.is_enough = threading.Event()

    def perform(self, _request: Request, _cancel: CancelToken) -> Generator[Progress, None, object]:
        yield Progress(Phase.WAITING)
        assert self.is_enough.wait(WAIT_SECONDS)
        return None


@pytest.fixture
def work() -> Work:
    return Work()


@pytest.fixture
def queue(work: Work) -> JobQueue:
    return JobQueue(work.perform)


@pytest.fixture
def awake(queue: JobQueue, monkeypatch: pytest.MonkeyPatch) -> Iterator[KeepAwake]:
    monkeypatch.setattr(keep_awake, "_SOON_SECONDS", 0)
    awake = KeepAwake(queue)
    yield awake
    awake.stop()


def _finish(queue: JobQueue, work: Work, qtbot: QtBot) -> None:
    work.is_enough.set()
    qtbot.waitUntil(lambda: not queue.has_live_jobs)


@pytest.mark.usefixtures("awake")
def test_the_computer_stays_awake_while_there_is_work_and_no_longer(
    desktop: Desktop, queue: JobQueue, work: Work, qtbot: QtBot
) -> None:
    queue.submit(LoadRequest(Path("a.tar")))
    queue.submit(LoadRequest(Path("b.tar")))
    assert desktop.next_call() == "Inhibit"
    _finish(queue, work, qtbot)
    assert desktop.next_call() == "Uninhibit"


@pytest.mark.usefixtures("awake")
def test_each_stretch_of_work_counts(
    desktop: Desktop, queue: JobQueue, work: Work, qtbot: QtBot
) -> None:
    for name in ("a.tar", "b.tar"):
        work.is_enough.clear()
        queue.submit(LoadRequest(Path(name)))
        assert desktop.next_call() == "Inhibit"
        _finish(queue, work, qtbot)
        assert desktop.next_call() == "Uninhibit"


def test_the_programs_end_is_the_end_of_it(
    desktop: Desktop, queue: JobQueue, work: Work, awake: KeepAwake, qtbot: QtBot
) -> None:
    queue.submit(LoadRequest(Path("a.tar")))
    assert desktop.next_call() == "Inhibit"
    awake.stop()
    assert desktop.next_call() == "Uninhibit"
    _finish(queue, work, qtbot)


def test_a_job_that_is_over_at_once_asks_for_nothing(
    monkeypatch: pytest.MonkeyPatch, queue: JobQueue, work: Work, awake: KeepAwake, qtbot: QtBot
) -> None:
    monkeypatch.setattr(keep_awake, "_SOON_SECONDS", WAIT_SECONDS)
    monkeypatch.setitem(sys.modules, "wakepy", None)  # its import would fail the test
    queue.submit(LoadRequest(Path("a.tar")))
    _finish(queue, work, qtbot)
    assert awake._thread is not None
    awake._thread.join(WAIT_SECONDS)
    assert not awake._thread.is_alive()


@pytest.mark.filterwarnings("ignore:unclosed <socket")
@pytest.mark.usefixtures("failing_connections", "awake", "bus")
def test_a_desktop_that_knows_nothing_of_it_is_no_error(
    queue: JobQueue, work: Work, qtbot: QtBot
) -> None:
    queue.submit(LoadRequest(Path("a.tar")))
    _finish(queue, work, qtbot)


@pytest.mark.usefixtures("awake")
def test_no_desktop_at_all_is_no_error(
    queue: JobQueue, work: Work, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    queue.submit(LoadRequest(Path("a.tar")))
    _finish(queue, work, qtbot)


def test_whoever_does_not_want_it_is_not_kept_awake(
    queue: JobQueue, work: Work, awake: KeepAwake, qtbot: QtBot
) -> None:
    settings.remember_preferences(Preferences(keeps_awake=False))
    queue.submit(LoadRequest(Path("a.tar")))
    settings._stored().clear()
    assert awake._thread is None
    _finish(queue, work, qtbot)
