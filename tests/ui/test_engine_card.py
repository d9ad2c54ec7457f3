"""Risk: people work on another engine than they think, or on one that is gone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from desktop_app.ui.engine_card import EngineCard
from desktop_app.workers.snapshot import EngineSnapshot
from tests.ui.helpers import words
from tests.ui.samples import ABSENT, ENGINE, connected, lost
from tests.ui.texts.sentences import another_language


@pytest.fixture
def card(window: QWidget) -> EngineCard:
    card = EngineCard()
    QVBoxLayout(window).addWidget(card)
    return card


def _at(**changes: object) -> EngineSnapshot:
    return replace(connected(), info=replace(ENGINE, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("snapshot", "said"),
    [
        (connected(), ["Docker 28.5.2", "This computer"]),
        (_at(version="20.10.24+dfsg1"), ["Docker 20.10.24", "This computer"]),
        (_at(is_podman=True, version="4.3.1"), ["Podman 4.3.1", "This computer"]),
        (_at(url="npipe:////./pipe/docker_engine"), ["Docker 28.5.2", "This computer"]),
        (_at(url="tcp://server:2376"), ["Docker 28.5.2", "tcp://server:2376"]),
        (lost(connected()), ["Docker 28.5.2", "Does not answer"]),
        (EngineSnapshot(), ["Engine", "Looking for one…"]),
        (ABSENT, ["No engine", "Waiting for one…"]),
    ],
)
def test_it_says_which_engine_where_and_how_it_is(
    card: EngineCard, snapshot: EngineSnapshot, said: list[str]
) -> None:
    card.show_snapshot(snapshot)
    assert words(card).split() == " ".join(said).split()
    assert card.accessibleName() == "Engine"
    assert card.accessibleDescription() == ", ".join(said)


def _sign(card: EngineCard) -> QImage:
    return card.findChildren(QLabel)[0].pixmap().toImage().createAlphaMask()


def test_each_state_has_a_sign_of_another_form(card: EngineCard) -> None:
    signs = []
    for snapshot in (connected(), ABSENT, EngineSnapshot()):
        card.show_snapshot(snapshot)
        signs.append(_sign(card))
    assert signs[0] != signs[1] != signs[2] != signs[0]


def test_it_follows_the_language_and_the_palette(card: EngineCard, qapp: QApplication) -> None:
    card.show_snapshot(ABSENT)
    with another_language(qapp):
        card.retranslate()
    assert "«No engine»" in words(card)
    sign = card.findChildren(QLabel)[0]
    sign.clear()
    QApplication.sendEvent(card, QEvent(QEvent.Type.PaletteChange))
    assert not sign.pixmap().isNull()
