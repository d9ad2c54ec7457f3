"""Shows that the program works where nobody can look: it is driven through its window.

    python packaging/demonstration.py [--engine URL] FOLDER

It makes a tiny image, saves it to a file, removes it from the engine and loads it again from the
file, with clicks and a drop like a person's, and puts a screenshot of each step into FOLDER. What
it has made it removes again. run.sh calls it where there is no display.
"""

import argparse
import contextlib
import io
import os
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TypeAlias, TypeVar
from unittest import mock

import docker
from docker.errors import NotFound
from PySide6.QtCore import (
    QLocale,
    QMimeData,
    QModelIndex,
    QObject,
    QPoint,
    QSettings,
    Qt,
    QTimer,
    QUrl,
    Slot,
)
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLineEdit,
    QTableView,
    QWidget,
)

from desktop_app.app import App
from desktop_app.ui.texts import error_text
from desktop_app.ui.transfer_card import TransferCard
from desktop_app.workers.outcome import Succeeded
from desktop_app.workers.snapshot import FeedState

_IMAGE = "image-ferry/demonstration:1"
_PATIENCE_SECONDS = 60
_LOOK_MS = 50

Steps: TypeAlias = Generator[Callable[[], object], None, None]
"""Each yields what must have come before the next one."""

Widget = TypeVar("Widget", bound=QWidget)


class StepFailed(Exception):  # noqa: N818  its text is for people
    """A step did not lead to what it should."""


class Demonstration(QObject):
    """Goes through the steps while the program runs.

    Attributes:
        problem: why it did not come to its end; empty when it did.
    """

    def __init__(self, app: App, screenshots: Path) -> None:
        super().__init__()
        self.problem = "The program was ended before the demonstration was."
        self._app = app
        self._screenshots = screenshots
        self._steps = self._all_steps()
        self._condition: Callable[[], object] = lambda: True
        self._deadline = float("inf")
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._advance)
        self._timer.start(_LOOK_MS)

    def end(self) -> None:
        """Remove what was made, even if the program was ended in the middle."""
        self._timer.stop()
        self._steps.close()

    @Slot()
    def _advance(self) -> None:
        """Go on when that has come which the last step waits for."""
        try:
            if self._condition():
                self._condition = next(self._steps)
                self._deadline = time.monotonic() + _PATIENCE_SECONDS
            elif time.monotonic() > self._deadline:
                raise StepFailed(f"That took longer than {_PATIENCE_SECONDS} seconds.")  # noqa: TRY301  as any
        except StopIteration:
            self._finish("")
        except Exception as error:  # whatever it is, there is no next step
            self._take_screenshot("failed")
            self._finish(str(error) or repr(error))

    def _finish(self, problem: str) -> None:
        self.problem = problem
        self._app.queue.shut_down()  # when that is done, the window closes
        self.end()

    def _all_steps(self) -> Steps:
        say("Looking for a container engine")
        yield self._has_engine
        info = self._app.feed.snapshot.info
        url = info.url if info else None
        with (
            contextlib.closing(docker.APIClient(url)) as engine,
            tempfile.TemporaryDirectory() as folder,
        ):
            say(f"Making a tiny image, {_IMAGE}, in the engine at {url}")
            engine.import_image_from_data(tiny_filesystem(), _IMAGE)  # Podman reads no tag but here
            try:
                yield from self._save(Path(folder, "demonstration.tar"))
                say("Removing the image from the engine")
                engine.remove_image(_IMAGE)
                yield lambda: not self._row().isValid()
                yield from self._load(Path(folder, "demonstration.tar"))
                if not engine.images(_IMAGE):
                    raise StepFailed("The engine does not have the image under its name.")
                say("The engine has the image again, with its name")
            finally:
                with contextlib.suppress(NotFound):
                    engine.remove_image(_IMAGE)

    def _save(self, file: Path) -> Steps:
        yield lambda: self._row().isValid()
        yield from self._picture("images")
        say("Selecting it in the window and saving it to a file")
        table = find(QTableView, "Images")
        click(table.viewport(), table.visualRect(self._row()).center())
        yield from self._picture("selected")
        click(find(QAbstractButton, "Save to file…"))
        yield lambda: shown(QAbstractButton, "Save 1 image")
        yield from self._picture("dialog")
        click(find(QAbstractButton, "Browse…"))
        yield lambda: shown(QFileDialog)
        shown(QFileDialog)[0].setDirectory(str(file.parent))
        name = find(QLineEdit, "File name:")
        name.selectAll()
        QTest.keyClicks(name, file.name)
        yield lambda: shown(QAbstractButton, "Save")  # called otherwise while it looks around
        yield from self._picture("file")
        click(find(QAbstractButton, "Save"))
        yield lambda: not shown(QFileDialog)
        click(find(QAbstractButton, "Save 1 image"))
        yield from self._await_transfer(1)
        yield from self._picture("saved")
        say(f"The file has {file.stat().st_size} bytes")

    def _load(self, file: Path) -> Steps:
        say("Dropping the file on the window and loading what is in it")
        drop(file, self._app.window)
        yield lambda: shown(QAbstractButton, "Load 1 image")
        yield from self._picture("dropped")
        click(find(QAbstractButton, "Load 1 image"))
        yield from self._await_transfer(2)
        yield from self._picture("loaded")

    def _await_transfer(self, number: int) -> Steps:
        def is_over() -> bool:
            cards = shown(TransferCard)
            return len(cards) == number and all(card.record.is_over for card in cards)

        yield is_over
        for card in shown(TransferCard):
            if not isinstance(card.record.outcome, Succeeded):
                raise StepFailed(card.accessibleDescription())

    def _has_engine(self) -> bool:
        snapshot = self._app.feed.snapshot
        if snapshot.state is FeedState.ABSENT and snapshot.stale_because is not None:
            text = error_text(snapshot.stale_because.code, snapshot.stale_because.params)
            raise StepFailed(f"{text.headline} {text.advice}")
        return snapshot.is_live

    def _row(self) -> QModelIndex:
        """The image in the list; invalid if it is not there."""
        tables = self._app.window.findChildren(QTableView)
        model = next(table.model() for table in tables if called(table) == "Images")
        found = model.match(model.index(0, 0), Qt.ItemDataRole.DisplayRole, _IMAGE)
        return found[0] if found else QModelIndex()

    def _picture(self, name: str) -> Steps:
        """A screenshot of what is painted by then."""
        yield lambda: all(
            each.isExposed() for each in QGuiApplication.topLevelWindows() if each.isVisible()
        )
        self._take_screenshot(name)

    def _take_screenshot(self, name: str) -> None:
        number = len(list(self._screenshots.iterdir())) + 1
        picture = QGuiApplication.primaryScreen().grabWindow(0)
        picture.save(str(self._screenshots / f"{number}-{name}.png"))


