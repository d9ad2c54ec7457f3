"""Risk: an image that can never start, or one that is not what the file holds."""

import bz2
import gzip
import lzma
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import zstandard
from typing_extensions import override

from desktop_app.archives import Verdict
from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.engine_info import ImageDetails, ImageStore
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress, run
from desktop_app.transfers import ImportOptions, import_filesystem
from desktop_app.transfers.channel import BLOCK_BYTES
from desktop_app.transfers.requests import ImportResult
from desktop_app.transfers.sending import fitting
from tests.archives import builder
from tests.archives.builder import Image, docker_20, sha256, tar
from tests.transfers.stand_in import INFO, Received, StandIn, image

PLAIN = builder.root_filesystem([("data", os.urandom(3 * BLOCK_BYTES))])


def engine_making(name: str, *diff_ids: str, takes: Received | None = None) -> StandIn:
    """An engine of today that has this image once it was sent it."""
    return StandIn(
        takes=takes or Received([{"status": "sha256:new"}]),
        gets_images={name: image("sha256:new", *diff_ids)},
        info=replace(INFO, version="28.5.2"),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "web.tar"
    path.write_bytes(PLAIN)
    return path


def failure(engine: StandIn, path: Path, name: str = "web:1") -> UserFacingError:
    with pytest.raises(UserFacingError) as caught:
        run(import_filesystem(engine, path, name))
    return caught.value


@pytest.mark.parametrize(
    "pack",
    [lambda data: data, gzip.compress, bz2.compress, zstandard.compress],
    ids=["none", "gzip", "bzip2", "zstd"],
)
def test_an_image_is_proved_by_the_digest_of_its_one_layer(path: Path, pack) -> None:
    path.write_bytes(pack(PLAIN))
    engine = engine_making("web:1", f"sha256:{sha256(PLAIN)}")
    result = run(import_filesystem(engine, path, "docker.io/library/web:1"))
    assert result == ImportResult(path, "sha256:new", "web:1")
    assert engine.takes.data == path.read_bytes()


@pytest.mark.parametrize(
    ("data", "version"),
    [
        (builder.zipped("web", PLAIN), "28.5.2"),
        (tar([("web.tar", PLAIN)]), "28.5.2"),
        (lzma.compress(PLAIN), "28.5.2"),
        (zstandard.compress(PLAIN), "20.10.24"),
    ],
    ids=["zip", "archive", "xz", "zstd"],
)
def test_what_the_engine_could_not_unpack_is_unpacked_on_the_way(
    path: Path, data: bytes, version: str
) -> None:
    path.write_bytes(data)
    engine = engine_making("web:1", f"sha256:{sha256(PLAIN)}")
    engine.info = replace(engine.info, version=version)
    assert run(import_filesystem(engine, path, "web:1")).name == "web:1"
    assert engine.takes.data == PLAIN


@pytest.mark.parametrize("name", ["Web:1", "", "a b", "web:1:2", "../x", "a" * 64])
def test_a_name_that_is_none_is_refused_before_the_file_is_looked_at(
    tmp_path: Path, name: str
) -> None:
    error = failure(StandIn(), tmp_path / "gone.tar", name)
    assert (error.code, error.params) == (ErrorCode.NAME_INVALID, {"name": name})


@pytest.mark.parametrize(
    ("data", "verdict"),
    [
        (tar(docker_20(Image())), "images-need-load"),
        (tar([("notes.txt", b"x")]), "unknown-content"),
        (PLAIN[:5000], "damaged"),
        (b"", "empty"),
        (builder.zipped("web", tar(docker_20(Image()))), "images-need-load"),
        (builder.zipped("web", b"x" * 5000), "not-an-archive"),
    ],
)
def test_what_would_make_a_useless_image_is_refused_before_one_byte_is_sent(
    path: Path, data: bytes, verdict: str
) -> None:
    path.write_bytes(data)
    engine = StandIn()
    error = failure(engine, path)
    assert error.code is ErrorCode.FILE_UNSUITABLE
    assert error.params == {"path": str(path), "verdict": verdict}
    assert engine.takes.data == b""


def test_a_person_who_has_read_the_warning_may_import_it_anyway(path: Path) -> None:
    data = tar(docker_20(Image()))
    path.write_bytes(data)
    engine = engine_making("web:1", f"sha256:{sha256(data)}")
    job = import_filesystem(engine, path, "web:1", ImportOptions(despite_warning=True))
    assert run(job).name == "web:1"


@pytest.mark.parametrize(
    "diff_ids",
    [(), ("sha256:0",), (f"sha256:{sha256(PLAIN)}", "sha256:0")],
    ids=["no layer", "another layer", "more layers"],
)
def test_an_engine_that_says_yes_and_has_something_else_is_not_believed(
    path: Path, diff_ids: tuple[str, ...]
) -> None:
    error = failure(engine_making("web:1", *diff_ids), path)
    params = {"image": "web:1", "remaining": "web:1"}
    assert (error.code, error.params) == (ErrorCode.LOAD_UNPROVEN, params)


@pytest.mark.parametrize("store", ImageStore)
def test_what_is_there_already_is_not_imported_again(path: Path, store: ImageStore) -> None:
    path.write_bytes(gzip.compress(PLAIN))
    there = image("sha256:there", f"sha256:{sha256(PLAIN)}")
    if store is ImageStore.CONTAINERD:
        there = replace(there, whole_manifests=("sha256:there",))
    engine = StandIn(has_images={"web:1": there}, info=replace(INFO, store=store))
    told: list[Progress] = []
    result = run(import_filesystem(engine, path, "web:1"), told.append)
    assert result == ImportResult(path, "sha256:there", "web:1", was_there=True)
    assert not engine.takes.data
    assert (told[-1].phase, told[-1].done_bytes) == (Phase.INSPECTING, path.stat().st_size)


@pytest.mark.parametrize(
    ("there", "store"),
    [
        (image("sha256:there", "sha256:0"), ImageStore.CLASSIC),
        (image("sha256:there", "sha256:0", f"sha256:{sha256(PLAIN)}"), ImageStore.CLASSIC),
        (image("sha256:there", f"sha256:{sha256(PLAIN)}"), ImageStore.CONTAINERD),
    ],
    ids=["another layer", "more layers", "a store that lists what it has not"],
)
def test_what_may_be_something_else_is_imported(path: Path, there, store: ImageStore) -> None:
    engine = engine_making("web:1", f"sha256:{sha256(PLAIN)}")
    engine.has_images["web:1"] = there
    engine.info = replace(engine.info, store=store)
    result = run(import_filesystem(engine, path, "web:1"))
    assert result == ImportResult(path, "sha256:new", "web:1")
    assert engine.takes.data == PLAIN


def test_an_engine_that_says_yes_and_has_nothing_is_not_believed(path: Path) -> None:
    assert failure(engine_making("other:1"), path).code is ErrorCode.IMAGE_GONE


def test_an_engine_that_fails_within_its_success_is_heard(path: Path) -> None:
    takes = Received([{"errorDetail": {"message": "no space left"}}], answers_after=1)
    engine = engine_making("web:1", f"sha256:{sha256(PLAIN)}", takes=takes)
    error = failure(engine, path)
    assert error.code is ErrorCode.ENGINE_REFUSED
    assert "no space left" in error.detail


def test_a_file_replaced_by_a_damaged_one_of_its_size_has_changed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = gzip.compress(PLAIN)
    path.write_bytes(packed)
    damaged = packed[:1000] + bytes(100) + packed[1100:]
    engine = engine_making("web:1")

    def swap(*arguments: Any, **named: Any) -> Verdict:
        if path.read_bytes() == packed:  # it is judged once more when it is open
            path.write_bytes(damaged)
        return fitting(*arguments, **named)

    monkeypatch.setattr("desktop_app.transfers.importing.fitting", swap)
    assert failure(engine, path).code is ErrorCode.FILE_CHANGED


def test_a_cancel_that_comes_too_late_says_what_is_there(path: Path) -> None:
    class CutInTheProof(StandIn):
        @override
        def image(self, reference: str) -> ImageDetails:
            if self.takes.is_finished:
                raise Cancelled
            return super().image(reference)

    engine = CutInTheProof(gets_images={"web:1": image("sha256:new", "sha256:0")})
    with pytest.raises(Cancelled) as caught:
        run(import_filesystem(engine, path, "web:1"))
    assert caught.value.remaining == ("web:1",)


def test_a_cancel_ends_it(path: Path) -> None:
    cancel = CancelToken()

    def look(progress: Progress) -> None:
        if progress.phase is Phase.UNPACKING:
            cancel.cancel()

    engine = engine_making("web:1", takes=Received(is_silent=True))
    with pytest.raises(Cancelled):
        run(import_filesystem(engine, path, "web:1", cancel=cancel), look)
