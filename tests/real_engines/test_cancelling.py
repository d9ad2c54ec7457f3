"""Risk: a Cancel that hangs, half files, half images, or an untruth about what the engine has."""

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.cancel import CancelToken
from desktop_app.engine import Engine, connect
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress, run
from desktop_app.transfers import (
    export_container,
    import_filesystem,
    load_archive,
    perform,
    save_images,
)
from desktop_app.transfers.requests import (
    Errand,
    ExportRequest,
    ImportRequest,
    LoadRequest,
    NameRequest,
    SaveRequest,
    Transfer,
    UnnameRequest,
)
from tests.archives import builder
from tests.helpers.folders import files_in
from tests.real_engines.conftest import Site
from tests.real_engines.images import write_archive, write_large_filesystem
from tests.real_engines.jobs import (
    Body,
    Impatience,
    cancel_in,
    cancel_while_asking,
    silent_in_transfer,
)

pytestmark = pytest.mark.engine_real

NEW = "registry.example/new:1"


@pytest.fixture
def ferry(site: Site, ferry_to: Callable[[str], Engine]) -> Engine:
    return ferry_to(site.engine.url)


@pytest.fixture
def token() -> CancelToken:
    return CancelToken()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    return folder / "cancelled.tar"


@pytest.fixture
def new_archive(tmp_path: Path) -> Path:
    """An archive of a hundred megabytes that the engine has nothing of."""
    layer = tmp_path / "layer.tar"
    write_large_filesystem(layer, 100)
    path = tmp_path / "new.tar"
    write_archive(path, [builder.Image(names=(NEW,), layers=(layer.read_bytes(),))])
    return path


@pytest.fixture
def small_archive(tmp_path: Path) -> Path:
    path = tmp_path / "small.tar"
    write_archive(path, [builder.Image(names=(NEW,), layers=(builder.layer("small"),))])
    return path


def test_a_job_whose_engine_does_not_even_let_it_in(site: Site, target: Path) -> None:
    requests: list[Transfer | Errand] = [
        SaveRequest((site.image,), target),
        ExportRequest(site.container, "large", target),
        LoadRequest(site.archive),
        ImportRequest(site.filesystem, NEW),
        NameRequest(site.image, NEW),
        UnnameRequest(site.image),
    ]
    with site.engine.paused():
        for request in requests:
            token = Impatience()
            body = perform(request, lambda cancel: connect(site.engine.url, cancel), token)
            cancel_while_asking(token, body)
    assert files_in(target.parent) == []


def test_a_job_whose_engine_falls_silent_before_it_says_what_it_has(
    site: Site, ferry: Engine, target: Path
) -> None:
    with site.engine.paused():
        for begin in (*writers(ferry, site, target), *readers(ferry, site, site.archive)):
            token = Impatience()
            cancel_while_asking(token, begin(token))
    assert files_in(target.parent) == []
    assert ferry.image(site.image).names == (site.image,)  # the same connection still serves


def test_a_load_whose_engine_falls_silent_in_the_proof(
    site: Site, ferry: Engine, small_archive: Path
) -> None:
    token = Impatience()
    with contextlib.ExitStack() as at_the_end:

        def silenced() -> Body:
            for progress in load_archive(ferry, small_archive, cancel=token):
                if progress.phase is Phase.CHECKING:
                    at_the_end.enter_context(site.engine.paused())
                yield progress
            return None

        cancel_while_asking(token, silenced(), after=Phase.CHECKING)
    check_whole_or_absent(site, small_archive)


def test_a_save_whose_engine_falls_silent_in_the_stream(
    site: Site, ferry: Engine, token: CancelToken, target: Path
) -> None:
    body = save_images(ferry, [site.image], target, cancel=token)
    while next(body).phase is not Phase.RECEIVING:
        pass
    with site.engine.paused():
        cancel_in(Phase.RECEIVING, token, body)
    assert files_in(target.parent) == []


def test_a_save_in_the_silence_before_the_first_byte(
    site: Site, ferry: Engine, token: CancelToken, target: Path
) -> None:
    body = save_images(ferry, [site.image], target, cancel=token)
    with silent_in_transfer(site.engine):
        next(body)  # it has yet to ask how large the image is
        next(body)
        cancel_in(Phase.WAITING, token, body)
    assert files_in(target.parent) == []


def test_a_save_in_the_stream(site: Site, ferry: Engine, token: CancelToken, target: Path) -> None:
    cancel_in(Phase.RECEIVING, token, save_images(ferry, [site.image], target, cancel=token))
    assert files_in(target.parent) == []


def test_a_save_over_an_older_file_leaves_the_older_file(
    site: Site, ferry: Engine, token: CancelToken, target: Path
) -> None:
    target.write_bytes(b"older")
    cancel_in(Phase.RECEIVING, token, save_images(ferry, [site.image], target, cancel=token))
    assert files_in(target.parent) == [target.name]
    assert target.read_bytes() == b"older"


def test_an_export_in_the_stream(
    site: Site, ferry: Engine, token: CancelToken, target: Path
) -> None:
    body = export_container(ferry, site.container, target, cancel=token)
    cancel_in(Phase.RECEIVING, token, body)
    assert files_in(target.parent) == []


def test_a_file_that_is_still_looked_at_is_not_sent(
    site: Site, ferry: Engine, small_archive: Path
) -> None:
    with site.engine.paused():
        for begin in readers(ferry, site, small_archive):
            token = CancelToken()
            cancel_in(Phase.INSPECTING, token, begin(token))
    assert not has_image_for_good(site, NEW)


