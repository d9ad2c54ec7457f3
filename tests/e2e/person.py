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
from tests.helpers.alone import alone

_PATIENCE_SECONDS = 30
_TITLE_IN_FRONT = ("getactivewindow", "getwindowname")
_PICTURES = Path(__file__).resolve().parents[2] / ".cache" / "failures"


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
        """Whether a window is in front in time whose title begins like this; it gets the keys."""
        search = ("search", "--sync", "--onlyvisible", "--name", f"^{re.escape(title)}")
        deadline = time.monotonic() + within_seconds
        while (left := deadline - time.monotonic()) > 0:
            try:
                self._do(*search, "windowactivate", "--sync", within_seconds=left)
                # Of one behind its own dialog it gives up in the end, and calls that a success.
                if self._do(*_TITLE_IN_FRONT).startswith(title):
                    return True
            except subprocess.TimeoutExpired:
                return False
            except subprocess.CalledProcessError:
                continue  # a window went while xdotool looked at it
        return False

    def presses(self, *keys: str) -> None:
        """Press keys and their combinations, such as ``ctrl+s``, one after the other."""
        self._do("key", "--clearmodifiers", *keys)

    def types(self, text: str) -> None:
        """Type letter by letter."""
        self._do("type", "--clearmodifiers", text)

    def ends_the_session(self) -> tuple[int, str]:
        """Tell the program to end; gives its exit status and what it complained about."""
        self._program.send_signal(signal.SIGTERM)
        _, complaints = self._program.communicate(timeout=_PATIENCE_SECONDS)
        return self._program.returncode, complaints

    def tells(self) -> str:
        """What is on the screen, for whoever wants to know why a test has failed."""
        picture = _picture_file()
        command = alone("tests.e2e.picture", picture)
        subprocess.run(command, check=True, env=self._environment, timeout=_PATIENCE_SECONDS)
        search = ("search", "--onlyvisible", "--name", ".", "getwindowname", "%@")
        titles, front = (
            self._do(*what, check=False).splitlines() for what in (search, _TITLE_IN_FRONT)
        )
        return f"On the screen: {titles}, in front: {front}. A picture of it is {picture}"

    def _do(self, *what: str, within_seconds: float = _PATIENCE_SECONDS, check: bool = True) -> str:
        """Let xdotool do it; gives what it says."""
        return subprocess.run(
            ["xdotool", *what],
            check=check,
            stdout=subprocess.PIPE,
            text=True,
            env=self._environment,
            timeout=within_seconds,
        ).stdout


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
        person = Person(program, environment)
        try:
            yield person
        except Exception as error:
            error.add_note(person.tells())
            raise
        finally:
            program.kill()


def _picture_file() -> Path:
    """For a picture of the test that runs, which pytest names."""
    _PICTURES.mkdir(parents=True, exist_ok=True)
    test = os.environ["PYTEST_CURRENT_TEST"].rpartition("::")[2].partition(" ")[0]
    return _PICTURES / (re.sub(r"\W+", "-", test).rstrip("-") + ".png")


def command(*arguments: str | Path) -> list[str | Path]:
    """How the program is started."""
    return [sys.executable, "-m", "desktop_app", *arguments]


def with_program(environment: Mapping[str, str], place: Path | None = None) -> dict[str, str]:
    """An environment in which Python finds the program that is under test, and no other one."""
    place = place or Path(desktop_app.__file__).parent.parent
    return {**os.environ, **environment, "PYTHONPATH": str(place), "PYTHONSAFEPATH": "1"}
