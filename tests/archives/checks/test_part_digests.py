"""Risk: a part of an earlier archive, as large as the right one, is taken for it."""

import os
from pathlib import Path

import pytest

from desktop_app.archives.checks.findings import FindingCode, Findings
from desktop_app.archives.checks.part_digests import check_parts
from desktop_app.archives.parts import part_path
from desktop_app.archives.report import Depth
from desktop_app.archives.verification import verify
from desktop_app.progress import Progress, run
from tests.archives.builder import Image, docker_20, root_filesystem, tar
from tests.archives.splitting import write_parts

DATA = tar(docker_20(Image()))
FOUND = FindingCode.PART_DAMAGED


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "a.tar"


def test_parts_that_are_as_they_were_written_are_read_whole_and_not_noted(target: Path) -> None:
    findings = Findings()
    parts = write_parts(target, bytes(5 << 20), 2 << 20)
    assert sum(check_parts(parts, findings)) == 5 << 20
    assert findings.all() == ()


def test_each_part_that_is_another_is_named(target: Path) -> None:
    findings = Findings()
    parts = write_parts(target, os.urandom(10_000), 4096)
    for number in (1, 3):
        part_path(target, number).write_bytes(bytes(4096))
    assert sum(check_parts(parts, findings)) == 4096 + 4096 + 4096
    assert [finding.subject for finding in findings.all()] == ["a.tar.001", "a.tar.003"]


def test_a_check_of_one_part_is_a_check_of_all(target: Path) -> None:
    write_parts(target, tar(docker_20(Image(layers=(bytes(6 << 20),)))), 3 << 20)
    told: list[Progress] = []
    report = run(verify(part_path(target, 2)), told.append)
    assert report.is_whole
    assert report.report.names == ("shop/web:1",)
    done = [progress.done_bytes for progress in told]
    assert done == sorted(done)
    assert told[-1].done_bytes == told[-1].total_bytes == 2 * report.report.size_bytes
    assert any(0 < progress.done_bytes < report.report.size_bytes for progress in told)


def test_a_part_of_another_run_is_found_among_the_right_ones(target: Path) -> None:
    data = root_filesystem([("srv/data", bytes(100_000))])
    write_parts(target, data, 40_000)
    part_path(target, 2).write_bytes(bytes(39_999) + b"x")
    quick = run(verify(part_path(target, 1), depth=Depth.QUICK))
    assert FOUND not in [finding.code for finding in quick.findings]
    full = run(verify(part_path(target, 1)))
    assert (FOUND, "a.tar.002") in [(each.code, each.subject) for each in full.findings]


def test_a_part_that_is_missing_is_named_and_nothing_else(target: Path) -> None:
    write_parts(target, DATA, len(DATA) // 3)
    part_path(target, 2).unlink()
    part_path(target, 3).write_bytes(b"x")
    found = [(each.code, each.subject) for each in run(verify(part_path(target, 1))).findings]
    assert found == [(FindingCode.PART_MISSING, "a.tar.002"), (FOUND, "a.tar.003")]
