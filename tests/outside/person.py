"""Somebody who cannot see the screen: knows the program by what a screen reader says of it."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.helpers.alone import alone

_PATIENCE_SECONDS = 20
# The library is Debian's, for Debian's Python: from elsewhere it would have to be compiled.
_READER = ["/usr/bin/python3", str(Path(__file__).with_name("reader.py")), str(_PATIENCE_SECONDS)]
_STEPS = 8


class Listener:
    """Asks the screen reader, which waits for what is asked for.

    Args:
        reader: the process.
        environment: of the desktop.
    """

    def __init__(self, reader: "subprocess.Popen[str]", environment: Mapping[str, str]) -> None:
        self._reader = reader
        self._environment = environment

    def finds(self, role: str, name: str, count: int = 1) -> None:
        """There are so many such things."""
        self._ask("find", role, name, count)

    def loses(self, role: str, name: str) -> None:
        """There is no such thing any more."""
        self._ask("lose", role, name)

    def presses(self, name: str, role: str = "PUSH_BUTTON") -> None:
        """A button, or an entry of a menu."""
        self._ask("press", role, name)

    def selects(self, name: str) -> None:
        """The row of a table that begins with this."""
        self._ask("select", name)

    def types(self, name: str, text: str) -> None:
        """Into a field."""
        self._ask("type", "TEXT", name, text)

    def hears(self, beginning: str) -> str:
        """Something that begins like this is announced, without anybody having looked for it."""
        return str(self._ask("hear", beginning))

    def drops(self, file: Path, name: str, promise: str) -> None:
        """A file on the window of this name, as soon as the promise is seen over it."""
        x, y = self._ask("middle", "FRAME", name)
        command = alone("tests.outside.drag_source", file, 0, 0)
        with subprocess.Popen(
            command, env=self._environment, stdout=subprocess.PIPE, text=True
        ) as source:
            try:
                self._hear_of(source, "shown")
                self._mouse("mousemove", "--sync", "20", "20", "mousedown", "1")
                self._hear_of(source, "dragging")
                for step in range(1, _STEPS + 1):
                    place = str(x * step // _STEPS), str(y * step // _STEPS)
                    self._mouse("mousemove", "--sync", *place)
                self.finds("LABEL", promise)
                self._mouse("mouseup", "1")
                self.loses("LABEL", promise)
            finally:
                source.terminate()

    def _ask(self, *question: str | int) -> Any:
        assert self._reader.stdin is not None
        assert self._reader.stdout is not None
        self._reader.stdin.write(f"{json.dumps(question)}\n")
        self._reader.stdin.flush()
        answer = json.loads(self._reader.stdout.readline())
        assert "problem" not in answer, answer["problem"]
        return answer["answer"]

    def _mouse(self, *what: str) -> None:
        command = ["xdotool", *what]
        subprocess.run(command, check=True, env=self._environment, timeout=_PATIENCE_SECONDS)

    def _hear_of(self, source: "subprocess.Popen[str]", word: str) -> None:
        assert source.stdout is not None
        assert source.stdout.readline() == f"{word}\n"


@contextmanager
def listening(environment: Mapping[str, str]) -> Iterator[Listener]:
    """The screen reader listens as long as the block."""
    pipe = subprocess.PIPE
    with subprocess.Popen(
        _READER, env=dict(environment), stdin=pipe, stdout=pipe, text=True
    ) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "ready\n"
        yield Listener(reader, environment)
