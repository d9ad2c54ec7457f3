"""Risk: the suggested name is refused by a stick, or hides what kind of file it is."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.file_names import safe_file_name, stem_of, with_suffix


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("postgres:9.6", "postgres_9.6.tar"),
        ("shop/web:2.1+1 more", "shop-web_2.1+1 more.tar"),
        ("localhost:5000/web:1", "localhost_5000-web_1.tar"),
        ("con", "con_.tar"),
        ("LPT1", "LPT1_.tar"),
        ("console", "console.tar"),
        ('a<b>c"d|e?f*g\\h\n', "a-b-c-d-e-f-g-h-.tar"),
        (" web. ", "web.tar"),
        ("...", "image.tar"),
        (500 * "x", 180 * "x" + ".tar"),
        (100 * "镜", 60 * "镜" + ".tar"),
        ("x" + 100 * "镜", "x" + 59 * "镜" + ".tar"),
        ("镜\udcff像", "镜像.tar"),
    ],
)
def test_a_name_fits_every_disk(text: str, name: str) -> None:
    assert safe_file_name(text) == name


@given(st.text())
def test_no_text_makes_a_path(text: str) -> None:
    name = safe_file_name(text)
    assert Path(name).name == name
    assert name.endswith(".tar")


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/a/x", "/a/x.tar"),
        ("/a/x.tar", "/a/x.tar"),
        ("/a/x.TAR", "/a/x.TAR"),
        ("/a/postgres_9.6", "/a/postgres_9.6.tar"),
        ("/a/x.tar.gz", "/a/x.tar.gz.tar"),
    ],
)
def test_the_ending_is_added_and_never_replaces_another(path: str, target: str) -> None:
    assert with_suffix(Path(path)) == Path(target)


@pytest.mark.parametrize(
    ("file_name", "stem"),
    [
        ("shop.tar", "shop"),
        ("shop.tar.gz", "shop"),
        ("Shop.TAR.ZST", "Shop"),
        ("shop.tgz", "shop"),
        ("shop.tar.xz", "shop"),
        ("shop.tzst", "shop"),
        ("shop.txz", "shop"),
        ("shop.tbz2", "shop"),
        ("shop.zip", "shop"),
        ("shop.tar.tar", "shop.tar"),
        ("a.tarot", "a.tarot"),
        (" postgres_9.6 ", "postgres_9.6"),
        (".tar", ""),
    ],
)
def test_only_the_ending_of_an_archive_is_an_ending(file_name: str, stem: str) -> None:
    assert stem_of(file_name) == stem
