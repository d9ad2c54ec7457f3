"""Risk: what was transferred cannot be told from its history: a wrong size, digest or result."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.archives import (
    ArchivedImage,
    ArchiveKind,
    ArchiveReport,
    Compression,
    Depth,
    Evidence,
    Finding,
    FindingCode,
    VerificationReport,
)
from desktop_app.archives.parts import Part, PartSet, list_document
from desktop_app.desktop.past_transfer import PastFile, PastImage, past_transfer
from desktop_app.models.transfers import TransferRecord
from desktop_app.transfers.requests import (
    CheckResult,
    ExportResult,
    ImportResult,
    LoadedImage,
    LoadRequest,
    LoadResult,
    SaveResult,
    SeparateSaveResult,
)
from desktop_app.workers.job import JobState
from desktop_app.workers.outcome import Outcome, Stopped, Succeeded
from tests.desktop.past import DIGEST, SAVED, SEPARATE, SUM

_NOON = datetime(2026, 5, 4, 12, 4, tzinfo=UTC)
_FILE = Path("/media/stick/db.tar")
_IMAGE = ArchivedImage(("db:1",), DIGEST, "amd64", "linux", None, ())
_SAVED = SaveResult(_FILE, 95, (_IMAGE,), SUM)
_REPORT = ArchiveReport(
    _FILE, 12, ArchiveKind.IMAGE_ARCHIVE, Compression.NONE, Evidence.DOCKER_MANIFEST, (_IMAGE,)
)
_FINDINGS = (Finding(FindingCode.CUT_SHORT, "e"), Finding(FindingCode.REPEATED_MEMBER, "f"))
_PAST_IMAGE = PastImage(("db:1",), DIGEST)


def _record(outcome: Outcome, path: Path = _FILE) -> TransferRecord:
    return TransferRecord(
        "7", LoadRequest(path), JobState.SUCCEEDED, outcome=outcome, ended_at=_NOON
    )


@pytest.mark.parametrize(
    ("result", "files", "images"),
    [
        (_SAVED, (PastFile(_FILE, 95, SUM),), (_PAST_IMAGE,)),
        (
            SeparateSaveResult(_FILE.parent, (_SAVED, _SAVED)),
            2 * (PastFile(_FILE, 95, SUM),),
            2 * (_PAST_IMAGE,),
        ),
        (ExportResult(_FILE, 95, (), SUM), (PastFile(_FILE, 95, SUM),), ()),
        (
            LoadResult(_FILE, (LoadedImage(DIGEST, ("db:1",)),)),
            (PastFile(_FILE),),
            (_PAST_IMAGE,),
        ),
        (ImportResult(_FILE, DIGEST, "db:1"), (PastFile(_FILE),), (_PAST_IMAGE,)),
        (
            CheckResult(VerificationReport(_FILE, _REPORT, Depth.FULL, _FINDINGS), SUM),
            (PastFile(_FILE, 12, SUM),),
            (_PAST_IMAGE,),
        ),
        (None, (), ()),
    ],
    ids=["save", "separate", "export", "load", "import", "check", "nothing"],
)
def test_of_a_result_the_files_and_images_are_kept(
    result: object, files: tuple[PastFile, ...], images: tuple[PastImage, ...]
) -> None:
    past = past_transfer(_record(Succeeded(result)))
    assert (past.files, past.images) == (files, images)
    assert past.problems == (1 if isinstance(result, CheckResult) else None)


def test_who_what_and_when_are_kept() -> None:
    record = replace(_record(Stopped(("db:1",))), started_at=_NOON)
    past = past_transfer(record)
    assert (past.job_id, past.request, past.outcome) == ("7", record.request, Stopped(("db:1",)))
    assert (past.started_at, past.ended_at) == (_NOON, _NOON)


def test_what_was_read_has_its_size_even_in_parts(tmp_path: Path) -> None:
    whole, first = tmp_path / "a.tar", tmp_path / "b.tar.001"
    whole.write_bytes(bytes(7))
    first.write_bytes(bytes(4))
    parts = PartSet("x", DIGEST, (Part(first, 4, DIGEST), Part(tmp_path / "b.tar.002", 3, DIGEST)))
    (tmp_path / "b.tar.parts").write_bytes(list_document(parts))
    for path in (whole, first):
        past = past_transfer(_record(Succeeded(ImportResult(path, DIGEST, "db:1"))))
        assert past.size_bytes == 7


def test_sizes_add_up_and_checksums_stand_beside_their_files() -> None:
    assert (SAVED.size_bytes, SAVED.sha256) == (95_000_000, SUM)
    assert SEPARATE.size_bytes == 3_000
    assert SEPARATE.sha256 == f"{SUM}  a.tar\n{64 * '6'}  b.tar"
    half = replace(SEPARATE, files=(*SEPARATE.files, PastFile(_FILE)))
    assert half.size_bytes is None
    assert replace(SAVED, files=()).sha256 == ""
