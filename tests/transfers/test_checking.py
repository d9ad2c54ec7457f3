"""Risk: a broken file is called whole, or the checksum that lies beside it is overlooked."""

import hashlib
from pathlib import Path

import pytest

from desktop_app.archives import Depth, FindingCode
from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress, run
from desktop_app.transfers.checking import check_file
from desktop_app.transfers.checksums import checksum_lines, checksum_path
from desktop_app.transfers.requests import CheckResult
from tests.archives import builder
from tests.archives.builder import Image, docker_20, tar
from tests.archives.splitting import write_parts

SAVED = tar(docker_20(Image(layers=(tar([("big", bytes(9 << 20))]),))))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.tar"


def _write(path: Path, data: bytes, digest_of: bytes | None = None) -> None:
    path.write_bytes(data)
    if digest_of is not None:
        digest = hashlib.sha256(digest_of).hexdigest()
        checksum_path(path).write_bytes(checksum_lines([(path.name, digest)]))


def _codes(result: CheckResult) -> list[FindingCode]:
    return [finding.code for finding in result.found.findings]


@pytest.mark.parametrize("depth", Depth)
def test_a_file_without_a_checksum_is_read_once(path: Path, depth: Depth) -> None:
    _write(path, SAVED)
    told: list[Progress] = []
    result = run(check_file(path, depth), told.append)
    assert result.found.is_whole
    assert (result.found.depth, result.sha256) == (depth, "")
    assert {progress.phase for progress in told} == {Phase.READING}


def test_a_full_check_compares_the_file_with_the_checksum_beside_it(path: Path) -> None:
    _write(path, SAVED, SAVED)
    told: list[Progress] = []
    result = run(check_file(path), told.append)
    assert result.found.is_whole
    assert result.sha256 == hashlib.sha256(SAVED).hexdigest()
    compared = [progress for progress in told if progress.phase is Phase.COMPARING]
    assert len(compared) > 1
    assert (compared[-1].done_bytes, compared[-1].total_bytes) == (len(SAVED), len(SAVED))


def test_a_quick_check_does_not(path: Path) -> None:
    _write(path, SAVED, b"another")
    result = run(check_file(path, Depth.QUICK))
    assert (result.found.is_whole, result.sha256) == (True, "")


def test_another_file_than_the_one_that_was_written_is_not_whole(path: Path) -> None:
    _write(path, SAVED, b"another")
    result = run(check_file(path))
    assert not result.found.is_whole
    assert [(each.code, each.subject) for each in result.found.findings] == [
        (FindingCode.CHECKSUM_WRONG, "a.tar.sha256")
    ]


def test_the_checksum_proves_a_file_system_that_has_none_of_its_own(path: Path) -> None:
    data = builder.root_filesystem()
    _write(path, data)
    assert _codes(run(check_file(path))) == [FindingCode.NO_DIGESTS]
    _write(path, data, data)
    assert _codes(run(check_file(path))) == []
    _write(path, data, b"another")
    assert FindingCode.CHECKSUM_WRONG in _codes(run(check_file(path)))


def test_an_archive_in_parts_has_its_checksums_in_its_list(path: Path) -> None:
    written = write_parts(path, SAVED, 4 << 20)
    first = written.parts[0].path
    checksum_path(first).write_bytes(checksum_lines([(first.name, 64 * "0")]))
    result = run(check_file(first))
    assert (result.found.is_whole, result.sha256) == (True, "")


def test_a_damaged_file_is_a_result_and_one_that_is_gone_an_error(path: Path) -> None:
    path.write_bytes(SAVED[: len(SAVED) // 2])
    assert _codes(run(check_file(path))) == [FindingCode.CUT_SHORT]
    path.unlink()
    with pytest.raises(UserFacingError) as caught:
        run(check_file(path))
    assert caught.value.code is ErrorCode.FILE_GONE


@pytest.mark.parametrize("phase", [Phase.READING, Phase.COMPARING])
def test_a_check_can_be_cancelled_in_every_phase(path: Path, phase: Phase) -> None:
    _write(path, SAVED, SAVED)
    cancel = CancelToken()

    def stop(progress: Progress) -> None:
        if progress.phase is phase:
            cancel.cancel()

    with pytest.raises(Cancelled):
        run(check_file(path, cancel=cancel), stop)
