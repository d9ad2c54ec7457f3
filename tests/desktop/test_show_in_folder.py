"""Risk: "Show in folder" opens the archive in some other program, or fails without a word."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop_app.desktop.show_in_folder import show_in_folder


@pytest.mark.parametrize("is_opened", [True, False])
def test_the_folder_is_opened_and_not_the_file(
    monkeypatch: pytest.MonkeyPatch, *, is_opened: bool
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return is_opened

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    assert show_in_folder(Path("/media/stick #2/镜像.tar")) is is_opened
    assert opened == ["/media/stick #2"]
