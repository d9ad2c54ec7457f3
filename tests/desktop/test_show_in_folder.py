"""Risk: "Show in folder" opens the archive in some other program, or fails without a word."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop_app.desktop.show_in_folder import show_in_folder


@pytest.mark.parametrize("is_opened", [True, False])
@pytest.mark.parametrize(
    ("folder", "address"),
    [
        ("/media/stick #2", b"file:///media/stick%20%232"),
        ("/media/镜像 100%", b"file:///media/%E9%95%9C%E5%83%8F%20100%25"),
        (os.fsdecode(b"/media/\xbe\xb5"), b"file:///media/%BE%B5"),  # in no UTF-8
    ],
)
def test_the_folder_is_opened_and_not_the_file(
    monkeypatch: pytest.MonkeyPatch, folder: str, address: bytes, *, is_opened: bool
) -> None:
    opened: list[bytes] = []

    def open_url(url: QUrl) -> bool:
        opened.append(bytes(url.toEncoded().data()))
        return is_opened

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    assert show_in_folder(Path(folder, "镜像.tar")) is is_opened
    assert opened == [address]
