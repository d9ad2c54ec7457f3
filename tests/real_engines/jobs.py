"""Jobs brought to the end that a test wants: a failure, a cancel, or an engine's death half way."""

import contextlib
import threading
import time
from collections.abc import Callable, Generator, Iterator

import pytest
from typing_extensions import override

from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.engine import Engine, Upload
from desktop_app.errors import UserFacingError
from desktop_app.progress import Phase, Progress, run
from tests.real_engines.engines import RunningEngine

Body = Generator[Progress, None, object]

_AT_ONCE_SECONDS = 1.0


def failure_of(body: Body) -> UserFacingError:
    """The error that a job must end with."""
    with pytest.raises(UserFacingError) as caught:
        run(body)
    return caught.value


def failure_after(phase: Phase, act: Callable[[], None], body: Body) -> UserFacingError:
    """The error that a job ends with when something happens in one of its phases."""
    with pytest.raises(UserFacingError) as caught:
        run(body, once(phase, act))
    return caught.value


def cancel_in(phase: Phase, token: CancelToken, body: Body) -> Cancelled:
    """Cancel a job in one of its phases; it must end at once, and as cancelled."""
    moments: list[float] = []

    def cancel() -> None:
        moments.append(time.monotonic())
        token.cancel()

    with pytest.raises(Cancelled) as caught:
        run(body, once(phase, cancel))
    assert time.monotonic() - moments[0] < _AT_ONCE_SECONDS
    return caught.value


class Impatience(CancelToken):
    """Cancels itself from another thread as soon as something waits for the engine after `begin`.

    Attributes:
        moment: when it was cancelled; None before.
    """

    def __init__(self) -> None:
        super().__init__()
        self.moment: float | None = None
        self._has_begun = False

    def begin(self) -> None:
        self._has_begun = True

    @override
    @contextlib.contextmanager
    def closing_with(self, closer: Callable[[], None]) -> Iterator[None]:
        with super().closing_with(closer):
            if self._has_begun and self.moment is None:
                self.moment = time.monotonic()
                threading.Thread(target=self.cancel).start()
            yield


def cancel_while_asking(token: Impatience, body: Body, *, after: Phase | None = None) -> None:
    """Cancel a job that waits for a silent engine; it must end at once, and as cancelled.

    Args:
        token: of the job.
        body: the job.
        after: the phase from which on it is impatient; None for the beginning.
    """
    if after is None:
        token.begin()

    def look(progress: Progress) -> None:
        if progress.phase is after:
            token.begin()

    with pytest.raises(Cancelled):
        run(body, look)
    assert token.moment is not None
    assert time.monotonic() - token.moment < _AT_ONCE_SECONDS


@contextlib.contextmanager
def silent_in_transfer(running: RunningEngine) -> Iterator[None]:
    """The engine answers questions, and is silent from the moment on at which bytes are to pass."""
    with pytest.MonkeyPatch.context() as patch:
        for verb in ("open_save", "open_load", "open_import"):
            patch.setattr(Engine, verb, _after(running.pause, getattr(Engine, verb)))
        yield
    running.resume()


def _after(act: Callable[[], None], opening: Callable[..., Upload]) -> Callable[..., Upload]:
    def opened(*arguments: object) -> Upload:
        act()
        return opening(*arguments)

    return opened


def cancel_when_stuck(silence: Callable[[], None], token: CancelToken, body: Body) -> None:
    """Silence the engine while it is sent a file, and cancel when no byte moves any more."""
    sent: list[Progress] = []
    while len(sent) < 2 or sent[-1] != sent[-2]:
        progress = next(body)
        if progress.phase is Phase.SENDING and progress.done_bytes:
            sent.append(progress)
            if len(sent) == 1:
                silence()
    cancel_in(Phase.SENDING, token, body)


def once(phase: Phase, act: Callable[[], None]) -> Callable[[Progress], None]:
    """Does something at the first sign of a phase in which the job already moves or waits."""
    is_done = False

    def look(progress: Progress) -> None:
        nonlocal is_done
        if progress.phase is phase and not is_done:
            is_done = True
            act()

    return look
