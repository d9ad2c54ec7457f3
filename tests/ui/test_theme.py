"""Risk: words that cannot be read: a selected row, a quiet remark, in the dark or without focus."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.desktop.settings import Theme
from desktop_app.ui import theme

_Role = QPalette.ColorRole
_READABLE = 4.5  # WCAG AA
_VISIBLE = 3  # WCAG 1.4.11, for what is no text
_PAIRS = [
    (_Role.WindowText, _Role.Window),
    (_Role.WindowText, _Role.AlternateBase),
    (_Role.Text, _Role.Base),
    (_Role.ButtonText, _Role.Button),
    (_Role.HighlightedText, _Role.Highlight),
    (_Role.PlaceholderText, _Role.Window),
    (_Role.PlaceholderText, _Role.Base),
    (_Role.PlaceholderText, _Role.AlternateBase),
    (_Role.Link, _Role.AlternateBase),
    (_Role.ToolTipText, _Role.ToolTipBase),
]


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=["light", "dark", "light contrast", "dark contrast"])
def scheme(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "_is_dark", lambda: "dark" in request.param)
    monkeypatch.setattr(theme, "_wants_contrast", lambda: "contrast" in request.param)


@pytest.mark.usefixtures("scheme")
@pytest.mark.parametrize("group", [QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive])
def test_everything_can_be_read_with_and_without_focus(group: QPalette.ColorGroup) -> None:
    palette = theme._palette(theme._scheme())
    poor = [
        (text.name, ground.name)
        for text, ground in _PAIRS
        if _contrast(palette.color(group, text), palette.color(group, ground)) < _READABLE
    ]
    assert not poor


@pytest.mark.usefixtures("scheme")
def test_good_and_bad_can_be_read_on_every_ground() -> None:
    palette = theme._palette(theme._scheme())
    for colour in (theme.good_colour(), theme.bad_colour()):
        for ground in (_Role.Window, _Role.Base, _Role.AlternateBase):
            assert _contrast(colour, palette.color(ground)) >= _READABLE


def test_the_program_turns_dark_and_light_with_the_desktop(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    light = qapp.palette().window().color()
    with monkeypatch.context() as dark:
        dark.setattr(theme, "_is_dark", lambda: True)
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
        assert _luminance(qapp.palette().window().color()) < _luminance(light) / 4
        assert theme.bad_colour().name() in qapp.styleSheet()
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert qapp.palette().window().color() == light


def _printed(script: str) -> str:
    """What a script prints in a process of its own, with no style sheet and nothing to lose.

    glibc overwrites the memory that is given back there, so that nobody reads it unnoticed.
    """
    found = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | {"MALLOC_PERTURB_": "165"},
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return found.stdout


def test_the_style_sheet_can_come_after_the_window() -> None:
    assert _printed(_SHEET_LATER) == "True False\nTrue True\n"


_SHEET_LATER = """
from PySide6.QtWidgets import QApplication
from desktop_app.ui import theme

app = QApplication()
for put_on in (theme.prepare, theme.dress):
    put_on(app)
    is_coloured = app.palette().window().color().name() == theme._scheme()["window"]
    print(is_coloured, theme.bad_colour().name() in app.styleSheet())
"""


def test_a_widget_that_was_measured_and_never_shown_may_go_between_two_themes() -> None:
    assert _printed(_GONE_BETWEEN) == "dressed again\n"


_GONE_BETWEEN = """
from PySide6.QtWidgets import QApplication, QProgressBar, QStyle
from desktop_app.desktop.settings import Theme
from desktop_app.ui import theme

app = QApplication()
theme.prepare(app)
theme.dress(app)
bars = [QProgressBar() for _ in range(50)]
for chosen in (Theme.LIGHT, Theme.DARK):
    for bar in bars:
        bar.style().pixelMetric(QStyle.PixelMetric.PM_ProgressBarChunkWidth, None, bar)
    theme.choose(app, chosen)
