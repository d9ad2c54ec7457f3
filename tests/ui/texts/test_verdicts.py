"""Risk: a file is refused or warned of, and the person does not learn why."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.archives.compatibility import Level, Method, Verdict, VerdictCode
from desktop_app.archives.conversions import Conversion
from desktop_app.archives.report import ArchiveReport, Compression, Parts
from desktop_app.ui.texts import conversion_text, platforms_text, reason_text, verdict_text
from tests.ui.samples import FILESYSTEM, FOR_TWO, SHOP
from tests.ui.texts.sentences import another_language


@pytest.mark.parametrize("report", [SHOP, FILESYSTEM], ids=["images", "filesystem"])
@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("code", VerdictCode)
def test_every_verdict_has_two_whole_sentences(
    code: VerdictCode, level: Level, report: ArchiveReport
) -> None:
    text = verdict_text(Verdict(level, code, Method.LOAD, ("web:1",)), report)
    assert text.headline.endswith(".")
    assert text.explanation.endswith((".", ")"))
    assert "{" not in text.headline + text.explanation


@pytest.mark.parametrize("code", VerdictCode)
def test_every_verdict_can_be_translated(code: VerdictCode, qapp: QApplication) -> None:
    with another_language(qapp):
        text = verdict_text(Verdict(Level.WARN, code), SHOP)
        reason = reason_text(code)
    assert text.headline.startswith("«")
    assert text.explanation.startswith("«")
    assert reason.startswith("«")


@pytest.mark.parametrize("conversion", Conversion)
def test_every_conversion_says_what_is_done(conversion: Conversion, qapp: QApplication) -> None:
    text = conversion_text(conversion, replace(SHOP, compression=Compression.XZ))
    assert text.endswith(".")
    assert ("xz" in text) is (conversion is Conversion.DECOMPRESS)
    with another_language(qapp):
        assert conversion_text(conversion, SHOP).startswith("«")


def test_of_several_platforms_each_is_named_where_it_goes(qapp: QApplication) -> None:
    left = FOR_TWO.images[1:]
    text = platforms_text(FOR_TWO, left)
    assert text == "Comes into the engine: linux/amd64. Stays in the file: linux/arm64."
    with another_language(qapp):
        assert platforms_text(FOR_TWO, left).startswith("«")


def test_the_wrong_import_says_what_would_happen() -> None:
    text = verdict_text(Verdict(Level.WARN, VerdictCode.IMAGES_NEED_LOAD, Method.LOAD), SHOP)
    assert text.headline == "This file holds saved images. Importing it would not work."
    assert "shop.tar was made by saving images" in text.explanation
    assert "never start" in text.explanation


def test_the_names_that_move_are_named() -> None:
    verdict = Verdict(Level.WARN, VerdictCode.REPLACES_NAMES, None, ("a:1", "b:1"))
    assert "a:1 and b:1" in verdict_text(verdict, SHOP).explanation


def test_unknown_content_is_refused_for_loading_and_doubted_for_importing() -> None:
    code = VerdictCode.UNKNOWN_CONTENT
    refused = verdict_text(Verdict(Level.REFUSE, code), FILESYSTEM)
    doubted = verdict_text(Verdict(Level.WARN, code), FILESYSTEM)
    assert "would refuse it" in refused.explanation
    assert "can be imported all the same" in doubted.explanation


def test_a_hostile_file_name_cannot_break_the_sentence() -> None:
    report = replace(SHOP, path=Path("a{0}\u202e.tar"))
    text = verdict_text(Verdict(Level.REFUSE, VerdictCode.EMPTY), report)
    assert "a{0}\N{REPLACEMENT CHARACTER}.tar" in text.explanation


def test_missing_and_damaged_parts_are_named_and_no_hundred_of_them() -> None:
    verdict = Verdict(Level.REFUSE, VerdictCode.PARTS_MISSING)
    few = replace(SHOP, parts=Parts("one", (), ("a.tar.002",), ("a.tar.004",)))
    many = replace(SHOP, parts=Parts("one", (), tuple(f"a.tar.{n:03}" for n in range(1, 200))))
    assert "a.tar.002 and a.tar.004" in verdict_text(verdict, few).explanation
    assert "a.tar.004 and …" in verdict_text(verdict, many).explanation
