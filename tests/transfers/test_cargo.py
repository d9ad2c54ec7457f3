"""Risk: an engine gets something else than was judged, or a file that changed in between."""

import gzip
import io
import os
import random
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from desktop_app.archives import ArchiveReport, Choices, Compression, Conversion, complete, identify
from desktop_app.archives.proof import prove_image_archive
from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress, run
from desktop_app.transfers.cargo import Cargo, opened
from tests.archives import builder
from tests.archives.builder import Image, tar

BIG = Image(layers=(random.Random(1).randbytes(3_000_000),))


@pytest.fixture
def report(tmp_path: Path) -> ArchiveReport:
    path = tmp_path / "a.tar.gz"
    path.write_bytes(gzip.compress(tar(builder.oci_layout(BIG))))
    return complete(identify(path))


def read(cargo: Cargo) -> bytes:
    buffer, data = memoryview(bytearray(100_000)), bytearray()
    while count := cargo.source.readinto(buffer):
        data += buffer[:count]
    return bytes(data)


def taken(
    report: ArchiveReport,
    conversion: Conversion | None,
    meanwhile: Callable[[Path], object] = lambda _: None,
    told: Callable[[Progress], None] = lambda _: None,
) -> tuple[Cargo, bytes]:
    """A file as it is sent; `meanwhile` is called before the first byte is read."""
    with ExitStack() as stack:
        cargo = run(opened(stack, report, conversion, Choices(), CancelToken()), told)
        meanwhile(report.path)
        return cargo, read(cargo)


def test_a_file_that_fits_is_sent_as_it_is(report: ArchiveReport) -> None:
    told: list[Progress] = []
    cargo, data = taken(report, None, told=told.append)
    assert data == report.path.read_bytes()
    assert (cargo.report, cargo.size_bytes) == (report, len(data))
    assert told == []


def test_a_conversion_goes_through_the_file_first_and_says_so(report: ArchiveReport) -> None:
    told: list[Progress] = []
    cargo, data = taken(report, Conversion.TO_DOCKER_FORM, told=told.append)
    assert cargo.size_bytes == len(data)
    assert cargo.report.compression is Compression.NONE
    assert prove_image_archive(io.BytesIO(data)).images == cargo.report.images
    assert {progress.phase for progress in told} == {Phase.INSPECTING}
    assert told[-1].done_bytes


@pytest.mark.parametrize("conversion", [None, Conversion.TO_DOCKER_FORM, Conversion.DECOMPRESS])
def test_a_file_that_is_written_to_meanwhile_is_told(report: ArchiveReport, conversion) -> None:
    with pytest.raises(UserFacingError) as caught:
        taken(report, conversion, lambda path: os.utime(path, (1, 1)))
    assert caught.value.code is ErrorCode.FILE_CHANGED


def test_what_no_engine_could_use_is_told_before_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(builder.zipped("a.tar", tar([("x", b"x")])))
    with pytest.raises(UserFacingError) as caught:
        taken(identify(path), Conversion.UNWRAP)
    assert caught.value.params == {"path": str(path), "verdict": "unknown-content"}


def test_a_first_pass_can_be_cancelled(report: ArchiveReport) -> None:
    cancel = CancelToken()
    with ExitStack() as stack, pytest.raises(Cancelled):
        job = opened(stack, report, Conversion.TO_DOCKER_FORM, Choices(), cancel)
        run(job, lambda _: cancel.cancel())
