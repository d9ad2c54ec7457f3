"""The rules of the one style sheet: how a widget looks that is what its ``look`` says.

Every colour is a role of the palette, but for good and bad, and every distance a name: `theme`
fills both in.
"""

from string import Template

RULES = Template("""
QLabel[look="title"] { font-size: ${title_size}pt; font-weight: 700 }
QLabel[look="heading"] { font-size: ${heading_size}pt; font-weight: 700 }
QLabel[look="bold"] { font-weight: 700 }
QLabel[look="quiet"] { color: palette(placeholder-text) }
QLabel[look="good"] { color: ${good} }
QLabel[look="bad"] { color: ${bad} }

QFrame[look="card"], QFrame[look="notice"] {
    background: palette(base); border: 1px solid palette(midlight); border-radius: ${radius}px
}
QFrame[look="notice"] {
    border-left: ${small_gap}px solid ${bad};
    border-top-left-radius: 0px; border-bottom-left-radius: 0px
}
QAbstractScrollArea[look="card"] { padding: ${small_gap}px }
QWidget[look="sidebar"] {
    background: palette(alternate-base); border-right: 1px solid palette(midlight)
}

QPushButton {
    background: palette(button); border: 1px solid palette(mid);
    border-radius: ${small_gap}px; padding: ${more_gap}px ${button_gap}px
}
QPushButton:hover { background: palette(light) }
QPushButton:pressed { background: palette(alternate-base) }
QPushButton:default, QPushButton:focus {
    border: ${line}px solid palette(highlight); padding: ${small_gap}px ${card_gap}px
}
QPushButton:default:!focus { border-color: palette(mid) }
QPushButton:disabled, QPushButton:default:disabled {
    background: transparent; border-color: palette(midlight); border-style: ${unusable}
}

QPushButton[look="page"] {
    background: transparent; border: ${line}px solid transparent; border-radius: ${radius}px;
    padding: ${gap}px ${gap}px; text-align: left
}
QPushButton[look="page"]:hover { background: palette(button) }
QPushButton[look="page"]:checked {
    background: palette(base); border-color: palette(midlight); font-weight: 700
}
QPushButton[look="page"]:focus { border-color: palette(highlight) }

QPushButton[look="link"] {
    background: transparent; border: ${line}px solid transparent; border-radius: ${small_gap}px;
    color: palette(link); text-align: left; padding: ${small_gap}px ${line}px
}
QPushButton[look="link"]:hover { text-decoration: underline }
QPushButton[look="link"]:focus { border-color: palette(highlight) }

QPushButton[look="primary"], QToolButton[look="primary"] {
    background: palette(highlight); color: palette(highlighted-text);
    border: ${line}px solid palette(highlight); border-radius: ${small_gap}px;
    padding: ${small_gap}px ${card_gap}px
}
QToolButton[look="primary"] { padding: ${small_gap}px ${menu_gap}px ${small_gap}px ${card_gap}px }
QToolButton[look="primary"]::menu-button {
    border: none; width: ${wide}px; border-left: 1px solid palette(highlighted-text)
}
QToolButton[look="menu-button"] {
    background: palette(button); border: 1px solid palette(mid); border-radius: ${small_gap}px;
    padding: ${more_gap}px ${menu_gap}px ${more_gap}px ${button_gap}px
}
QToolButton[look="menu-button"]:hover { background: palette(light) }
QToolButton[look="menu-button"]:focus {
    border: ${line}px solid palette(highlight);
    padding: ${small_gap}px ${menu_gap}px ${small_gap}px ${card_gap}px
}
QToolButton[look="menu-button"]::menu-button {
    border: none; width: ${wide}px; border-left: 1px solid palette(mid)
}
QPushButton[look="primary"]:focus, QToolButton[look="primary"]:focus {
    border-color: palette(window-text)
}
QPushButton[look="primary"]:default:enabled:!focus { border-color: palette(highlight) }
QPushButton[look="primary"]:disabled {
    background: palette(window); color: palette(placeholder-text);
    border-color: palette(midlight); border-style: ${unusable}
}

QProgressBar {
    border: 1px solid palette(midlight); border-radius: ${small_gap}px;
    background: palette(alternate-base);
    min-height: ${gap}px; max-height: ${gap}px
}
QProgressBar::chunk { border-radius: ${small_gap}px; background: palette(highlight) }

QFrame[frameShape="4"] { border: none; background: palette(midlight); max-height: 1px }
QLineEdit {
    background: palette(base); border: 1px solid palette(mid);
    border-radius: ${small_gap}px; padding: ${small_gap}px
}
QLineEdit:focus { border: ${line}px solid palette(highlight); padding: ${less_gap}px }
QDialog QTableView, QListWidget, QPlainTextEdit {
    border: 1px solid palette(midlight); border-radius: ${line}px
}
QDialog QTableView:focus, QListWidget:focus, QPlainTextEdit:focus {
    border-color: palette(highlight)
}
QTableView[look="rows"] { outline: 0 }
QTableView::item { padding: 0px ${gap}px }
QListWidget::item { padding: ${small_gap}px ${gap}px }
QTableView QHeaderView::section {
    background: palette(base); color: palette(placeholder-text); font-weight: 700;
    border: none; border-bottom: 1px solid palette(midlight);
    padding: ${gap}px ${cell_gap}px
}

QMenu { padding: ${small_gap}px }
QMenu::separator { height: 1px; background: palette(midlight); margin: ${small_gap}px }

QScrollBar { background: transparent; border: none }
QScrollBar:vertical { width: ${scroll}px }
QScrollBar:horizontal { height: ${scroll}px }
QScrollBar::handle { background: palette(mid); border-radius: ${less_gap}px }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: palette(placeholder-text) }
QScrollBar::handle:vertical {
    min-height: ${wide}px; margin: ${line}px ${line}px ${line}px ${small_gap}px
}
QScrollBar::handle:horizontal {
    min-width: ${wide}px; margin: ${small_gap}px ${line}px ${line}px ${line}px
}
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent }
""")
