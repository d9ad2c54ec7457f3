"""Risk: the source tree shows icons and Chinese, and the installed program has neither."""

from pathlib import Path

import pytest

import desktop_app
from desktop_app.desktop.resources import resource_path


def test_finds_what_the_program_brings_along() -> None:
    assert list(resource_path("translations").glob("image-ferry_zh_CN.*"))


def test_refuses_a_name_that_nothing_has() -> None:
    with pytest.raises(FileNotFoundError, match="of-nothing"):
        resource_path("icons/of-nothing.svg")


def test_the_package_goes_before_the_source_tree(tmp_path: Path, monkeypatch) -> None:
    package = tmp_path / "desktop_app"
    for folder in (package, tmp_path):
        (folder / "resources").mkdir(parents=True)
        (folder / "resources" / "both").touch()
    (tmp_path / "resources" / "beside").touch()
    monkeypatch.setattr(desktop_app, "__file__", str(package / "__init__.py"))

    assert resource_path("both") == package / "resources" / "both"
    assert resource_path("beside") == tmp_path / "resources" / "beside"
