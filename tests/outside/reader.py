"""What a screen reader does: knows a program by the roles and names that it tells over AT-SPI.

It runs with the system's Python, which alone has pyatspi. Each line that it is given is a question
in JSON, and is answered by a line: an ``answer``, or the ``problem``. Between two looks it waits
for events of the program, and never for a time.
"""

import json
import re
import sys
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pyatspi
from gi.repository import GLib

PROGRAM = "image-ferry"

_EVENTS = ("object", "window", "focus")
_LETTER = re.compile(r"\(\w\)")  # which Chinese puts behind a name, for the key that leads there

Found = TypeVar("Found")


class Reader:
    """Answers questions about the one program.

    Args:
        patience_seconds: so long something may take to come.
    """

    def __init__(self, patience_seconds: float) -> None:
        self._patience_ms = int(patience_seconds * 1000)
        self._heard: list[str] = []
        self._is_changed = False
        self._context = GLib.MainContext.default()
        for event in _EVENTS:
            pyatspi.Registry.registerEventListener(self._on_event, event)

    def find(self, role: str, name: str, count: int) -> None:
        """Wait until there are so many such things."""
        self._await(lambda: len(self._all(role, name)) == count, f"{count} {role} “{name}”")

    def lose(self, role: str, name: str) -> None:
        """Wait until there is no such thing."""
        self._await(lambda: not self._all(role, name), f"the absence of {role} “{name}”")

    def press(self, role: str, name: str) -> None:
        """Do what is to be done with it, as soon as that is possible."""
        usable = self._await(lambda: self._one_usable(role, name), f"a usable {role} “{name}”")
        usable.queryAction().doAction(0)

    def select(self, name: str) -> None:
        """Select the row of a table in whose first cell this stands."""
        cell = self._await(lambda: self._one("TABLE_CELL", name), f"a row “{name}”")
        cell.queryAction().doAction(0)

    def type(self, role: str, name: str, text: str) -> None:
        """Put a text into a field, in the place of what stands in it."""
        field = self._await(lambda: self._one_usable(role, name), f"a usable {role} “{name}”")
        field.queryEditableText().setTextContents(text)

    def middle(self, role: str, name: str) -> tuple[int, int]:
        """Where on the screen it is."""
        found = self._await(lambda: self._one(role, name), f"{role} “{name}”")
        place = found.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        return place.x + place.width // 2, place.y + place.height // 2

    def hear(self, beginning: str) -> str:
        """Wait until something is announced that begins like this; forget what came before it."""
        return self._await(lambda: self._announced(beginning), f"announced “{beginning}…”")

    def _announced(self, beginning: str) -> str | None:
        for place, text in enumerate(self._heard):
            if text.startswith(beginning):
                del self._heard[: place + 1]
                return text
        return None

    def _on_event(self, event: Any) -> None:
        self._is_changed = True
        if event.type.startswith("object:announcement"):
            self._heard.append(str(event.any_data))

    def _await(self, look: Callable[[], Found | None], what: str) -> Found:
        """What is found, now or after one of the next events."""
        deadline: list[bool] = []
        timer = GLib.timeout_add(self._patience_ms, lambda: deadline.append(True))
        try:
            while not (found := self._look(look)):
                if deadline:
                    raise LookupError(f"There never was {what}. There is\n{self._everything()}")
                while not (self._is_changed or deadline):
                    self._context.iteration(True)
                while self._context.pending():
                    self._context.iteration(False)
            return found
        finally:
            if not deadline:
                GLib.source_remove(timer)

    def _look(self, look: Callable[[], Found | None]) -> Found | None:
        """What is found; what comes or goes in the meantime asks for one more look."""
        self._is_changed = False
        try:
            return look()
        except GLib.Error:
            self._is_changed = True
            return None

    def _one(self, role: str, name: str) -> Any | None:
        found = self._all(role, name)
        return found[0] if len(found) == 1 else None

    def _one_usable(self, role: str, name: str) -> Any | None:
        found = self._one(role, name)
        return found if found and found.getState().contains(pyatspi.STATE_SENSITIVE) else None

    def _all(self, role: str, name: str) -> list[Any]:
        wanted = getattr(pyatspi, f"ROLE_{role}")
        return [
            each
            for _, each in self._shown()
            if each.getRole() == wanted and _LETTER.sub("", each.name) == name
        ]

    def _shown(self) -> Iterator[tuple[int, Any]]:
        """Everything that the program shows, each with its depth."""
        for program in pyatspi.Registry.getDesktop(0):
            if program is not None and program.name == PROGRAM:
                program.clear_cache()
                for window in program:
                    yield from _below(window, 0)

    def _everything(self) -> str:
        lines = [
            f"{depth * '  '}{each.getRoleName()} “{each.name}” {each.description}"
            for depth, each in self._shown()
        ]
        return "\n".join([*lines, f"Announced was {self._heard}"])


def _below(each: Any, depth: int) -> Iterator[tuple[int, Any]]:
    """A thing and all in it, as far as it is shown."""
    if each is not None and each.getState().contains(pyatspi.STATE_SHOWING):
        yield depth, each
        for child in each:
            yield from _below(child, depth + 1)


def main() -> None:
    """Answer line by line, until there are no more."""
    reader = Reader(float(sys.argv[1]))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        question, *arguments = json.loads(line)
        try:
            answer = {"answer": getattr(reader, question)(*arguments)}
        except LookupError as problem:
            answer = {"problem": str(problem)}
        sys.stdout.write(f"{json.dumps(answer)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
