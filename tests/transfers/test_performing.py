"""Risk: a click that does something else than it says, or an engine's connection left open."""

import gzip
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.archives import ArchiveKind, ArchiveReport, Compression, Depth, identify
from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.portraits import ImagePortrait, StartSettings
from desktop_app.progress import Phase, Progress, run
from desktop_app.transfers import perform
from desktop_app.transfers.channel import BLOCK_BYTES
from desktop_app.transfers.leftovers import Journal, Leftover
from desktop_app.transfers.requests import (
    CheckRequest,
    CheckResult,
    CompleteRequest,
    Errand,
    ExportRequest,
    ExportResult,
    FindLeftoversRequest,
    ImportRequest,
    ImportResult,
    InspectRequest,
    InspectResult,
    LeftoversResult,
    LoadRequest,
    LoadResult,
    NameRequest,
    PortrayImageRequest,
    ReachRequest,
    ReachResult,
    SaveRequest,
    SaveResult,
    SeparateSaveResult,
    SettleLeftoversRequest,
    Transfer,
    UnnameRequest,
    UnreadableFile,
)
from tests.archives import builder
from tests.archives.builder import Image, docker_20, sha256, tar
from tests.transfers.stand_in import Received, Sent, StandIn, container, image

SAVED = tar(docker_20(Image()))
EXPORTED = builder.root_filesystem()
WEB = image("sha256:web", *Image().diff_ids, names=("shop/web:1", "shop/web:2"))


def body(request: Transfer | Errand, engine: StandIn) -> Generator[Progress, None, object]:
    return perform(request, lambda _cancel: engine, CancelToken())


def forbidden(_cancel: CancelToken) -> StandIn:
    raise AssertionError("no engine is needed")


@pytest.fixture
def engine() -> StandIn:
    names = {"shop/web:1": WEB, "shop/web:2": WEB, "sha256:web": WEB}
    made = {"fs:1": image("sha256:fs", f"sha256:{sha256(EXPORTED)}")}
    return StandIn(
        sends=SAVED,
        takes=Received([{"stream": "Loaded image: shop/web:1\n"}]),
        has_images=names,
        gets_images=made,
        has_containers={"c" * 64: container("c" * 64)},
    )


def test_save_saves(tmp_path: Path, engine: StandIn) -> None:
    result = run(body(SaveRequest(("shop/web:1",), tmp_path / "a.tar", 1000), engine))
    assert isinstance(result, SaveResult)
    assert result.path.read_bytes() == SAVED
    assert engine.is_closed


def test_every_choice_of_a_save_and_an_export_reaches_the_files(
    tmp_path: Path, engine: StandIn
) -> None:
    kind = Compression.GZIP
    run(body(SaveRequest(("shop/web:1",), tmp_path / "a.tar.gz", None, kind, 900, True), engine))
    engine.sends = EXPORTED
    run(body(ExportRequest("c" * 64, "web", tmp_path / "b.tar.gz", kind, 900, True), engine))
    for name, data in (("a.tar.gz", SAVED), ("b.tar.gz", EXPORTED)):
        parts = sorted(tmp_path.glob(f"{name}.0*"))
        assert gzip.decompress(b"".join(part.read_bytes() for part in parts)) == data
        assert (tmp_path / f"{name}.parts").exists()
        assert (tmp_path / f"{name}.sha256").exists()


def test_a_save_of_each_image_by_itself_fills_a_folder(tmp_path: Path, engine: StandIn) -> None:
    result = run(body(SaveRequest(("shop/web:1",), tmp_path, is_separate=True), engine))
    assert isinstance(result, SeparateSaveResult)
    assert [saved.path for saved in result.saved] == [tmp_path / "shop-web_1.tar"]


def test_load_loads(tmp_path: Path, engine: StandIn) -> None:
    (tmp_path / "a.tar").write_bytes(SAVED)
    with pytest.raises(UserFacingError, match="name-taken"):
        run(body(LoadRequest(tmp_path / "a.tar"), engine))
    may_move = LoadRequest(tmp_path / "a.tar", movable_names=frozenset({"shop/web:1"}))
    result = run(body(may_move, engine))
    assert isinstance(result, LoadResult)
    assert result.images[0].names == ("shop/web:1",)


