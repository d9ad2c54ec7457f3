"""Risk: a report that somebody hands on hides a path, a name or a byte."""

from pathlib import Path

import pytest

from desktop_app.ui.texts.reports import file_line, image_line, size_line


def test_a_path_is_said_in_full_and_can_be_read() -> None:
    path = Path("/", *10 * ("long-name-of-a-folder",), "a\u202e.tar")
    assert file_line(path) == f"File: {path.parent}/a\N{REPLACEMENT CHARACTER}.tar"


def test_a_size_is_said_to_the_byte() -> None:
    assert size_line(1_023_456_789) == "Size: 1.02 GB (1,023,456,789 bytes)"


@pytest.mark.parametrize(
    ("names", "facts", "line"),
    [
        (
            ("a:1", "b:1"),
            ["linux/amd64", "sha256:e"],
            "Image: a:1 and b:1 · linux/amd64 · sha256:e",
        ),
        ((), ["", "sha256:e\n"], "Image: (without a name) · sha256:e\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_an_image_is_one_line(names: tuple[str, ...], facts: list[str], line: str) -> None:
    assert image_line(names, facts) == line
