"""Risk: the program speaks English to people who asked for Chinese, or half of each."""

import shutil
import subprocess
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from desktop_app.desktop import translation
from desktop_app.desktop.settings import Language
from desktop_app.desktop.translation import (
    install_translations,
    locale_of,
    missing_translations,
    use_language,
)

_SOURCE = """<!DOCTYPE TS><TS version="2.1" language="zh_CN"><context><name>Words</name>
<message><source>yesterday</source><translation>昨天</translation></message></context></TS>"""


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one compiled language, in place of the program's own."""
    source, target = tmp_path / "zh.ts", tmp_path / "image-ferry_zh_CN.qm"
    source.write_text(_SOURCE, encoding="utf-8")
    lrelease = shutil.which("lrelease", path=Path(PySide6.__file__).parent)
    assert lrelease
    subprocess.run([lrelease, "-silent", source, "-qm", target], check=True)
    monkeypatch.setattr(translation, "resource_path", lambda _name: tmp_path)
    return tmp_path


def _yesterday() -> str:
    return QCoreApplication.translate("Words", "yesterday")


@pytest.mark.usefixtures("compiled")
def test_a_language_is_loaded_with_qts_own_words(qapp: QApplication) -> None:
    loaded = install_translations(qapp, QLocale("zh_CN"))
    assert loaded == ["qtbase_zh_CN.qm", "image-ferry_zh_CN.qm"]
    assert _yesterday() == "昨天"


@pytest.mark.usefixtures("compiled")
def test_a_language_that_nobody_translated_is_english(qapp: QApplication) -> None:
    assert "image-ferry" not in "".join(install_translations(qapp, QLocale("fi_FI")))
    assert _yesterday() == "yesterday"


def test_a_system_that_names_no_language_gets_english_with_its_plurals(
    qapp: QApplication, compiled: Path
) -> None:
    shutil.copy(compiled / "image-ferry_zh_CN.qm", compiled / "image-ferry_en.qm")
    assert "image-ferry_en.qm" in install_translations(qapp, QLocale.c())


@pytest.mark.usefixtures("compiled")
def test_the_language_can_be_changed_and_changed_back(qapp: QApplication) -> None:
    loaded = [use_language(qapp, language) for language in (Language.CHINESE, Language.ENGLISH)]
    assert "image-ferry_zh_CN.qm" in loaded[0]
    assert _yesterday() == "yesterday"
    assert QLocale().language() is QLocale.Language.English
    use_language(qapp, Language.CHINESE)
    assert _yesterday() == "昨天"
    assert QLocale().name() == "zh_CN"
    use_language(qapp, Language.SYSTEM)
    assert QLocale().name() == QLocale.system().name()
    assert _yesterday() == "yesterday"  # tests run in a system without a language


def test_english_is_written_as_where_the_person_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("en_GB"))
    assert locale_of(Language.ENGLISH).name() == "en_GB"
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("zh_TW"))
    assert locale_of(Language.CHINESE).name() == "zh_CN"


def test_what_is_missing_or_broken_is_named(compiled: Path) -> None:
    assert list(missing_translations()) == []
    (compiled / "image-ferry_zh_CN.qm").write_bytes(b"no translation")
    assert list(missing_translations()) == ["image-ferry_zh_CN.qm cannot be read"]
    (compiled / "image-ferry_zh_CN.qm").unlink()
    assert list(missing_translations()) == ["no translation is compiled"]