def test_export_exports(tmp_path: Path, engine: StandIn) -> None:
    engine.sends = EXPORTED
    result = run(body(ExportRequest("c" * 64, "web", tmp_path / "a.tar"), engine))
    assert isinstance(result, ExportResult)
    assert result.path.read_bytes() == EXPORTED


@pytest.mark.parametrize("despite_warning", [False, True])
def test_import_imports_and_a_warning_is_only_passed_if_it_was_read(
    tmp_path: Path, engine: StandIn, despite_warning: bool
) -> None:
    (tmp_path / "a.tar").write_bytes(EXPORTED)
    result = run(body(ImportRequest(tmp_path / "a.tar", "fs:1", despite_warning), engine))
    assert result == ImportResult(tmp_path / "a.tar", "sha256:fs", "fs:1")


def test_a_warning_that_was_not_read_stops_an_import(tmp_path: Path, engine: StandIn) -> None:
    (tmp_path / "a.tar").write_bytes(SAVED)
    with pytest.raises(UserFacingError) as caught:
        run(body(ImportRequest(tmp_path / "a.tar", "fs:1"), engine))
    assert caught.value.code is ErrorCode.FILE_UNSUITABLE
    assert engine.is_closed


def test_what_is_known_of_a_file_reaches_the_job(tmp_path: Path, engine: StandIn) -> None:
    (tmp_path / "a.tar").write_bytes(SAVED)
    known = replace(identify(tmp_path / "a.tar"), kind=ArchiveKind.DAMAGED)
    for request in (
        LoadRequest(known.path, known=known),
        ImportRequest(known.path, "fs:1", despite_warning=True, known=known),
    ):
        with pytest.raises(UserFacingError) as caught:
            run(body(request, engine))
        assert caught.value.code is ErrorCode.FILE_UNSUITABLE


def test_an_engine_that_is_tried_says_what_it_is(engine: StandIn) -> None:
    assert run(body(ReachRequest(""), engine)) == ReachResult(engine.info)
    assert engine.is_closed


def test_names_are_put_on_and_taken_off(engine: StandIn) -> None:
    assert run(body(NameRequest("sha256:web", "shop/web:3"), engine)) == "shop/web:3"
    assert run(body(UnnameRequest("shop/web:2"), engine)) is None
    assert set(engine.has_images) == {"shop/web:1", "shop/web:3", "sha256:web"}


def test_files_are_looked_at_without_an_engine_and_each_for_itself(tmp_path: Path) -> None:
    contents = {"saved.tar": SAVED, "bomb.tar": tar([("manifest.json", b"[" * 200_000)])}
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    paths = (tmp_path / "gone.tar", tmp_path / "saved.tar", tmp_path, tmp_path / "bomb.tar")
    result = run(perform(InspectRequest(paths), forbidden, CancelToken()))
    assert isinstance(result, InspectResult)
    gone, saved, folder, bomb = result.reports
    assert isinstance(gone, UnreadableFile)
    assert isinstance(folder, UnreadableFile)
    assert isinstance(bomb, UnreadableFile)
    assert (gone.path, gone.code) == (paths[0], ErrorCode.FILE_GONE)
    assert (folder.code, folder.params) == (ErrorCode.FILE_IS_FOLDER, {"path": str(tmp_path)})
    assert bomb.code == ErrorCode.ARCHIVE_HOSTILE
    assert isinstance(saved, ArchiveReport)
    assert saved.kind is ArchiveKind.IMAGE_ARCHIVE


@pytest.mark.parametrize("depth", Depth)
def test_a_file_is_checked_without_an_engine_as_thoroughly_as_asked(
    tmp_path: Path, depth: Depth
) -> None:
    (tmp_path / "a.tar").write_bytes(SAVED)
    result = run(perform(CheckRequest(tmp_path / "a.tar", depth), forbidden, CancelToken()))
    assert isinstance(result, CheckResult)
    assert (result.found.depth, result.found.is_whole) == (depth, True)


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """An archive whose names stand too far behind for a first look."""
    image = Image(layers=(bytes(40 << 20),))
    path = tmp_path / "large.tar.gz"
    path.write_bytes(gzip.compress(tar(docker_20(image)), 1))
    return path


