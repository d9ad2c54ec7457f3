"""The program's language: its own translations and Qt's, and how dates and sizes are written."""

from collections.abc import Iterator

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QTranslator,
)

from desktop_app.desktop.resources import resource_path
from desktop_app.desktop.settings import Language

_FILES = ("qtbase", "image-ferry")  # what is asked last comes first

# WORKAROUND: Qt 6.11 has not translated these into Chinese yet. Here lupdate finds them, and the
# program's own translator is asked before Qt's.
QT_TRANSLATE_NOOP("QFileDialog", "&Look in:")
QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:")
QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive")
QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder")


_ENGLISH = QLocale(QLocale.Language.English)


def use_language(app: QCoreApplication, language: Language) -> list[str]:
    """Speak a language from now on: every window is told, and says everything once more.

    Returns:
        The names of the files that were loaded, without folder.
    """
    QLocale.setDefault(locale_of(language))
    for translator in app.findChildren(QTranslator):
        if translator.objectName() in _FILES:
            app.removeTranslator(translator)
            translator.deleteLater()
    return install_translations(app, QLocale())


def locale_of(language: Language) -> QLocale:
    """How dates and sizes are written: in the language, as it is done where the person lives."""
    match language:
        case Language.SYSTEM:
            return QLocale.system()
        case Language.ENGLISH:
            return QLocale(QLocale.Language.English, QLocale.system().territory())
        case Language.CHINESE:  # the texts are those of the mainland
            return QLocale(Language.CHINESE.value)


def install_translations(app: QCoreApplication, locale: QLocale) -> list[str]:
    """Load the texts for a language; one that has none gets English.

    Args:
        app: gets the translators and owns them.
        locale: says which language.

    Returns:
        The names of the files that were loaded, without folder.
    """
    own = str(resource_path("translations"))
    qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    loaded = []
    for name, folder in zip(_FILES, (qts, own), strict=True):
        translator = QTranslator(app)
        translator.setObjectName(name)
        # Where the system names no language (C), Qt does not find even English by itself.
        is_found = any(translator.load(each, name, "_", folder) for each in (locale, _ENGLISH))
        if is_found and app.installTranslator(translator):
            loaded.append(translator.filePath().rpartition("/")[2])
    return loaded


def missing_translations() -> Iterator[str]:
    """A line for each file of the program's own texts that cannot be read, or if there is none."""
    files = sorted(resource_path("translations").glob("*.qm"))
    if not files:
        yield "no translation is compiled"
    for file in files:
        if not QTranslator().load(str(file)):
            yield f"{file.name} cannot be read"
