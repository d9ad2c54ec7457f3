"""Somebody at a screen: starts the program, looks for windows by their titles, and types."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import desktop_app

_PATIENCE_SECONDS = 30
_ASKING_SECONDS = 3


class Person:
    """Drives one running program from outside, with the keyboard alone.

    Args:
        program: what they look at.
        environment: of their desktop.
    """

    def __init__(self, program: subprocess.Popen[str], environment: Mapping[str, str]) -> None:
        self._program = program
        self._environment = environment

    def sees(self, title: str, within_seconds: float = _PATIENCE_SECONDS) -> bool:
        """Whether a window is there in time whose title begins like this; it gets the keys."""
        search = ("search", "--sync", "--onlyvisible", "--name", f"^{re.escape(title)}")
        deadline = time.monotonic() + within_seconds
        while (left := deadline - time.monotonic()) > 0:
            try:
                self._do(*search, "windowactivate", "--sync", within_seconds=left)
            except subprocess.TimeoutExpired:
                return False
            except subprocess.CalledProcessError:
                continue  # a window went while xdotool looked at it
            return True
        return False

    def presses(self, *keys: str) -> None:
        """Press keys and their combinations, such as ``ctrl+s``, one after the other."""
        self._do("key", "--clearmodifiers", *keys)

    def types(self, text: str) -> None:
        """Type letter by letter."""
        self._do("type", "--clearmodifiers", text)

    def ends_the_session(self) -> tuple[int, str]:
        """Tell the program to end; gives its exit status and what it complained about.

        A transfer that is done for everybody else may not be over for the program: then it asks.
        """
        for _ in range(_PATIENCE_SECONDS // _ASKING_SECONDS):
            self._program.send_signal(signal.SIGTERM)
            try:
                _, complaints = self._program.communicate(timeout=_ASKING_SECONDS)
            except subprocess.TimeoutExpired:
                self.presses("Escape")
            else:
                return self._program.returncode, complaints
        raise AssertionError("the program does not end")

    def _do(self, *what: str, within_seconds: float = _PATIENCE_SECONDS) -> None:
        subprocess.run(
            ["xdotool", *what],
            check=True,
            stdout=subprocess.DEVNULL,
            env=self._environment,
            timeout=within_seconds,
        )


@contextmanager
def starting(
    environment: Mapping[str, str], *arguments: str | Path, place: Path | None = None
) -> Iterator[Person]:
    """The program runs as long as the block, if it is not ended before.

    Args:
        environment: of the desktop.
        arguments: for the program.
        place: where Python finds it, if not where it finds the one that is tested.
    """
    with subprocess.Popen(
        command(*arguments),
        stderr=subprocess.PIPE,
        text=True,
        env=with_program(environment, place),
    ) as program:
        try:
            yield Person(program, environment)
        finally:
            program.kill()


def command(*arguments: str | Path) -> list[str | Path]:
    """How the program is started."""
    return [sys.executable, "-m", "desktop_app", *arguments]


def with_program(environment: Mapping[str, str], place: Path | None = None) -> dict[str, str]:
    """An environment in which Python finds the program that is under test, and no other one."""
    place = place or Path(desktop_app.__file__).parent.parent
    return {**os.environ, **environment, "PYTHONPATH": str(place), "PYTHONSAFEPATH": "1"}
