"""The program's language: its own translations and Qt's, for the language of the system."""

from collections.abc import Iterator

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QTranslator,
)

from desktop_app.desktop.resources import resource_path

# WORKAROUND: Qt 6.11 has not translated these into Chinese yet. Here lupdate finds them, and the
# program's own translator is asked before Qt's.
QT_TRANSLATE_NOOP("QFileDialog", "&Look in:")
QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:")
QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive")
QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder")


def install_translations(app: QCoreApplication, locale: QLocale | None = None) -> list[str]:
    """Load the texts for a language; one that has none gets English.

    Args:
        app: gets the translators and owns them.
        locale: the system's, if not given.

    Returns:
        The names of the files that were loaded, without folder.
    """
    locale = locale or QLocale()
    own = str(resource_path("translations"))
    qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    loaded = []
    for name, folder in (("qtbase", qts), ("image-ferry", own)):
        translator = QTranslator(app)
        if translator.load(locale, name, "_", folder) and app.installTranslator(translator):
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
