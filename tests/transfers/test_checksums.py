"""Risk: a checksum file that says "not found" or "no properly formatted lines" elsewhere."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from desktop_app.transfers.checksums import checksum_lines, checksum_path

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
