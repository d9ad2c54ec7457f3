"""Risk: bytes sent that should not be, a file that changes on the way, an answer nobody hears."""

import os
import random
from collections.abc import Callable, Generator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.archives import ArchiveReport, Choices, Conversion, Method, identify
from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.engine_info import EngineInfo
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress, run
from desktop_app.transfers.cargo import opened
from desktop_app.transfers.channel import BLOCK_BYTES, Reader
from desktop_app.transfers.sending import Messages, fitting, send
from tests.archives import builder
from tests.archives.builder import Image, docker_20, tar
from tests.transfers.stand_in import INFO, LOST, Received

BIG = tar([(".dockerenv", b""), ("data", random.Random(1).randbytes(40 * BLOCK_BYTES))])
MESSAGE: dict[str, object] = {"stream": "Loaded image: web:1\n"}


@pytest.fixture
def report(tmp_path: Path) -> ArchiveReport:
    path = tmp_path / "a.tar"
    path.write_bytes(BIG)
    return identify(path)


def send_file(
    upload: Received,
    report: ArchiveReport,
    cancel: CancelToken,
    *observers: Callable[[Reader], int],
) -> Generator[Progress, None, tuple[Messages, list[int]]]:
    """Send a file as it is."""
    with ExitStack() as stack:
        cargo = yield from opened(stack, report, None, Choices(), cancel)
        return (yield from send(upload, cargo, cancel, *observers))


def counted(reader: Reader) -> int:
    return sum(len(view) for view in reader)


def failure(upload: Received, report: ArchiveReport) -> UserFacingError:
    with pytest.raises(UserFacingError) as caught:
        run(send_file(upload, report, CancelToken(), counted))
    return caught.value


def refusal(
    report: ArchiveReport, method: Method, info: EngineInfo, despite_warning: bool = False
) -> object:
    """Why a file is not sent; None if it is."""
    try:
        fitting(report, method, info, despite_warning=despite_warning)
    except UserFacingError as error:
        assert error.code is ErrorCode.FILE_UNSUITABLE  # noqa: PT017  none is an answer, too
        return error.params["verdict"]
    return None


def cancelling_in(phase: Phase, cancel: CancelToken) -> Callable[[Progress], None]:
    def look(progress: Progress) -> None:
        if progress.phase is phase:
            cancel.cancel()

    return look


@pytest.mark.parametrize(
    ("data", "method", "despite_warning", "verdict"),
    [
        (builder.root_filesystem(), Method.LOAD, True, "filesystem-needs-import"),
        (tar(docker_20(Image())), Method.IMPORT, False, "images-need-load"),
        (tar(docker_20(Image())), Method.IMPORT, True, None),
        (tar([("notes.txt", b"x")]), Method.IMPORT, False, "unknown-content"),
        (tar([("notes.txt", b"x")]), Method.IMPORT, True, None),
        (tar([("notes.txt", b"x")]), Method.LOAD, True, "unknown-content"),
        (b"", Method.IMPORT, True, "empty"),
        (b"hello", Method.IMPORT, True, "not-an-archive"),
        (tar(docker_20(Image())), Method.LOAD, False, None),
        (builder.root_filesystem(), Method.IMPORT, False, None),
    ],
)
def test_only_what_fits_or_what_a_person_has_agreed_to_is_sent(
    tmp_path: Path, data: bytes, method: Method, despite_warning: bool, verdict: str | None
) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    report = identify(path)
    assert refusal(report, method, INFO, despite_warning) == verdict


