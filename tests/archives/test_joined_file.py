"""Risk: a byte lost, doubled or moved where one part ends and the next begins."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.archives.joined_file import JoinedFile, open_whole, size_of, state_of
from desktop_app.archives.parts import part_path
from tests.archives.builder import zipped
from tests.archives.splitting import write_parts

DATA = bytes(range(100))


@pytest.fixture(scope="session")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("parts") / "a.tar"
    write_parts(target, DATA, 30)
    return target


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from([0, 1, 2]), st.integers(-150, 150), st.integers(0, 120))))
def test_it_reads_and_jumps_as_one_file_does(target: Path, steps) -> None:
    plain = io.BytesIO(DATA)
    with open_whole(part_path(target, 1)) as joined:
        for whence, offset, count in steps:
            base = (0, plain.tell(), len(DATA))[whence]
            place = plain.seek(max(0, base + offset))
            assert joined.seek(offset, whence) == joined.tell() == place
            assert joined.read(count) == plain.read(count)


def test_its_size_is_that_of_all_parts(target: Path) -> None:
    with open_whole(part_path(target, 3)) as joined:
        assert size_of(joined) == 100
        assert joined.readable()
        assert joined.seekable()


def test_a_plain_file_is_opened_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(DATA)
    with open_whole(tmp_path / "a.tar") as file:
        assert not isinstance(file, JoinedFile)
        assert size_of(file) == 100
        assert file.read() == DATA


def test_a_part_of_a_set_that_is_not_whole_is_opened_alone(tmp_path: Path) -> None:
    write_parts(tmp_path / "a.tar", DATA, 30)
    part_path(tmp_path / "a.tar", 2).unlink()
    with open_whole(part_path(tmp_path / "a.tar", 1)) as file:
        assert file.read() == DATA[:30]


def test_a_change_to_any_part_is_seen(tmp_path: Path) -> None:
    write_parts(tmp_path / "a.tar", DATA, 30)
    with open_whole(part_path(tmp_path / "a.tar", 1)) as joined:
        before = state_of(joined)
        os.utime(part_path(tmp_path / "a.tar", 4), ns=(5, 5))
        assert state_of(joined) != before


def test_a_part_that_was_cut_meanwhile_ends_the_file(tmp_path: Path) -> None:
    write_parts(tmp_path / "a.tar", DATA, 30)
    with open_whole(part_path(tmp_path / "a.tar", 1)) as joined:
        os.truncate(part_path(tmp_path / "a.tar", 2), 10)
        assert joined.read(100) == DATA[:40]
        assert joined.read(100) == b""


def test_a_zip_in_parts_can_be_read(tmp_path: Path) -> None:
    write_parts(tmp_path / "a.tar", zipped("hello", DATA), 30)
    with open_whole(part_path(tmp_path / "a.tar", 1)) as joined, zipfile.ZipFile(joined) as file:
        assert file.read("hello") == DATA
