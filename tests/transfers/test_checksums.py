"""Risk: a checksum file that says "not found" or "no properly formatted lines" elsewhere."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from desktop_app.transfers.checksums import checksum_lines, checksum_path, recorded_digest

NAMES = [
    "a.tar",
    "a b.tar",
    "-a.tar",
    "*a.tar",
    "a\\b.tar",
    "a\nb.tar",
    "\\",
    "镜像.tar",
    "a\udcff",
]


@pytest.mark.parametrize("name", NAMES)
def test_sha256sum_accepts_it_whatever_the_file_is_called(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"data")
    digest = f"sha256:{hashlib.sha256(b'data').hexdigest()}"
    (tmp_path / "list").write_bytes(checksum_lines([(name, digest)]))
    command = ["sha256sum", "--check", "--strict", "--quiet", "list"]
    subprocess.run(command, cwd=tmp_path, check=True)


def test_each_file_has_a_line(tmp_path: Path) -> None:
    lines = checksum_lines([("a.001", "sha256:00"), ("a.002", "sha256:11")])
    assert lines == b"00  a.001\n11  a.002\n"
    assert checksum_path(tmp_path / "a.tar") == tmp_path / "a.tar.sha256"


@pytest.mark.parametrize("name", NAMES)
def test_what_was_written_about_a_file_is_found_again(tmp_path: Path, name: str) -> None:
    digest = hashlib.sha256(b"data").hexdigest()
    others = [("other.tar", 64 * "0"), (f"not-{name}", 64 * "1")]
    lines = checksum_lines([*others, (name, digest)])
    checksum_path(tmp_path / name).write_bytes(lines)
    assert recorded_digest(tmp_path / name) == digest


@pytest.mark.parametrize("line", ["{} *a.tar", "{}  a.tar\r\n", "{}  a.tar\n{}  b.tar\n"])
def test_lines_of_other_programs_are_understood_too(tmp_path: Path, line: str) -> None:
    checksum_path(tmp_path / "a.tar").write_text(line.replace("{}", 64 * "A"), newline="")
    assert recorded_digest(tmp_path / "a.tar") == 64 * "a"


@pytest.mark.parametrize("line", ["", "{}  b.tar\n", "12  a.tar\n", "{}  a.tar.gz\n", "{} a.tar\n"])
def test_what_says_nothing_about_the_file_is_no_checksum(tmp_path: Path, line: str) -> None:
    checksum_path(tmp_path / "a.tar").write_text(line.replace("{}", 64 * "a"))
    assert recorded_digest(tmp_path / "a.tar") == ""


def test_without_a_readable_file_of_checksums_there_is_none(tmp_path: Path) -> None:
    assert recorded_digest(tmp_path / "a.tar") == ""
    checksum_path(tmp_path / "a.tar").mkdir()
    assert recorded_digest(tmp_path / "a.tar") == ""