bar = bars = None
app.setStyleSheet(app.styleSheet())  # Qt looks at every widget that it has rules for
print("dressed again")
"""


def test_a_theme_that_was_chosen_is_put_on_at_once_whatever_the_desktop_wants(
    qapp: QApplication,
) -> None:
    grounds = {}
    for chosen in (Theme.DARK, Theme.CONTRAST, Theme.LIGHT):
        theme.choose(qapp, chosen)
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
        grounds[chosen] = qapp.palette().window().color()
    theme.choose(qapp, Theme.SYSTEM)
    assert _luminance(grounds[Theme.DARK]) < _luminance(grounds[Theme.LIGHT]) / 4
    assert grounds[Theme.CONTRAST].name() in {"#ffffff", "#000000"}
    assert qapp.palette().window().color() == grounds[Theme.LIGHT]


@pytest.fixture
def dressed_in_scheme(
    scheme: None,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[None]:
    hints = qapp.styleHints()
    hints.colorSchemeChanged.emit(hints.colorScheme())
    yield
    monkeypatch.undo()
    hints.colorSchemeChanged.emit(hints.colorScheme())


@pytest.mark.usefixtures("dressed_in_scheme")
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_what_can_be_ticked_is_seen_before_it_is(
    window: QWidget, kind: type[QCheckBox | QRadioButton]
) -> None:
    choice = kind(window)
    choice.show()
    picture = window.grab(choice.geometry()).toImage()
    row = [picture.pixelColor(x, picture.height() // 2) for x in range(picture.width())]
    ground = window.palette().window().color()
    assert max(_contrast(colour, ground) for colour in row) >= _VISIBLE


def test_a_button_has_an_edge_that_is_seen_in_high_contrast(
    window: QWidget, qapp: QApplication
) -> None:
    theme.choose(qapp, Theme.CONTRAST)
    button = QPushButton("Save", window)
    button.show()
    picture = button.grab().toImage()
    ground = window.palette().window().color()
    theme.choose(qapp, Theme.SYSTEM)
    edge = [picture.pixelColor(picture.width() // 2, y) for y in range(3)]
    assert max(_contrast(colour, ground) for colour in edge) >= _VISIBLE


def test_a_heading_is_seen_as_one(window: QWidget) -> None:
    plain, heading, title = QLabel("Load"), QLabel("Load"), QLabel("Load")
    theme.make_heading(heading)
    theme.set_look(title, theme.Look.TITLE)
    for label in (plain, heading, title):
        label.setParent(window)
        label.ensurePolished()
    sizes = [label.fontMetrics().height() for label in (plain, heading, title)]
    assert sizes == sorted(set(sizes))


def _ground(widget: QWidget) -> QColor:
    return widget.grab().toImage().pixelColor(theme.GAP, widget.height() // 2)


def test_a_filled_button_can_become_a_plain_one_while_it_is_seen(window: QWidget) -> None:
    button = QPushButton("Save", window)
    theme.make_primary(button)
    button.show()
    assert _ground(button) == window.palette().highlight().color()
    theme.make_primary(button, is_primary=False)
    assert _ground(button) != window.palette().highlight().color()


@pytest.mark.parametrize("look", [theme.Look.NONE, theme.Look.PRIMARY, theme.Look.PAGE])
def test_the_focus_is_seen_on_every_kind_of_button(
    window: QWidget, qtbot: QtBot, look: theme.Look
) -> None:
    layout = QVBoxLayout(window)
    button, other = QPushButton("Save"), QPushButton("Other")
    for widget in (other, button):
        layout.addWidget(widget)
        widget.show()
    theme.set_look(button, look)
    with qtbot.waitActive(window):
        window.activateWindow()
    other.setFocus()
    without = button.grab().toImage()
    qtbot.keyClick(other, Qt.Key.Key_Tab)
    assert button.hasFocus()
    assert button.grab().toImage() != without


@pytest.mark.usefixtures("dressed_in_scheme")
def test_the_filled_button_can_be_read_before_it_can_be_used(window: QWidget) -> None:
    button = QPushButton("Save", window)
    theme.make_primary(button)
    button.setEnabled(False)
    button.show()
    picture = button.grab().toImage()
    row = range(picture.width() // 4, 3 * picture.width() // 4)
    middle = range(picture.height() // 3, 2 * picture.height() // 3)
    colours = sorted((picture.pixelColor(x, y) for x in row for y in middle), key=_luminance)
    assert _contrast(colours[0], colours[-1]) >= _VISIBLE


@pytest.mark.parametrize("look", [theme.Look.NONE, theme.Look.PRIMARY])
def test_in_high_contrast_what_cannot_be_used_is_told_by_more_than_a_shade(
    window: QWidget, qapp: QApplication, look: theme.Look
) -> None:
    theme.choose(qapp, Theme.CONTRAST)
    button = QPushButton("Save", window)
    theme.set_look(button, look)
    button.show()
    whole = _colours_of_edge(button)
    button.setEnabled(False)
    broken = _colours_of_edge(button)
    theme.choose(qapp, Theme.SYSTEM)
    assert len(whole) == 1
    assert len(broken) > 1


def _colours_of_edge(button: QPushButton) -> set[str]:
    picture = button.window().grab(button.geometry()).toImage()
    straight = range(theme.GAP, picture.width() - theme.GAP)
    return {picture.pixelColor(x, 0).name() for x in straight}


def test_the_edge_of_the_filled_button_is_its_own_until_it_has_the_focus(window: QWidget) -> None:
    button, other = QPushButton("Save", window), QPushButton("Other", window)
    theme.make_primary(button)
    button.setDefault(True)
    button.show()
    other.setFocus()
    assert _colours_of_edge(button) == {window.palette().highlight().color().name()}


def test_the_button_of_enter_does_not_stand_out_while_it_cannot_be_used(window: QWidget) -> None:
    button, other = QPushButton("Open", window), QPushButton("Cancel", window)
    button.setDefault(True)
    other.setFocus()
    button.show()
    usable = _colours_of_edge(button)
    button.setEnabled(False)
    assert _colours_of_edge(button) == {window.palette().midlight().color().name()} != usable
