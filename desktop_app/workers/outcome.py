"""How a job ended: exactly one of three frozen values, which may go anywhere.

None of them holds an exception or a traceback, which would keep a dead thread's frames alive.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from desktop_app.errors import ErrorCode, Param


@dataclass(frozen=True, slots=True)
class Succeeded:
    """The job did what it was asked.

    Attributes:
        value: the result, one of those in ``transfers/requests.py``.
    """

    value: object


@dataclass(frozen=True, slots=True)
class Failed:
    """The job could not do it; ``ui/texts`` has the sentence.

    Attributes:
        code: what happened.
        params: what the sentence is filled with.
        detail: the engine's or the system's own words; for a BUG the traceback as text.
    """

    code: ErrorCode
    params: Mapping[str, Param]
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Stopped:
    """The person asked for it to end.

    Attributes:
        remaining: names of images that are in the engine all the same; mostly none.
    """

    remaining: tuple[str, ...] = ()


Outcome: TypeAlias = Succeeded | Failed | Stopped
