"""Risk: the pictures tell another story than the words, or tell those who listen nothing."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop_app.archives.compatibility import Method, judge
from desktop_app.archives.report import ArchiveReport
from desktop_app.ui.dialogs.method_pictures import MethodPictures
from tests.ui.samples import ENGINE, FILESYSTEM, SHOP, UNKNOWN
from tests.ui.texts.sentences import another_language


def _pictures(window: QWidget, report: ArchiveReport, method: Method) -> MethodPictures:
    pictures = MethodPictures(method, judge(report, method, ENGINE))
    pictures.setParent(window)
    pictures.show()
    return pictures


def _captions(pictures: MethodPictures) -> list[str]:
    return [label.text() for label in pictures.findChildren(QLabel) if label.text()]


def _drawn(pictures: MethodPictures) -> list[tuple[str, QImage]]:
    labels = [label for label in pictures.findChildren(QLabel) if not label.pixmap().isNull()]
    return [(label.accessibleName(), label.pixmap().toImage()) for label in labels]


@pytest.mark.parametrize(
    ("report", "method", "asked", "instead"),
    [
        (SHOP, Method.IMPORT, "An image that never starts", "The images, as they were saved"),
        (FILESYSTEM, Method.LOAD, "Nothing: the engine refuses it", "A new image that you name"),
        (UNKNOWN, Method.IMPORT, "An image that may never start", ""),
    ],
)
def test_each_row_says_file_method_and_result(
    window: QWidget, report: ArchiveReport, method: Method, asked: str, instead: str
) -> None:
    captions = _captions(_pictures(window, report, method))
    assert captions[0] == "What you asked for"
    assert captions[3] == asked
    rows = 2 if instead else 1
    assert len(captions) == 4 * rows
    assert captions[-1].startswith(instead or asked)


def test_each_picture_has_its_words_for_those_who_listen(window: QWidget) -> None:
    pictures = _pictures(window, SHOP, Method.IMPORT)
    captions = _captions(pictures)
    names = [name for name, _ in _drawn(pictures)]
    assert names == captions[1:4] + captions[5:8]
    assert "Import\ndocker import" in names
    assert "Load\ndocker load" in names


def test_the_arrow_points_the_way_one_reads(window: QWidget) -> None:
    pictures = _pictures(window, SHOP, Method.IMPORT)
    before = dict(_drawn(pictures))
    pictures.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    after = dict(_drawn(pictures))
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"Import\ndocker import", "Load\ndocker load"}


def test_pictures_and_words_follow_what_the_desktop_wants(
    window: QWidget, qapp: QApplication
) -> None:
    pictures = _pictures(window, SHOP, Method.IMPORT)
    before = _drawn(pictures)
    palette = pictures.palette()
    palette.setColor(palette.ColorRole.WindowText, Qt.GlobalColor.magenta)
    pictures.setPalette(palette)
    assert _drawn(pictures) != before
    with another_language(qapp):
        QApplication.sendEvent(pictures, QEvent(QEvent.Type.LanguageChange))
    assert all(text.startswith("«") for text in _captions(pictures))
