"""Risk: a request that changes while it waits in the queue, or that cannot be tried again."""

import dataclasses
import pickle
from pathlib import Path

import pytest

from desktop_app.archives import ArchiveKind, ArchiveReport, Compression, Evidence
from desktop_app.transfers import requests
from desktop_app.transfers.requests import (
    CheckRequest,
    CompleteRequest,
    ExportRequest,
    ImportRequest,
    InspectRequest,
    LoadRequest,
    NameRequest,
    SaveRequest,
    UnnameRequest,
    UnreadableFile,
)

PATH = Path("/a.tar")
REPORT = ArchiveReport(
    PATH, 9, ArchiveKind.FILESYSTEM, Compression.NONE, Evidence.DOCKERENV, complete=False
)
SAMPLES = [
    SaveRequest(("web:1",), PATH, 1000),
    LoadRequest(PATH, {"sha256:1": "web:1"}),
    ExportRequest("c" * 64, "web", PATH),
    ImportRequest(PATH, "web:1"),
    CheckRequest(PATH),
    NameRequest("sha256:1", "web:1"),
    UnnameRequest("web:1"),
    InspectRequest((PATH,)),
    CompleteRequest(REPORT),
    UnreadableFile(PATH, "file-gone", {"path": "/a.tar"}),
]
by_name = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: type(sample).__name__)


@by_name
def test_a_request_stays_as_it_was_made(sample) -> None:
    first = dataclasses.fields(sample)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(sample, first, "another")


@by_name
def test_a_request_can_be_written_down_and_made_again(sample) -> None:
    assert pickle.loads(pickle.dumps(sample)) == sample
    assert dataclasses.replace(sample) == sample


def test_nobody_imports_despite_a_warning_without_saying_so() -> None:
    assert not ImportRequest(PATH, "web:1").despite_warning
    assert LoadRequest(PATH).given_names == {}


def test_all_that_travels_between_threads_is_frozen() -> None:
    found = {name for name, each in vars(requests).items() if dataclasses.is_dataclass(each)}
    assert len(found) > 10
    assert all(getattr(requests, name).__dataclass_params__.frozen for name in found)
