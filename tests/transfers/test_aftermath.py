"""Risk: what fails leaves names on images that are not whole, or nobody learns what is there."""

from dataclasses import replace
from pathlib import Path

import pytest
from typing_extensions import override

from desktop_app.archives import ArchiveReport, identify
from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.engine import Engine
from desktop_app.engine_info import EngineInfo, ImageDetails, ImageRecord, ImageStore
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.transfers.aftermath import (
    Belongs,
    image_called,
    images_of,
    look_before,
    told_truthfully,
)
from tests.archives.builder import Image, docker_20, tar
from tests.transfers.stand_in import INFO, LOST, StandIn, image

WEB = Image(("shop/web:1", "shop/web:2"))
NEW = image("sha256:new", *WEB.diff_ids)
OLD = image("sha256:old", "sha256:0")
REFUSED = UserFacingError(ErrorCode.ENGINE_REFUSED, {}, "invalid diffID")
CONTAINERD = replace(INFO, store=ImageStore.CONTAINERD)


@pytest.fixture
def report(tmp_path: Path) -> ArchiveReport:
    path = tmp_path / "a.tar"
    path.write_bytes(tar(docker_20(WEB)))
    return identify(path)


def told(
    engine: StandIn, report: ArchiveReport, gets: dict[str, ImageDetails], error: Exception
) -> tuple[str, ...]:
    """What is said to remain when a load ends so, and the engine has got these images by then."""
    return told_of(engine, images_of(report), gets, error)


def told_of(
    engine: StandIn, belongs: Belongs, gets: dict[str, ImageDetails], error: Exception
) -> tuple[str, ...]:
    before = look_before(engine)
    with (
        pytest.raises(type(error)) as caught,
        told_truthfully(engine, before, belongs, CancelToken()),
    ):
        engine.has_images |= gets
        raise error
    if isinstance(caught.value, Cancelled):
        return caught.value.remaining
    assert isinstance(caught.value, UserFacingError)
    assert (caught.value.code, caught.value.detail) == (ErrorCode.ENGINE_REFUSED, "invalid diffID")
    remaining = str(caught.value.params.get("remaining", ""))
    return tuple(filter(None, remaining.split(", ")))


ENDS = pytest.mark.parametrize("error", [Cancelled(), REFUSED], ids=["cancelled", "failed"])


@ENDS
def test_what_has_arrived_all_the_same_is_told(report: ArchiveReport, error: Exception) -> None:
    engine = StandIn(has_images={"shop/web:1": OLD, "db:1": OLD})
    gets = {"shop/web:1": NEW, "sha256:new": NEW}
    assert told(engine, report, gets, error) == ("shop/web:1",)
    assert engine.image("shop/web:1") == NEW


@ENDS
def test_what_was_there_before_and_what_others_make_is_not_told(
    report: ArchiveReport, error: Exception
) -> None:
    engine = StandIn(has_images={"shop/web:1": NEW, "sha256:new": NEW})
    gets = {"other:1": image("sha256:other", "sha256:1"), "sha256:other": OLD}
    assert told(engine, report, gets, error) == ()


@ENDS
def test_an_engine_that_does_not_answer_takes_nothing_from_what_is_told(
    report: ArchiveReport, error: Exception
) -> None:
    class Gone(StandIn):
        is_gone = False

        @override
        def images(self) -> tuple[ImageRecord, ...]:
            if self.is_gone:
                raise UserFacingError(ErrorCode.ENGINE_LOST)
            return super().images()

    for info in (INFO, CONTAINERD):
        engine = Gone(info=info)
        before = look_before(engine)
        engine.is_gone = True
        with (
            pytest.raises(type(error)),
            told_truthfully(engine, before, images_of(report), CancelToken()),
        ):
            raise error


@ENDS
def test_of_an_import_the_name_is_told_if_it_is_a_new_images(error: Exception) -> None:
    called = image_called("shop/web:1")
    gets = {"shop/web:1": NEW, "sha256:new": NEW, "other:1": OLD}
    for has in ({}, {"shop/web:1": OLD, "sha256:old": OLD}):
        assert told_of(StandIn(has_images=dict(has)), called, gets, error) == ("shop/web:1",)
    assert told_of(StandIn(has_images=dict(gets)), called, gets, error) == ()
    assert told_of(StandIn(), called, {"other:1": OLD}, error) == ()


def test_a_failed_import_leaves_nothing_in_a_containerd_store() -> None:
    engine = StandIn(has_images={"shop/web:1": OLD, "sha256:old": OLD}, info=CONTAINERD)
    gets = {"shop/web:1": NEW, "sha256:new": NEW}
    assert told_of(engine, image_called("shop/web:1"), gets, REFUSED) == ()
    assert engine.image("shop/web:1") == OLD


