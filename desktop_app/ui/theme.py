"""The look: colours, distances and what a widget may be besides what Qt knows.

Everything that is drawn takes its colours from the palette that is made here, light or dark as the
desktop wants it. No colour and no pixel is written down anywhere else; `style_sheet` has the rules.
"""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QMargins, QObject, Qt, Slot
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLabel, QStyleFactory, QWidget

from desktop_app.desktop.settings import Theme
from desktop_app.ui.style_sheet import RULES

SMALL_GAP = 4
GAP = 8
CARD_GAP = 16
CELL_GAP = GAP + 3  # with Fusion's own, around every text in a table
WIDE = 24
LINE = 2
RADIUS = 8
ICON = 16
BAR = 6
PICTURE = 40
SIDEBAR = 208
DETAILS = 304
ROOM_FOR_DETAILS = 840
WINDOW = (1180, 720)
GUIDE = (960, 680)
FILES = (760, 480)

_CHOSEN = "theme"
_SCHEMES = {Theme.LIGHT: Qt.ColorScheme.Light, Theme.DARK: Qt.ColorScheme.Dark}

_FUSION_DARKENS = 150  # percent
_TITLE_SIZE = 1.7  # of the usual size of letters
_HEADING_SIZE = 1.25


class Look(StrEnum):
    """What a widget is, where that is more than its class tells."""

    TITLE = "title"  # of a page
    HEADING = "heading"  # of a dialog
    BOLD = "bold"
    QUIET = "quiet"  # said, but not stressed
    GOOD = "good"
    BAD = "bad"
    PRIMARY = "primary"  # the one button of a window that does what the window is for
    LINK = "link"
    MENU_BUTTON = "menu-button"  # a tool button among push buttons
    PAGE = "page"  # a button of the sidebar
    SIDEBAR = "sidebar"
    CARD = "card"
    NOTICE = "notice"  # something that people ought to see
    ROWS = "rows"  # a table that marks whole rows, and no cell
    NONE = ""


def prepare(app: QApplication, theme: Theme = Theme.SYSTEM) -> None:
    """Colour the program, and `dress` it whenever the desktop changes between light and dark.

    The first time, whoever builds the window calls that when it is built: with the style sheet,
    building takes half as long again, as whatever is put into something is dressed anew.
    """
    app.setStyle(QStyleFactory.create("Fusion"))
    _Dresser(app)
    _note(app, theme)
    _colour(app)


def choose(app: QApplication, theme: Theme) -> None:
    """Dress the program in a theme at once; high contrast is light or dark as the desktop is."""
    _note(app, theme)
    dress(app)


def dress(app: QApplication) -> None:
    """Dress the program in the theme that is chosen.

    Never by way of an empty style sheet, though that is quicker: with its last sheet Qt forgets
    which widgets tell it of their end, and keeps the rules of those that were measured and not yet
    shown: for the next widget at that address, or to crash (QStyleSheetStyle::initObject, Qt 6.11).
    """
    _colour(app)
    app.setStyleSheet(_style_sheet(QFontInfo(app.font()).pointSizeF()))


