"""The stages of a transfer: threads joined by channels and watched by a generator.

A stage is a plain function that runs in a thread of its own and pulls from a `Reader`. The first
one that fails ends them all; only the generator that watches them yields, and none outlives it.
"""

from collections.abc import Callable, Generator
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from types import TracebackType
from typing import Any, ParamSpec, TypeVar

from desktop_app.cancel import CancelToken
from desktop_app.progress import Progress
from desktop_app.transfers.channel import Broken, Channel, Reader

P = ParamSpec("P")
T = TypeVar("T")

_TICK_SECONDS = 0.1
_MOST_STAGES = 8


class Pipeline:
    """The threads of one transfer, alive inside its ``with`` block.

    Args:
        cancel: ends the transfer at the next tick.
        cut: wakes a stage that waits for the engine, such as a stream's ``cut``.
    """

    def __init__(self, cancel: CancelToken, cut: Callable[[], None]) -> None:
        self._cancel = cancel
        self._cut = cut
        self._channels: list[Channel] = []
        self._threads = ThreadPoolExecutor(_MOST_STAGES, thread_name_prefix="stage")
        self._stages: list[Future[Any]] = []
        self._failures: list[BaseException] = []

    def __enter__(self) -> "Pipeline":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if any(not stage.done() for stage in self._stages):
            self._break_off()
        self._threads.shutdown(wait=True)

    def channel(self) -> Channel:
        """A new channel between two stages."""
        channel = Channel()
        self._channels.append(channel)
        return channel

    def spawn(self, stage: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Run a stage in a thread of its own; its result is there once `watch` has ended.

        A reader among the arguments is closed when the stage ends, so that a stage may end early
        without holding back the others.
        """

        def guarded() -> T:
            try:
                return stage(*args, **kwargs)
            except Broken:
                raise
            except BaseException as error:
                self._failures.append(error)
                self._break_off()
                raise
            finally:
                for argument in args:
                    if isinstance(argument, Reader):
                        argument.close()

        future = self._threads.submit(guarded)
        self._stages.append(future)
        return future

    def watch(self, look: Callable[[], Progress]) -> Generator[Progress, None, None]:
        """Yield how far the transfer is, at once and ten times a second, until all stages end.

        Raises:
            Cancelled: the token was cancelled, whatever else happened in consequence.
            BaseException: whatever the first stage that failed has raised.
        """
        yield look()
        is_over = False
        while not is_over:
            is_over = not wait(self._stages, _TICK_SECONDS, FIRST_EXCEPTION).not_done
            self._cancel.raise_if_cancelled()
            if self._failures:
                raise self._failures[0]
            yield look()

    def _break_off(self) -> None:
        self._cut()
        for channel in self._channels:
            channel.break_off()