def say(words: str) -> None:
    """Tell what is done, at once."""
    print(words, flush=True)


def tiny_filesystem() -> bytes:
    """A tar of one file."""
    data, content = io.BytesIO(), b"Made by the demonstration of Image Ferry.\n"
    with tarfile.open(fileobj=data, mode="w") as archive:
        member = tarfile.TarInfo("hello")
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    return data.getvalue()


def called(widget: QWidget) -> str:
    """What a screen reader calls it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def shown(kind: type[Widget], name: str | None = None) -> list[Widget]:
    """Every widget of this kind that is seen; only those of this name, if one is given."""
    widgets = [each for each in QApplication.allWidgets() if isinstance(each, kind)]
    return [each for each in widgets if each.isVisible() and name in {None, called(each)}]


def find(kind: type[Widget], name: str) -> Widget:
    """The one widget of this kind and name."""
    found = shown(kind, name)
    if len(found) != 1:
        raise StepFailed(f"The window shows {len(found)} times what is called {name}.")
    return found[0]


def click(widget: QWidget, place: QPoint | None = None) -> None:
    """Click into a widget; into its middle, if no place is given."""
    if place is None:
        place = widget.rect().center()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)


def drop(file: Path, window: QWidget) -> None:
    """What a file manager does when the mouse button is let go above the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    place, action = window.rect().center(), Qt.DropAction.CopyAction
    how = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(place, action, *how))
    QApplication.sendEvent(window, QDropEvent(place, action, *how))


def main() -> int:
    """Run the program and the demonstration in it; 0 if everything went well."""
    parser = argparse.ArgumentParser(description="Drive Image Ferry through its window.")
    parser.add_argument("--engine", metavar="URL")
    parser.add_argument("folder", type=Path, help="for the screenshots; old ones are removed")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for picture in options.folder.glob("*.png"):
        picture.unlink()
    QLocale.setDefault(QLocale(QLocale.Language.English))  # widgets are looked for by their names
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    with tempfile.TemporaryDirectory() as own:  # choices and history of a person stay as they are
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, own)
        with mock.patch.dict(os.environ, XDG_DATA_HOME=own):  # a Podman is to find its images
            app = App([sys.argv[0]], engine_url=options.engine)
        demonstration = Demonstration(app, options.folder)
        app.run()
        demonstration.end()
    say(f"Screenshots of each step are in {options.folder}")
    if demonstration.problem:
        sys.stderr.write(f"The demonstration failed. {demonstration.problem}\n")
        return 1
    say("The demonstration went well.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
