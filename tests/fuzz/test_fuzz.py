"""Risk: a file that nobody thought of crashes the program or keeps it busy for ever.

A usual run searches for a moment, one with ``--soak`` for a quarter of an hour, and by hand one can
search as long as one likes: ``python -m tests.fuzz --seconds 3600``.
"""

import io
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.archives.tar_header import is_header
from tests.archives.blocks import header
from tests.fuzz import search as searching
from tests.fuzz import targets
from tests.fuzz.choices import Choices
from tests.fuzz.making import make_archive, mended
from tests.fuzz.search import TARGETS, search
from tests.fuzz.seeds import seeds


@pytest.mark.parametrize("seconds", [12, pytest.param(900, marks=pytest.mark.soak)])
def test_a_search_finds_nothing(tmp_path: Path, seconds: int) -> None:
    assert search(TARGETS, seconds, tmp_path) == []


def test_the_memory_of_who_starts_a_search_is_not_counted_as_its_own(tmp_path: Path) -> None:
    taken = b"x" * (searching.MOST_MEGABYTES << 20)
    del taken
    assert search(TARGETS[:1], 1, tmp_path) == []


def test_a_search_finds_what_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "find_spec", lambda _: None)

    def wrong(data: bytes) -> None:
        raise ZeroDivisionError(data)

    monkeypatch.setattr(targets, "walk_headers", wrong)
    corpus, results = tmp_path / "corpus", tmp_path / "results"
    corpus.mkdir()
    results.mkdir()
    with pytest.raises(ZeroDivisionError):
        searching._search("walk_headers", 1, corpus, results)
    assert [path.name for path in results.iterdir()] == ["blind"]


def test_nothing_but_choices_makes_a_file() -> None:
    assert make_archive(b"\1\2\3" * 40) == make_archive(b"\1\2\3" * 40)
    with tarfile.open(fileobj=io.BytesIO(make_archive(b""))) as archive:
        assert "manifest.json" in archive.getnames()


def test_a_header_that_was_changed_gets_its_checksum_again() -> None:
    whole = header("a") + b"no header" * 100
    changed = whole[:140] + b"x" + whole[141:]
    assert mended(whole) == whole
    assert mended(changed) != changed
    assert is_header(mended(changed)[:512])


def test_choices_that_are_used_up_are_the_first_ones() -> None:
    choices = Choices(b"\5\xff\xff\xff\3abcd")
    assert choices.below(4) == 1
    assert choices.below(1000) == 0xFFFFFF % 1000
    assert choices.take(9) == b"abc"
    assert [choices.is_left, choices.pick("xyd"), choices.is_left] == [True, "y", False]
    assert (choices.below(9), choices.take(9), choices.pick("xy")) == (0, b"", "x")


@pytest.mark.parametrize("target", TARGETS)
def test_every_seed_is_dealt_with(target: str) -> None:
    attempt: Callable[[bytes], None] = getattr(targets, target)
    inputs = list(seeds(target))
    for data in inputs:
        attempt(data)
    assert len(inputs) > 10
