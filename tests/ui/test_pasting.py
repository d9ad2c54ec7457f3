"""Risk: a copied file cannot be pasted, or some words are taken for a file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from desktop_app.ui.pasting import pasted_paths


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("/home/me/a.tar", ("/home/me/a.tar",)),
        ("'/home/me/two words.tar'\n\n  /b.tar\n", ("/home/me/two words.tar", "/b.tar")),
        ("file:///home/me/%E9%95%9C.tar", ("/home/me/镜.tar",)),
        ("docker load", ()),
        ("https://example.org/a.tar", ()),
        ("", ()),
    ],
)
def test_paths_as_text(text: str, paths: tuple[str, ...]) -> None:
    data = QMimeData()
    data.setText(text)
    assert pasted_paths(data) == tuple(map(Path, paths))


def test_files_as_file_managers_copy_them() -> None:
    data = QMimeData()
    data.setUrls([QUrl("file:///a.tar"), QUrl("https://example.org/b.tar")])
    assert pasted_paths(data) == (Path("/a.tar"),)
