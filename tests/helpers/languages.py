"""The program in each of its languages, built or not: the sources have no ``.qm``."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import PySide6
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import desktop_app
from desktop_app.desktop import translation
from desktop_app.ui.texts import without_mnemonic

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"


class Words:
    """The texts of the program, and Qt's, in one language.

    Args:
        language: such as ``zh_CN``.
        folder: has the program's compiled translations.
    """

    def __init__(self, language: str, folder: Path) -> None:
        qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._translators = QTranslator(), QTranslator()
        self._translators[0].load(f"image-ferry_{language}", str(folder))
        self._translators[1].load(f"qtbase_{language}", qts)

    def __call__(self, context: str, source: str, count: int = -1) -> str:
        """What stands on a control: the text of a context, without its mnemonic."""
        found = (each.translate(context, source, None, count) for each in self._translators)
        text = next(filter(None, found), source)
        return without_mnemonic(text.replace("%n", str(count)))


def program_with_languages(folder: Path) -> Path:
    """Where Python finds the program with all its languages.

    Args:
        folder: gets a copy, as a wheel has it, if it is the source tree that is tested.
    """
    package = Path(desktop_app.__file__).parent
    if (package / "resources").exists():
        return package.parent
    copied = shutil.copytree(package, folder / package.name)
    shutil.copytree(_RESOURCES, copied / "resources")
    compile_translations(translations_of(folder))
    return folder


def translations_of(place: Path) -> Path:
    """The compiled translations of a `program_with_languages`."""
    return place / "desktop_app" / "resources" / "translations"


def compile_translations(folder: Path) -> None:
    """Make a ``.qm`` of each of the program's ``.ts``."""
    lrelease = shutil.which("lrelease", path=Path(PySide6.__file__).parent)
    assert lrelease, "PySide6-Essentials brings no lrelease"
    for source in (_RESOURCES / "translations").glob("*.ts"):
        compiled = folder / source.with_suffix(".qm").name
        subprocess.run([lrelease, "-silent", source, "-qm", compiled], check=True)


@contextmanager
def speaking(app: QCoreApplication, language: str, folder: Path) -> Iterator[None]:
    """The program speaks a language as long as the block.

    Args:
        app: the program.
        language: such as ``zh_CN``.
        folder: has the program's compiled translations.
    """
    before, others = QLocale(), app.findChildren(QTranslator)
    QLocale.setDefault(QLocale(language))
    with mock.patch.object(translation, "resource_path", return_value=folder):
        loaded = translation.install_translations(app, QLocale(language))
    assert f"image-ferry_{language}.qm" in loaded
    yield
    for translator in app.findChildren(QTranslator):
        if translator not in others:
            app.removeTranslator(translator)
            translator.deleteLater()
    QLocale.setDefault(before)
