"""The settings: what is chosen once and holds from then on. Each takes effect at once."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from desktop_app.desktop.settings import COMPRESSIONS, EngineChoices, Language, Preferences, Theme
from desktop_app.ui import theme
from desktop_app.ui.dialogs.choice_list import ChoiceList
from desktop_app.ui.dialogs.dialog import Dialog
from desktop_app.ui.dialogs.engine_choice import EngineChoice
from desktop_app.ui.texts import safe, without_mnemonic

_COMPRESSIONS = (None, *COMPRESSIONS)


class SettingsDialog(Dialog):
    """Shows what is chosen, and says what is chosen now.

    Signals:
        changed(Preferences): something else is wanted.
        browse_wanted(): another folder is to be chosen; `choose_folder` takes it.

    Attributes:
        engines: the part about engines, with signals of its own.

    Args:
        parent: the window.
        chosen: what is chosen at first.
        engines: likewise.
    """

    changed = Signal(object)
    browse_wanted = Signal()

    def __init__(self, parent: QWidget | None, chosen: Preferences, engines: EngineChoices) -> None:
        super().__init__(parent)
        self._chosen = chosen
        self._own_folder = chosen.folder  # what the second row of folders stands for
        self._language, self._theme, self._folder, self._compression = (
            _list(count) for count in (len(Language), len(Theme), 1, len(_COMPRESSIONS))
        )
        self._browse = QPushButton()
        self._browse.setAutoDefault(False)
        self._notifies, self._keeps_awake = QCheckBox(), QCheckBox()
        self.engines = EngineChoice(engines)
        self._headings = [QLabel() for _ in range(4)]
        self._labels = [QLabel() for _ in range(4)]
        self._close = self.add_button(is_default=True)
        self._close.clicked.connect(self.accept)
        theme.make_primary(self._close)
        self.body.addLayout(self._form())
        self.body.addWidget(self._headings[-1])
        self.body.addWidget(self.engines)  # not in the grid, which forgets lines of its answer
        self._show_chosen()
        self.retranslate()
        self._wire()

    @property
    def folder(self) -> str:
        """The folder that is chosen; empty for that of the last time."""
        return self._chosen.folder

    def choose_folder(self, folder: Path) -> None:
        """Begin every save there."""
        self._own_folder = str(folder)
        self._change(replace(self._chosen, folder=self._own_folder))
        self._show_folder()

    @override
    def place_focus(self) -> None:
        self._close.setFocus()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_texts(self.tr("Settings"), "")
        self._close.setText(self.tr("Close"))
        self._browse.setText(self.tr("&Browse…"))
        self._notifies.setText(
            self.tr("&Notify me when a transfer is over and the window is not in front")
        )
        self._keeps_awake.setText(self.tr("&Keep the computer awake"))
        for heading, text in zip(
            self._headings,
            (
                self.tr("Window"),
                self.tr("Saving"),
                self.tr("While a transfer runs"),
                self.tr("Engine (Docker or Podman)"),
            ),
            strict=True,
        ):
            heading.setText(text)
        self.engines.buddy.setAccessibleName(self._headings[-1].text())
        self._label_lists()

    def _label_lists(self) -> None:
        as_before = self.tr("Same as last time")
        for box, label, name, texts in zip(
            (self._language, self._theme, self._compression, self._folder),
            self._labels,
            (
                self.tr("&Language"),
                self.tr("L&ook"),
                self.tr("Com&pression"),
                self.tr("&Folder"),
            ),
            (
                # A language is called what those who speak it call it.
                (self.tr("Follow the system"), "English", "简体中文"),
                (
                    self.tr("Follow the desktop"),
                    self.tr("Light"),
                    self.tr("Dark"),
                    self.tr("High contrast"),
                ),
                (
                    as_before,
                    self.tr("None: the quickest, read everywhere (tar)"),
                    self.tr("Smaller and quick (zstd)"),
                    self.tr("Smaller, read everywhere (gzip)"),
                ),
                (as_before, safe(self._own_folder)),
            ),
            strict=True,
        ):
            label.setText(name)
            box.setAccessibleName(without_mnemonic(name))
            for number in range(box.count()):
                box.setItemText(number, texts[number])

    def _show_chosen(self) -> None:
        self._language.setCurrentIndex(list(Language).index(self._chosen.language))
        self._theme.setCurrentIndex(list(Theme).index(self._chosen.theme))
        self._compression.setCurrentIndex(_COMPRESSIONS.index(self._chosen.compression))
        self._notifies.setChecked(self._chosen.notifies)
        self._keeps_awake.setChecked(self._chosen.keeps_awake)
        self._show_folder()

    def _show_folder(self) -> None:
        """The second row is there while there is a folder for it."""
        if self._chosen.folder and self._folder.count() == 1:
            self._folder.addItem("")
        self._folder.setCurrentIndex(1 if self._chosen.folder else 0)
        self._label_lists()

    def _wire(self) -> None:
        for box in (self._language, self._theme, self._compression, self._folder):
            box.activated.connect(self._on_chosen)
        for tick in (self._notifies, self._keeps_awake):
            tick.clicked.connect(self._on_chosen)
        self._browse.clicked.connect(self.browse_wanted)
        self.engines.answered.connect(self.fit)
        self.engines.address_changed.connect(self._on_address_changed)

    def _on_chosen(self) -> None:
        self._change(
            Preferences(
                list(Language)[self._language.currentIndex()],
                list(Theme)[self._theme.currentIndex()],
                self._own_folder if self._folder.currentIndex() else "",
                _COMPRESSIONS[self._compression.currentIndex()],
                self._notifies.isChecked(),
                self._keeps_awake.isChecked(),
            )
        )

    def _change(self, chosen: Preferences) -> None:
        if chosen != self._chosen:
            self._chosen = chosen
            self.changed.emit(chosen)

    def _on_address_changed(self, address: str) -> None:
        """Enter adds the address that was typed; else it closes the dialog."""
        (self.engines.add if address.strip() else self._close).setDefault(True)

    def _form(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.CARD_GAP)
        grid.setVerticalSpacing(theme.GAP)
        grid.setColumnStretch(1, 1)
        folder = QHBoxLayout()
        folder.setSpacing(theme.GAP)
        folder.addWidget(self._folder, 1)
        folder.addWidget(self._browse)
        language, look, compression, target = self._labels
        window, saving, running, _ = self._headings
        for heading in self._headings:
            theme.make_bold(heading)
            heading.setContentsMargins(0, theme.GAP, 0, 0)
        rows: list[tuple[QLabel | None, QWidget | QHBoxLayout]] = [
            (None, window),
            (language, self._language),
            (look, self._theme),
            (None, saving),
            (target, folder),
            (compression, self._compression),
            (None, running),
            (None, self._notifies),
            (None, self._keeps_awake),
        ]
        for row, (label, widget) in enumerate(rows):
            column, width = (1, 1) if label else (0, 2)
            if label:
                grid.addWidget(label, row, 0)
            if isinstance(widget, QHBoxLayout):
                grid.addLayout(widget, row, column)
            else:
                grid.addWidget(widget, row, column, 1, width)
        for label, box in zip(
            self._labels,
            (self._language, self._theme, self._compression, self._folder),
            strict=True,
        ):
            label.setBuddy(box)
        return grid


def _list(count: int) -> ChoiceList:
    box = ChoiceList()
    box.addItems([""] * count)
    return box