def test_an_image_for_another_processor_is_sent_without_another_question(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(tar(docker_20(Image(architecture="arm64"))))
    report = identify(path)
    assert refusal(report, Method.LOAD, INFO) is None
    assert refusal(report, Method.LOAD, replace(INFO, os="windows")) == "other-system"


def test_what_makes_a_file_fit_is_named(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(tar(builder.oci_layout(Image())))
    assert fitting(identify(path), Method.LOAD, INFO).conversion is Conversion.TO_DOCKER_FORM


def test_every_byte_is_sent_and_seen_and_the_answer_comes_back(report: ArchiveReport) -> None:
    upload = Received([MESSAGE])
    told: list[Progress] = []
    job = send_file(upload, report, CancelToken(), counted, counted)
    assert run(job, told.append) == ([MESSAGE], [len(BIG)] * 2)
    assert upload.data == BIG
    phases = list(dict.fromkeys(progress.phase for progress in told))
    assert phases[-1] is Phase.UNPACKING
    assert told[-1] == Progress(Phase.UNPACKING, len(BIG), len(BIG))


def test_an_engine_that_answers_early_gets_no_more_and_is_heard(report: ArchiveReport) -> None:
    upload = Received([{"errorDetail": {"message": "invalid tar header"}}], answers_after=1)
    error = failure(upload, report)
    assert error.code is ErrorCode.ENGINE_REFUSED
    assert "invalid tar header" in error.detail
    assert len(upload.data) == BLOCK_BYTES


def test_an_engine_that_stops_in_the_middle_is_told(report: ArchiveReport) -> None:
    def stop(received_bytes: int) -> None:
        if received_bytes > 3 * BLOCK_BYTES:
            raise LOST

    upload = Received(on_write=stop)
    assert failure(upload, report) is LOST
    assert not upload.is_finished


@pytest.mark.parametrize(
    "change",
    [
        lambda path: os.truncate(path, 5 * BLOCK_BYTES),
        lambda path: os.truncate(path, 60 * BLOCK_BYTES),
        lambda path: os.utime(path, (1, 1)),
    ],
    ids=["cut", "grown", "written to"],
)
def test_a_file_that_changes_on_the_way_is_told_and_the_engine_never_hears_the_end(
    report: ArchiveReport, change: Callable[[Path], None]
) -> None:
    def change_once(received_bytes: int) -> None:
        if received_bytes <= BLOCK_BYTES:
            change(report.path)

    upload = Received([MESSAGE], on_write=change_once)
    error = failure(upload, report)
    assert (error.code, error.params) == (ErrorCode.FILE_CHANGED, {"path": str(report.path)})
    assert not upload.is_finished


def test_a_change_is_told_though_the_engine_refuses_what_it_got_before(
    report: ArchiveReport,
) -> None:
    def change(_: int) -> None:
        os.truncate(report.path, 1 << 20)

    upload = Received([{"errorDetail": {"message": "bad header"}}], 1, on_write=change)
    assert failure(upload, report).code is ErrorCode.FILE_CHANGED


def test_a_refusal_of_a_file_that_stays_as_it_is_is_the_engines(report: ArchiveReport) -> None:
    upload = Received([{"errorDetail": {"message": "bad header"}}], 1)
    assert failure(upload, report).code is ErrorCode.ENGINE_REFUSED


def test_a_file_that_is_removed_on_the_way_is_still_sent_whole(report: ArchiveReport) -> None:
    upload = Received([MESSAGE], on_write=lambda _: report.path.unlink(missing_ok=True))
    assert run(send_file(upload, report, CancelToken(), counted)) == ([MESSAGE], [len(BIG)])


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda path: path.unlink(), ErrorCode.FILE_GONE),
        (lambda path: path.write_bytes(b"another"), ErrorCode.FILE_CHANGED),
    ],
)
def test_a_file_that_is_another_since_it_was_identified_is_not_sent(
    report: ArchiveReport, change: Callable[[Path], None], code: ErrorCode
) -> None:
    change(report.path)
    upload = Received([MESSAGE])
    assert failure(upload, report).code is code
    assert upload.data == b""


def test_an_observer_that_fails_ends_the_upload(report: ArchiveReport) -> None:
    def fail(reader: Reader) -> int:
        next(iter(reader))
        raise UserFacingError(ErrorCode.FILE_CHANGED)

    upload = Received([MESSAGE])
    with pytest.raises(UserFacingError):
        run(send_file(upload, report, CancelToken(), fail))
    assert not upload.is_finished


def test_a_cancel_while_it_sends_ends_the_upload(report: ArchiveReport) -> None:
    cancel = CancelToken()
    upload = Received([MESSAGE], on_write=lambda _: cancel.wait(10))
    with pytest.raises(Cancelled):
        run(send_file(upload, report, cancel), cancelling_in(Phase.SENDING, cancel))
    assert not upload.is_finished
    assert len(upload.data) < len(BIG)


def test_a_cancel_while_the_engine_unpacks_ends_the_wait_for_it(report: ArchiveReport) -> None:
    cancel = CancelToken()
    upload = Received([MESSAGE], is_silent=True)

    def cancel_when_it_waits(progress: Progress) -> None:
        if progress.phase is Phase.UNPACKING and upload.is_finished:
            cancel.cancel()

    with pytest.raises(Cancelled):
        run(send_file(upload, report, cancel, counted), cancel_when_it_waits)
    assert bytes(upload.data) == BIG
