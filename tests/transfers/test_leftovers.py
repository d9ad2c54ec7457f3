"""Risk: a killed program leaves half files for ever, or somebody else's file is deleted."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.transfers.leftovers import Journal, Leftover
from desktop_app.transfers.part_file import half_file, older_file
from tests.real_engines.hardships import small_disk

_WRITER = """
import sys
from pathlib import Path
from desktop_app.transfers.leftovers import Journal
part = Path(sys.argv[2])
with Journal(Path(sys.argv[1])).noted(part):
    part.write_bytes(b"half")
    print("written", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What the notes are in."""
    return tmp_path / "journal"


@pytest.fixture
def journal(folder: Path) -> Journal:
    return Journal(folder)


@pytest.fixture
def part(tmp_path: Path) -> Iterator[Path]:
    part = tmp_path / "a.tar.part"
    yield part
    part.unlink(missing_ok=True)


def _writer(folder: Path, part: Path) -> subprocess.Popen[bytes]:
    """Another run of the program, which has written half of a file."""
    writer = subprocess.Popen(
        [sys.executable, "-c", _WRITER, folder, part],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == b"written\n"
    return writer


def _kill(writer: subprocess.Popen[bytes]) -> None:
    with writer:
        writer.send_signal(signal.SIGKILL)


def test_what_a_killed_program_left_is_found_and_deleted(folder, journal, part) -> None:
    _kill(_writer(folder, part))
    found = journal.leftovers()
    assert found == (Leftover(part, 4),)
    assert journal.delete(found) == ()
    assert not part.exists()
    assert journal.leftovers() == ()
    assert list(folder.iterdir()) == []


def test_what_a_running_program_writes_is_no_leftover(folder, journal, part) -> None:
    writer = _writer(folder, part)
    assert journal.leftovers() == ()
    with pytest.raises(BlockingIOError), journal.noted(part):
        pass
    assert journal.delete([Leftover(part, 4)]) == (Leftover(part, 4),)
    assert part.exists()
    _kill(writer)
    assert journal.leftovers() == (Leftover(part, 4),)


def test_a_file_that_came_to_its_end_leaves_no_note(folder, journal, part) -> None:
    with journal.noted(part):
        part.write_bytes(b"whole")
        assert list(folder.iterdir())
        part.rename(part.with_suffix(""))
    assert list(folder.iterdir()) == []


def test_a_file_that_could_not_be_deleted_is_offered_later(journal, part) -> None:
    with journal.noted(part):
        part.write_bytes(b"half")
    assert journal.leftovers() == (Leftover(part, 4),)


def test_what_is_to_be_kept_is_not_offered_again(folder, journal, part) -> None:
    _kill(_writer(folder, part))
    journal.keep(journal.leftovers())
    assert journal.leftovers() == ()
    assert part.read_bytes() == b"half"


def test_a_file_that_is_begun_anew_has_one_note(folder, journal, part) -> None:
    _kill(_writer(folder, part))
    with journal.noted(part):
        assert journal.leftovers() == ()
        part.unlink()
    assert list(folder.iterdir()) == []


def test_names_of_any_bytes_are_found(folder, journal, tmp_path) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff \n.part"))
    _kill(_writer(folder, odd))
    found = journal.leftovers()
    assert found == (Leftover(odd, 4),)
    assert journal.delete(found) == ()
    assert not odd.exists()


@pytest.mark.parametrize("other", ["a folder", "a link", "nothing"])
def test_only_a_file_is_a_leftover(folder, journal, part, tmp_path, other) -> None:
    _kill(_writer(folder, part))
    found = journal.leftovers()
    part.unlink()
    mine = tmp_path / "mine"
    mine.write_bytes(b"mine")
    if other == "a folder":
        part.mkdir()
    if other == "a link":
        part.symlink_to(mine)
    assert journal.delete(found) == ()
    assert journal.leftovers() == ()
    assert os.path.lexists(part) == (other != "nothing")
    assert mine.read_bytes() == b"mine"
    if other == "a folder":
        part.rmdir()


@pytest.mark.parametrize("text", [b"", b"7", b"7\n", b"x\n/a.part", b"7\na.part", b"7\n%s/mine"])
def test_a_note_that_names_no_half_file_leads_to_nothing(folder, journal, tmp_path, text) -> None:
    mine = tmp_path / "mine"
    mine.write_bytes(b"mine")
    folder.mkdir()
    (folder / "x.note").write_bytes(text.replace(b"%s", os.fsencode(tmp_path)))
    assert journal.leftovers() == ()
    assert mine.exists()


def test_a_file_on_a_disk_that_is_away_is_offered_when_it_is_back(journal, tmp_path) -> None:
    place = tmp_path / "stick"
    part = place / "a.tar.part"
    with small_disk(place, "size=1m"):
        note = journal.noted(part)
        note.__enter__()
    note.__exit__(None, None, None)
    assert journal.leftovers() == ()
    part.write_bytes(b"half")  # as if it had come back
    assert journal.leftovers() == (Leftover(part, 4),)
    part.unlink()


@pytest.mark.parametrize("has_folder", [False, True])
def test_a_journal_that_cannot_be_written_keeps_nobody_from_writing(
    tmp_path, part, has_folder
) -> None:
    blocked = tmp_path / "blocked"
    if not has_folder:
        blocked.write_bytes(b"")
        with Journal(blocked).noted(part):
            part.write_bytes(b"half")
        assert Journal(blocked).leftovers() == ()
    else:
        with small_disk(blocked, "ro"), Journal(blocked).noted(part):
            part.write_bytes(b"half")


def test_a_file_on_a_disk_that_takes_no_changes_is_given_back(journal, tmp_path) -> None:
    place = tmp_path / "stick"
    with small_disk(place, "size=1m"):
        part = place / "a.tar.part"
        with journal.noted(part):
            part.write_bytes(b"half")
        subprocess.run(["mount", "-o", "remount,ro", place], check=True)
        assert journal.delete(journal.leftovers()) == (Leftover(part, 4),)
        assert journal.leftovers() == (Leftover(part, 4),)


def test_a_note_that_is_removed_while_it_is_opened_is_made_anew(
    folder, journal, part, monkeypatch
) -> None:
    """Its holder has just come to its end."""
    real_flock = __import__("fcntl").flock
    removed: list[Path] = []

    def flock(descriptor: int, how: int) -> None:
        real_flock(descriptor, how)
        if not removed:
            removed.append(next(folder.iterdir()))
            removed[0].unlink()

    monkeypatch.setattr("fcntl.flock", flock)
    with journal.noted(part):
        assert len(list(folder.iterdir())) == 1
        part.write_bytes(b"half")
    assert journal.leftovers() == (Leftover(part, 4),)


def test_all_half_files_of_a_transfer_are_in_one_note_and_settled_one_by_one(
    folder, journal, part, tmp_path
) -> None:
    second, whole = tmp_path / "b.tar.part", tmp_path / "c.tar.part"
    with journal.noted(part) as note:
        for path in (part, second, whole):
            note.add(path)
            path.write_bytes(b"half")
        whole.unlink()
    assert len(list(folder.iterdir())) == 1
    assert journal.leftovers() == (Leftover(part, 4), Leftover(second, 4))
    assert journal.delete([Leftover(part, 4)]) == ()
    assert journal.leftovers() == (Leftover(second, 4),)
    journal.keep([Leftover(second, 4)])
    assert (journal.leftovers(), list(folder.iterdir())) == ((), [])
    second.unlink()


def test_a_note_is_whole_at_every_moment_while_it_is_brought_up_to_date(
    folder, journal, part, tmp_path
) -> None:
    """A crash finds the older one or the newer one."""
    second = tmp_path / "b.tar.part"
    with journal.noted(part) as note:
        note.add(second)
        part.write_bytes(b"half")
        second.write_bytes(b"half")
    (path,) = folder.iterdir()
    (tmp_path / "older").hardlink_to(path)
    before = path.read_bytes()
    journal.keep([Leftover(part, 4)])
    assert (tmp_path / "older").read_bytes() == before
    assert list(folder.iterdir()) == [path]
    assert journal.leftovers() == (Leftover(second, 4),)
    second.unlink()


@pytest.mark.parametrize("has_links", [True, False])
@pytest.mark.parametrize("is_all_named", [False, True])
def test_older_files_are_put_back_if_not_all_new_ones_got_their_names(
    journal, part, tmp_path, *, is_all_named: bool, has_links: bool
) -> None:
    """Until all have theirs, what stood aside is the only copy of what was there."""
    first, second = tmp_path / "a.tar", tmp_path / "a.tar.sha256"
    with journal.noted(part) as note:
        note.add(half_file(second), *map(older_file, (first, second)))
        first.write_bytes(b"new")
        older_file(first).write_bytes(b"older")
        older_file(second).write_bytes(b"older sum")
        if is_all_named:
            second.write_bytes(b"new sum")
        else:
            half_file(second).write_bytes(b"new sum")
            if has_links:  # it was not replaced yet
                second.hardlink_to(older_file(second))
    found = [each.path for each in journal.leftovers()]
    if is_all_named:
        assert found == [older_file(first), older_file(second)]
        assert (first.read_bytes(), second.read_bytes()) == (b"new", b"new sum")
    else:
        assert found == [half_file(second)]
        assert (first.read_bytes(), second.read_bytes()) == (b"older", b"older sum")
    assert journal.delete(journal.leftovers()) == ()
    assert {path.name for path in tmp_path.iterdir()} == {"journal", first.name, second.name}
    assert journal.leftovers() == ()


def test_a_line_that_a_power_cut_has_torn_spoils_no_other(folder, journal, part) -> None:
    with journal.noted(part):
        part.write_bytes(b"half")
    (note,) = folder.iterdir()
    note.write_bytes(b"\x007\n/ab")
    with journal.noted(part):
        pass
    assert journal.leftovers() == (Leftover(part, 4),)


def test_what_an_earlier_run_left_is_not_forgotten_when_the_same_is_written_anew(
    folder, journal, part, tmp_path
) -> None:
    older = tmp_path / "b.tar.part"
    with journal.noted(part) as note:
        note.add(older)
        older.write_bytes(b"half")
    with journal.noted(part):
        part.write_bytes(b"half")
        part.unlink()
    assert journal.leftovers() == (Leftover(older, 4),)
    older.unlink()
    assert journal.leftovers() == ()