def test_a_load_while_the_engine_takes_no_more_bytes(
    site: Site, ferry: Engine, token: CancelToken, new_archive: Path
) -> None:
    with silent_in_transfer(site.engine):
        cancel_in(Phase.SENDING, token, load_archive(ferry, new_archive, cancel=token))
    assert not has_image_for_good(site, NEW)


def test_an_import_while_the_engine_takes_no_more_bytes(
    site: Site, ferry: Engine, token: CancelToken
) -> None:
    with silent_in_transfer(site.engine):
        body = import_filesystem(ferry, site.filesystem, NEW, cancel=token)
        cancel_in(Phase.SENDING, token, body)
    assert not has_image_for_good(site, NEW)


def test_a_load_while_the_engine_reads_leaves_no_half_image(
    site: Site, ferry: Engine, token: CancelToken, new_archive: Path
) -> None:
    with silent_in_transfer(site.engine), token.closing_with(site.engine.resume):
        cancel_in(Phase.SENDING, token, load_archive(ferry, new_archive, cancel=token))
    assert not has_image_for_good(site, NEW)


def test_a_load_of_which_the_silent_engine_has_every_byte(
    site: Site, ferry: Engine, token: CancelToken, small_archive: Path
) -> None:
    """It may finish or not; what it has in the end is the whole image or nothing."""
    with silent_in_transfer(site.engine):
        cancel_in(Phase.UNPACKING, token, load_archive(ferry, small_archive, cancel=token))
    check_whole_or_absent(site, small_archive)


def test_a_load_while_the_engine_unpacks(
    site: Site, ferry: Engine, token: CancelToken, new_archive: Path
) -> None:
    end = cancel_in(Phase.UNPACKING, token, load_archive(ferry, new_archive, cancel=token))
    assert end.remaining in ((), (NEW,))
    check_whole_or_absent(site, new_archive)


def test_what_a_cancel_came_too_late_for_is_told(
    site: Site, ferry: Engine, token: CancelToken, small_archive: Path
) -> None:
    end = cancel_in(Phase.CHECKING, token, load_archive(ferry, small_archive, cancel=token))
    assert end.remaining == (NEW,)
    assert has_image_for_good(site, NEW)
    with connect(site.engine.url) as again:
        forget(again, NEW)


def test_an_import_that_a_cancel_came_too_late_for_is_told(
    site: Site, ferry: Engine, token: CancelToken, tmp_path: Path
) -> None:
    path = tmp_path / "small.tar"
    write_large_filesystem(path, 4)
    end = cancel_in(Phase.CHECKING, token, import_filesystem(ferry, path, NEW, cancel=token))
    assert end.remaining == (NEW,)
    with connect(site.engine.url) as again:
        forget(again, NEW)


def test_an_import_while_the_engine_unpacks(site: Site, ferry: Engine, token: CancelToken) -> None:
    body = import_filesystem(ferry, site.filesystem, NEW, cancel=token)
    end = cancel_in(Phase.UNPACKING, token, body)
    assert end.remaining in ((), (NEW,))
    has_image_for_good(site, NEW)
    with connect(site.engine.url) as again:
        assert run(import_filesystem(again, site.filesystem, NEW)).name == NEW
        forget(again, NEW)


@pytest.mark.parametrize("phase", [Phase.WAITING, Phase.RECEIVING])
def test_a_job_that_nobody_pulls_any_more_leaves_nothing(
    site: Site, ferry: Engine, target: Path, phase: Phase
) -> None:
    silent = site.engine.paused() if phase is Phase.WAITING else contextlib.nullcontext()
    body = save_images(ferry, [site.image], target)
    with silent:
        while next(body).phase is not phase:
            pass
        body.close()
    assert files_in(target.parent) == []


def test_the_engine_serves_the_next_job_after_every_cancel(
    site: Site, ferry: Engine, target: Path
) -> None:
    for begin in writers(ferry, site, target):
        token = CancelToken()
        cancel_in(Phase.RECEIVING, token, begin(token))
    seen: list[Progress] = []
    assert run(export_container(ferry, site.container, target), seen.append).size_bytes
    assert files_in(target.parent) == [target.name]


def writers(ferry: Engine, site: Site, target: Path) -> list[Callable[[CancelToken], Body]]:
    return [
        lambda token: save_images(ferry, [site.image], target, cancel=token),
        lambda token: export_container(ferry, site.container, target, cancel=token),
    ]


def readers(ferry: Engine, site: Site, archive: Path) -> list[Callable[[CancelToken], Body]]:
    return [
        lambda token: load_archive(ferry, archive, cancel=token),
        lambda token: import_filesystem(ferry, site.filesystem, NEW, cancel=token),
    ]


def has_image_for_good(site: Site, name: str) -> bool:
    """Whether it is there once the engine has come to rest: nothing goes on through a restart."""
    site.engine.kill()
    site.engine.start()
    with connect(site.engine.url) as ferry:
        try:
            ferry.image(name)
        except UserFacingError as error:
            assert error.code is ErrorCode.IMAGE_GONE  # noqa: PT017  it is the question
            return False
    return True


def check_whole_or_absent(site: Site, archive: Path) -> None:
    """Whatever became of it, a load afterwards is proved like any other."""
    has_image_for_good(site, NEW)
    with connect(site.engine.url) as ferry:
        assert run(load_archive(ferry, archive)).images[0].names == (NEW,)
        forget(ferry, NEW)


def forget(ferry: Engine, name: str) -> None:
    """The tests that follow begin without the image."""
    ferry.untag(name)