def set_look(widget: QWidget, look: Look) -> None:
    """Say what a widget is; it looks like that at once."""
    if widget.property("look") == look.value:
        return
    widget.setProperty("look", look.value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # it was dressed before
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def make_bold(label: QLabel) -> None:
    """Stress a label."""
    set_look(label, Look.BOLD)


def make_heading(label: QLabel) -> None:
    """A label says what a dialog is about."""
    set_look(label, Look.HEADING)


def make_quiet(label: QLabel) -> None:
    """A label says something that need not be read."""
    set_look(label, Look.QUIET)


def make_primary(button: QAbstractButton, *, is_primary: bool = True) -> None:
    """A button is the one that its window is for, or no longer is."""
    set_look(button, Look.PRIMARY if is_primary else Look.NONE)


def make_card(frame: QFrame) -> None:
    """A frame holds things that belong together."""
    set_look(frame, Look.CARD)


def margins(width: int) -> QMargins:
    """The same distance on all four sides."""
    return QMargins(width, width, width, width)


def line_margins() -> QMargins:
    """In a card of one line; its words begin where those of the other cards do."""
    return QMargins(CARD_GAP, GAP, CARD_GAP, GAP)


def good_colour() -> QColor:
    """For a sign that all is well, beside words that say so."""
    return QColor(_scheme()["good"])


def bad_colour() -> QColor:
    """For a sign that something is not well, beside words that say so."""
    return QColor(_scheme()["bad"])


class _Dresser(QObject):
    """Follows what the desktop wants, as long as the program runs."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        # Kept, because without its wrapper that of the second one would be dead for everybody.
        self._hints = app.styleHints()
        self._wishes = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._on_changed)
        self._wishes.contrastPreferenceChanged.connect(self._on_changed)

    @Slot()
    def _on_changed(self) -> None:
        dress(self._app)


def _note(app: QApplication, theme: Theme) -> None:
    app.setProperty(_CHOSEN, theme.value)
    # Qt tells the desktop, for the frames of windows; some desktops do not know the question.
    app.styleHints().setColorScheme(_SCHEMES.get(theme, Qt.ColorScheme.Unknown))


def _colour(app: QApplication) -> None:
    plain, outlined = _palette(_scheme()), _palette_of_choices(_scheme())
    app.setPalette(plain)
    boxes = outlined if _wants_contrast() else plain
    for kind, palette in (
        ("QCheckBox", outlined),
        ("QRadioButton", outlined),
        ("QComboBox", boxes),
    ):
        app.setPalette(palette, kind)  # type: ignore[arg-type]  # no bytes


def _scheme() -> Mapping[str, str]:
    usual, stark = (_DARK, _DARK_CONTRAST) if _is_dark() else (_LIGHT, _LIGHT_CONTRAST)
    return usual | stark if _wants_contrast() else usual


def _is_dark() -> bool:
    wanted = _SCHEMES.get(_chosen(), QApplication.styleHints().colorScheme())
    return wanted is Qt.ColorScheme.Dark


def _wants_contrast() -> bool:
    hints = QApplication.styleHints()
    wish = hints.accessibility().contrastPreference()
    return wish is Qt.ContrastPreference.HighContrast or _chosen() is Theme.CONTRAST


def _chosen() -> Theme:
    app = QApplication.instance()
    return Theme((app.property(_CHOSEN) if app else None) or Theme.SYSTEM)


def _palette(scheme: Mapping[str, str]) -> QPalette:
    """Whether a window has the focus changes no colour: selected rows stay readable."""
    palette = QPalette()
    for name, roles in _ROLES.items():
        for role in roles:
            palette.setColor(role, QColor(scheme[name]))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(scheme["disabled"]))
    return palette


def _palette_of_choices(scheme: Mapping[str, str]) -> QPalette:
    """Fusion outlines a box or a circle in a darker shade of the window, unseen on a dark one."""
    palette = _palette(scheme)
    palette.setColor(_Role.Window, QColor(scheme["quiet"]).lighter(_FUSION_DARKENS))
    return palette


_Role = QPalette.ColorRole

_ROLES: Mapping[str, tuple[QPalette.ColorRole, ...]] = {
    "window": (_Role.Window,),
    "sidebar": (_Role.AlternateBase,),
    "base": (_Role.Base, _Role.ToolTipBase),
    "button": (_Role.Button,),
    "text": (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.ToolTipText, _Role.BrightText),
    "quiet": (_Role.PlaceholderText,),
    "line": (_Role.Midlight,),
    "edge": (_Role.Mid,),
    "light": (_Role.Light,),
    "dark": (_Role.Dark,),
    "accent": (_Role.Highlight, _Role.Accent),
    "on_accent": (_Role.HighlightedText,),
    "link": (_Role.Link, _Role.LinkVisited),
}

_LIGHT: dict[str, str] = {
    "window": "#f5f6f8",
    "sidebar": "#e9edf3",
    "base": "#ffffff",
    "button": "#ffffff",
    "text": "#171a20",
    "quiet": "#586271",
    "disabled": "#99a1ad",
    "line": "#dde2e9",
    "edge": "#8b95a3",
    "light": "#eef1f5",
    "dark": "#a0a8b4",
    "accent": "#1f5fd9",
    "on_accent": "#ffffff",
    "link": "#1b57c9",
    "good": "#15733c",
    "bad": "#b3361b",
}

_DARK: dict[str, str] = {
    "window": "#1d2025",
    "sidebar": "#16191d",
    "base": "#262a31",
    "button": "#343a43",
    "text": "#e9ecf0",
    "quiet": "#a5aebb",
    "disabled": "#6f7884",
    "line": "#3a414b",
    "edge": "#7a8594",
    "light": "#4a525d",
    "dark": "#101215",
    "accent": "#2d68d8",
    "on_accent": "#ffffff",
    "link": "#86b4ff",
    "good": "#6fd195",
    "bad": "#ff9a7d",
}

_LIGHT_CONTRAST: dict[str, str] = {
    "window": "#ffffff",
    "sidebar": "#ffffff",
    "text": "#000000",
    "quiet": "#000000",
    "disabled": "#565c66",
    "line": "#000000",
    "edge": "#000000",
    "accent": "#00329c",
    "link": "#00329c",
    "good": "#004d1f",
    "bad": "#8a1500",
}

_DARK_CONTRAST: dict[str, str] = {
    "window": "#000000",
    "sidebar": "#000000",
    "base": "#000000",
    "button": "#000000",
    "text": "#ffffff",
    "quiet": "#ffffff",
    "disabled": "#a5aebb",
    "line": "#ffffff",
    "edge": "#ffffff",
    "accent": "#8cb8ff",
    "on_accent": "#000000",
}


def _style_sheet(points: float) -> str:
    return RULES.substitute(
        title_size=points * _TITLE_SIZE,
        heading_size=points * _HEADING_SIZE,
        good=good_colour().name(),
        bad=bad_colour().name(),
        radius=RADIUS,
        line=LINE,
        unusable="dashed" if _wants_contrast() else "solid",
        small_gap=SMALL_GAP,
        less_gap=SMALL_GAP - 1,
        more_gap=SMALL_GAP + 1,
        gap=GAP,
        cell_gap=CELL_GAP,
        card_gap=CARD_GAP,
        button_gap=CARD_GAP + 1,
        wide=WIDE,
        scroll=GAP + SMALL_GAP,
        menu_gap=WIDE + CARD_GAP,
    )