def test_the_names_in_a_large_file_come_with_the_second_look(large: Path) -> None:
    first = run(perform(InspectRequest((large,)), forbidden, CancelToken()))
    assert isinstance(first, InspectResult)
    (report,) = first.reports
    assert isinstance(report, ArchiveReport)
    assert (report.kind, report.complete, report.names) == (ArchiveKind.IMAGE_ARCHIVE, False, ())
    second = run(perform(CompleteRequest(report), forbidden, CancelToken()))
    assert isinstance(second, InspectResult)
    (report,) = second.reports
    assert isinstance(report, ArchiveReport)
    assert (report.complete, report.names) == (True, ("shop/web:1",))


def test_a_file_that_is_gone_at_the_second_look_says_so(large: Path) -> None:
    first = run(perform(InspectRequest((large,)), forbidden, CancelToken()))
    assert isinstance(first, InspectResult)
    (report,) = first.reports
    assert isinstance(report, ArchiveReport)
    large.unlink()
    second = run(perform(CompleteRequest(report), forbidden, CancelToken()))
    assert isinstance(second, InspectResult)
    (gone,) = second.reports
    assert isinstance(gone, UnreadableFile)
    assert (gone.path, gone.code) == (large, ErrorCode.FILE_GONE)


def test_looking_at_files_can_be_cancelled(tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(SAVED)
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        run(perform(InspectRequest((tmp_path / "a.tar",)), forbidden, cancel))


def test_an_engine_that_is_not_there_is_told(tmp_path: Path) -> None:
    def stopped(_cancel: CancelToken) -> StandIn:
        raise UserFacingError(ErrorCode.ENGINE_STOPPED, {"url": "unix:///x"})

    with pytest.raises(UserFacingError) as caught:
        run(perform(SaveRequest(("web:1",), tmp_path / "a.tar"), stopped, CancelToken()))
    assert caught.value.code is ErrorCode.ENGINE_STOPPED
    assert list(tmp_path.iterdir()) == []


def test_a_job_that_is_dropped_closes_its_connection(tmp_path: Path, engine: StandIn) -> None:
    job = body(SaveRequest(("shop/web:1",), tmp_path / "a.tar"), engine)
    next(job)
    next(job)
    job.close()
    assert engine.is_closed
    assert list(tmp_path.iterdir()) == []


def test_files_are_noted_while_they_are_written(tmp_path: Path, engine: StandIn) -> None:
    journal = Journal(tmp_path / "journal")
    target = tmp_path / "a.tar"
    for request in (
        SaveRequest(("shop/web:1",), target),
        ExportRequest("c" * 64, "web", target),
    ):
        engine.sends = Sent(bytes(BLOCK_BYTES), is_silent=True)
        job = perform(request, lambda _cancel: engine, CancelToken(), journal)
        while next(job) != Progress(Phase.RECEIVING, BLOCK_BYTES, is_estimate=True):
            pass
        assert len(list((tmp_path / "journal").iterdir())) == 1
        assert journal.leftovers() == ()  # somebody is writing it
        job.close()
        assert list((tmp_path / "journal").iterdir()) == []


@pytest.mark.parametrize("deletes", [False, True])
def test_what_an_interrupted_run_has_left_is_found_and_settled(
    tmp_path: Path, deletes: bool
) -> None:
    journal = Journal(tmp_path / "journal")
    part = tmp_path / "a.tar.part"
    with journal.noted(part):
        part.write_bytes(b"half")
    left = LeftoversResult((Leftover(part, 4),))
    find = FindLeftoversRequest()
    settle = SettleLeftoversRequest(left.leftovers, deletes)
    assert run(perform(find, forbidden, CancelToken(), journal)) == left
    assert run(perform(settle, forbidden, CancelToken(), journal)) == LeftoversResult(())
    assert run(perform(find, forbidden, CancelToken(), journal)) == LeftoversResult(())
    assert part.exists() is not deletes
    part.unlink(missing_ok=True)


def test_without_a_journal_nothing_is_left() -> None:
    found = run(perform(FindLeftoversRequest(), forbidden, CancelToken()))
    assert found == LeftoversResult(())


def test_who_looks_around_is_answered(engine: StandIn) -> None:
    portrait = run(body(PortrayImageRequest("sha256:web"), engine))
    assert portrait == ImagePortrait("sha256:web", StartSettings())
    assert engine.is_closed
