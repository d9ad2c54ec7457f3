"""Risk: one rule that Qt cannot read, and the whole program is undressed."""

import re

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.ui.style_sheet import RULES


def test_qt_reads_every_rule(qapp: QApplication, caplog: pytest.LogCaptureFixture) -> None:
    sheet = qapp.styleSheet()
    qapp.setStyleSheet(f"{sheet}\n")  # what cannot be read is logged, and a warning fails the test
    assert "QScrollBar::handle" in sheet
    assert not re.search(r"\$", sheet)
    assert not caplog.records


def test_no_colour_is_written_down_in_a_rule() -> None:
    assert not re.search(r"#[0-9a-f]{3}|rgb|: *(white|black|grey|gray)", RULES.template)