def test_the_look_after_a_cancel_does_not_go_on_for_long(
    report: ArchiveReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = iter([0.0, 1.0])
    monkeypatch.setattr("desktop_app.transfers.aftermath.time.monotonic", lambda: next(moments))
    other = image("sha256:newer", *WEB.diff_ids)
    gets = {"shop/web:1": NEW, "sha256:new": NEW, "shop/web:2": other, "sha256:newer": other}
    assert told(StandIn(), report, gets, Cancelled()) == ("shop/web:1",)


def test_a_failed_load_leaves_nothing_in_a_containerd_store(report: ArchiveReport) -> None:
    nameless = image("sha256:nameless", *WEB.diff_ids)
    engine = StandIn(has_images={"db:1": OLD, "sha256:old": OLD}, info=CONTAINERD)
    gets = {"shop/web:1": NEW, "shop/web:2": NEW, "sha256:new": NEW, "sha256:nameless": nameless}
    assert told(engine, report, gets, REFUSED) == ()
    assert {"shop/web:1", "shop/web:2", "sha256:nameless"}.isdisjoint(engine.has_images)
    assert engine.image("db:1") == OLD


def test_a_name_goes_back_to_the_image_that_had_it(report: ArchiveReport) -> None:
    engine = StandIn(has_images={"shop/web:1": OLD, "sha256:old": OLD}, info=CONTAINERD)
    assert told(engine, report, {"shop/web:1": NEW, "sha256:new": NEW}, REFUSED) == ()
    assert engine.image("shop/web:1") == OLD


def test_a_name_whose_image_is_gone_is_taken_off(report: ArchiveReport) -> None:
    class Forgetful(StandIn):
        """The containerd store of Docker 26 forgets an image that loses its only name."""

        @override
        def tag(self, image_id: str, name: str) -> None:
            raise UserFacingError(ErrorCode.IMAGE_GONE, {"image": image_id})

    engine = Forgetful(has_images={"shop/web:1": OLD, "sha256:old": OLD}, info=CONTAINERD)
    assert told(engine, report, {"shop/web:1": NEW, "sha256:new": NEW}, REFUSED) == ()
    assert "shop/web:1" not in engine.has_images


def test_a_failure_while_it_is_tidied_does_not_hide_the_first_one(report: ArchiveReport) -> None:
    class Stubborn(StandIn):
        @override
        def tag(self, image_id: str, name: str) -> None:
            raise UserFacingError(ErrorCode.ENGINE_REFUSED, {"image": image_id})

    engine = Stubborn(has_images={"shop/web:1": OLD, "sha256:old": OLD}, info=CONTAINERD)
    gets = {"shop/web:1": NEW, "sha256:new": NEW}
    assert told(engine, report, gets, REFUSED) == ("shop/web:1",)


class Silent(StandIn):
    """Hears a question and says nothing, until the limit or the cancel of whoever asks."""

    is_silent = False
    cancel = CancelToken()
    limit_seconds: float | None = None

    @override
    def under(self, cancel: CancelToken, limit_seconds: float | None = None) -> Engine:
        self.cancel, self.limit_seconds = cancel, limit_seconds
        return self

    @override
    def images(self) -> tuple[ImageRecord, ...]:
        if not self.is_silent:
            return super().images()
        self.cancel.raise_if_cancelled()
        assert self.limit_seconds is not None, "waits for ever"
        raise LOST


@pytest.mark.parametrize("info", [INFO, CONTAINERD], ids=["classic", "containerd"])
@pytest.mark.parametrize("is_cancelled", [False, True])
def test_no_silence_and_no_cancel_holds_back_or_hides_what_went_wrong(
    report: ArchiveReport, info: EngineInfo, *, is_cancelled: bool
) -> None:
    engine, cancel = Silent(info=info), CancelToken()
    before = look_before(engine)
    with (
        pytest.raises(UserFacingError) as caught,
        told_truthfully(engine.under(cancel), before, images_of(report), cancel),
    ):
        engine.is_silent = True
        if is_cancelled:
            cancel.cancel()
        raise REFUSED
    assert caught.value is REFUSED


def test_an_image_that_was_there_keeps_its_new_name(report: ArchiveReport) -> None:
    engine = StandIn(has_images={"sha256:new": NEW}, info=CONTAINERD)
    assert told(engine, report, {"shop/web:1": NEW}, REFUSED) == ("shop/web:1",)
