"""Listening to an engine: its events become rings of a bell. Pure Python."""

import logging
import threading
from types import TracebackType
from typing import Self

from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.workers.bell import Bell, Ring
from desktop_app.workers.watched import Notices

_log = logging.getLogger(__name__)


class Listener:
    """Rings CHANGED at each change, and LOST when no more will come; a context manager.

    Args:
        notices: what happens in the engine; cut at the end of the context.
        bell: forgets at that end what was rung here.
    """

    def __init__(self, notices: Notices, bell: Bell) -> None:
        self._notices = notices
        self._bell = bell
        self._thread = threading.Thread(target=self._listen, name="engine events")
        self.failure = UserFacingError(ErrorCode.ENGINE_LOST)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._notices.cut()
        self._thread.join()
        self._bell.forget(Ring.CHANGED | Ring.LOST)

    def _listen(self) -> None:
        try:
            for _ in self._notices:
                self._bell.ring(Ring.CHANGED)
        except UserFacingError as error:
            self.failure = error
        except Exception:
            _log.exception("The engine's events ended in a way that nobody foresaw")
        self._bell.ring(Ring.LOST)
