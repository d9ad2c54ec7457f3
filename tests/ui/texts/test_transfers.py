"""Risk: a card on the Transfers page says the wrong thing about what runs or has run."""

from pathlib import Path

import pytest

from desktop_app.errors import ErrorCode
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.requests import (
    CheckRequest,
    ExportRequest,
    ExportResult,
    ImportRequest,
    ImportResult,
    LoadedImage,
    LoadRequest,
    LoadResult,
    SaveRequest,
    SaveResult,
    Transfer,
)
from desktop_app.ui.texts import (
    amount_text,
    cancelled_text,
    phase_text,
    progress_text,
    remaining_text,
    request_title,
    result_text,
    stalled_text,
    state_text,
)
from desktop_app.workers.job import JobState
from desktop_app.workers.outcome import Failed, Stopped, Succeeded
from tests.ui.samples import SHOP

_FILE = Path("/media/stick/x.tar")
_SAVE = SaveRequest(("a:1", "b:1"), _FILE)
_LOAD = LoadRequest(_FILE)
_EXPORT = ExportRequest(64 * "c", "web", _FILE)
_IMPORT = ImportRequest(_FILE, "web:1")
_CHECK = CheckRequest(_FILE)


@pytest.mark.parametrize(
    ("request_", "verbs", "rest"),
    [
        (_SAVE, ("Saving", "Saved", "Save"), "a:1 and b:1 → x.tar"),
        (_LOAD, ("Loading", "Loaded", "Load"), "x.tar"),
        (_EXPORT, ("Exporting", "Exported", "Export"), "container web → x.tar"),
        (_IMPORT, ("Importing", "Imported", "Import"), "x.tar → web:1"),
        (_CHECK, ("Checking", "Checked", "Check"), "x.tar"),
    ],
)
def test_a_title_says_what_and_where_and_whether_it_was_done(
    request_: Transfer, verbs: tuple[str, str, str], rest: str
) -> None:
    live, done, asked = verbs
    assert request_title(request_) == f"{live} {rest}"
    assert request_title(request_, is_waiting=True) == f"{asked} {rest}"
    assert request_title(request_, Succeeded(None)) == f"{done} {rest}"
    for outcome in (Stopped(), Failed(ErrorCode.ENGINE_LOST, {})):
        assert request_title(request_, outcome) == f"{asked} {rest}"


def test_many_names_are_counted() -> None:
    title = request_title(SaveRequest(("a:1", "b:1", "c:1", "d:1"), _FILE))
    assert title == "Saving a:1, b:1 and 2 more → x.tar"


def test_every_phase_and_state_has_words_of_its_own() -> None:
    assert len({phase_text(phase) for phase in Phase}) == len(Phase)
    assert len({state_text(state) for state in JobState}) == len(JobState)


@pytest.mark.parametrize("phase", [None, *Phase])
def test_a_stall_says_for_how_long_and_what_can_be_done(phase: Phase | None) -> None:
    assert "30 seconds" in stalled_text(phase)
    assert stalled_text(phase).endswith("Keep waiting, or cancel.")


def test_a_stall_says_who_is_waited_for() -> None:
    for phase in (Phase.INSPECTING, Phase.READING, Phase.COMPARING):
        assert "disk of the file" in stalled_text(phase)
    assert "engine has not answered" in stalled_text(Phase.WAITING)
    assert "engine has taken nothing" in stalled_text(Phase.SENDING)
    assert "still unpacking" in stalled_text(Phase.UNPACKING)


def test_what_is_in_the_engine_all_the_same_is_named() -> None:
    assert cancelled_text(_LOAD, ("a:1",)) == "Cancelled. In the engine all the same: a:1"
    assert remaining_text({"remaining": "a:1, b:1"}) == "In the engine all the same: a:1, b:1"
    assert remaining_text({"path": "a"}) == ""


def test_a_cancelled_transfer_promises_only_what_is_known() -> None:
    assert {cancelled_text(_SAVE), cancelled_text(_EXPORT)} == {
        "Cancelled. No file was left behind."
    }
    assert cancelled_text(_LOAD) == cancelled_text(_IMPORT)
    assert "may still finish" in cancelled_text(_LOAD)


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress(Phase.WAITING), ""),
        (Progress(Phase.RECEIVING, 412_000_000), "412 MB"),
        (Progress(Phase.SENDING, 412_000_000, 660_000_000), "412 MB of 660 MB"),
        (
            Progress(Phase.RECEIVING, 412_000_000, 660_000_000, is_estimate=True),
            "412 MB of about 660 MB",
        ),
    ],
)
def test_an_amount_says_how_sure_it_is(progress: Progress, words: str) -> None:
    assert amount_text(progress) == words


def test_speed_and_time_follow_the_amount_once_they_are_known() -> None:
    progress = Progress(Phase.SENDING, 412_000_000, 660_000_000)
    assert progress_text(progress) == "412 MB of 660 MB"
    assert progress_text(progress, 186e6, 2.0) == "412 MB of 660 MB · 186 MB/s · 2 s left"


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (SaveResult(_FILE, 361_000_000, SHOP.images), "Checked: 2 layer(s), 361 MB"),
        (
            SaveResult(_FILE, 361_000_000, SHOP.images, f"9f2c{56 * '0'}41ab"),
            "Checked: 2 layer(s), 361 MB, SHA-256 9f2c…41ab",
        ),
        (
            LoadResult(_FILE, (LoadedImage("sha256:" + 64 * "a", ("a:1",)),)),
            "Loaded and checked: a:1",
        ),
        (
            LoadResult(_FILE, (LoadedImage("sha256:" + 64 * "a", ()),)),
            "Loaded and checked: aaaaaaaaaaaa",
        ),
        (
            LoadResult(_FILE, (LoadedImage("sha256:" + 64 * "a", ("a:1",), was_there=True),)),
            "Everything in it was here already: a:1",
        ),
        (
            LoadResult(
                _FILE,
                (LoadedImage("sha256:a", ("a:1",), was_there=True), LoadedImage("b", ("b:1",))),
            ),
            "Loaded and checked: a:1 and b:1",
        ),
        (ExportResult(_FILE, 361_000_000, ()), "Checked: 361 MB"),
        (
            ExportResult(_FILE, 361_000_000, (), f"9f2c{56 * '0'}41ab"),
            "Checked: 361 MB, SHA-256 9f2c…41ab",
        ),
        (ExportResult(_FILE, 361_000_000, ("/data",)), "Checked: 361 MB. Not in it: /data"),
        (ImportResult(_FILE, "sha256:" + 64 * "a", "web:1"), "Imported and checked: web:1"),
        (
            ImportResult(_FILE, "sha256:" + 64 * "a", "web:1", was_there=True),
            "It was here already: web:1",
        ),
        (None, ""),
    ],
)
def test_a_result_says_what_was_checked(result: object, words: str) -> None:
    assert result_text(result) == words
