"""Risk: one image's file over another's, a progress that jumps back, or a half file at the end."""

from pathlib import Path

import pytest
from typing_extensions import override

from desktop_app.archives import Compression, identify
from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress, run
from desktop_app.transfers import SaveOptions, save_separately, separate_targets
from desktop_app.transfers.separating import suffix_of
from tests.archives.builder import Image, docker_20, tar
from tests.helpers.folders import files_in
from tests.transfers.stand_in import LOST, Sent, StandIn

NAMES = ("shop/web:1", "db:9", "cache:2")


class Shelf(StandIn):
    """An engine that sends each image by itself; the last may fail."""

    fails_at: str = ""

    @override
    def open_save(self, names) -> Sent:
        (name,) = names
        self.asked_for.append(names)
        return Sent(tar(docker_20(Image((name,)))), LOST if name == self.fails_at else None)


def test_each_image_gets_a_file_that_is_whole_by_itself(tmp_path: Path) -> None:
    engine = Shelf()
    result = run(save_separately(engine, NAMES, tmp_path))
    assert result.path == tmp_path
    assert [saved.path.name for saved in result.saved] == [
        "shop-web_1.tar",
        "db_9.tar",
        "cache_2.tar",
    ]
    assert [identify(saved.path).names for saved in result.saved] == [(name,) for name in NAMES]
    assert engine.asked_for == [[name] for name in NAMES]


def test_progress_is_one_and_only_grows(tmp_path: Path) -> None:
    told: list[Progress] = []
    options = SaveOptions(estimated_bytes=1 << 30)
    result = run(save_separately(Shelf(), NAMES, tmp_path, options), told.append)
    done = [progress.done_bytes for progress in told]
    assert done == sorted(done)
    assert done[-1] == sum(saved.size_bytes for saved in result.saved)
    assert {progress.total_bytes for progress in told} == {1 << 30}


def test_the_compression_shows_in_the_names(tmp_path: Path) -> None:
    options = SaveOptions(compression=Compression.ZSTD, checksum=True)
    run(save_separately(Shelf(), ["db:9"], tmp_path, options))
    assert files_in(tmp_path) == [
        "db_9.tar.zst",
        "db_9.tar.zst.sha256",
    ]


def test_a_failure_keeps_what_was_done_and_no_half(tmp_path: Path) -> None:
    engine = Shelf()
    engine.fails_at = "db:9"
    with pytest.raises(UserFacingError) as caught:
        run(save_separately(engine, NAMES, tmp_path))
    assert caught.value.code is ErrorCode.ENGINE_LOST
    assert [path.name for path in tmp_path.iterdir()] == ["shop-web_1.tar"]


def test_a_cancel_ends_all_of_it(tmp_path: Path) -> None:
    cancel = CancelToken()
    engine = Shelf()

    def cancel_in_second(progress: Progress) -> None:
        if len(engine.asked_for) == 2 and progress.phase is Phase.CHECKING:
            cancel.cancel()

    with pytest.raises(Cancelled):
        run(save_separately(engine, NAMES, tmp_path, cancel=cancel), cancel_in_second)
    assert [path.name for path in tmp_path.iterdir()] == ["shop-web_1.tar"]


def test_no_two_images_share_a_file_on_any_disk(tmp_path: Path) -> None:
    long = "a" * 100
    names = ["a/b:1", "a-b:1", "web:RC", "web:rc", f"{long}/{long}:1", f"{long}/{long}:2", "web:RC"]
    targets = separate_targets(names, tmp_path)
    assert len(targets) == 6
    folded = [path.name.casefold() for path in targets.values()]
    assert len(set(folded)) == 6
    assert targets["a/b:1"] == tmp_path / "a-b_1.tar"


@pytest.mark.parametrize(
    ("names", "code"),
    [
        ([], ErrorCode.SAVE_EMPTY),
        (["Not A Name"], ErrorCode.NAME_INVALID),
        ([f"sha256:{'0' * 64}"], ErrorCode.NAME_MISSING),
    ],
)
def test_names_are_looked_at_before_the_first_byte(tmp_path: Path, names, code) -> None:
    engine = Shelf()
    with pytest.raises(UserFacingError) as caught:
        run(save_separately(engine, names, tmp_path))
    assert caught.value.code is code
    assert engine.asked_for == []


@pytest.mark.parametrize(
    ("compression", "suffix"),
    [(Compression.NONE, ".tar"), (Compression.GZIP, ".tar.gz"), (Compression.ZSTD, ".tar.zst")],
)
def test_an_ending_for_each_compression(compression: Compression, suffix: str) -> None:
    assert suffix_of(compression) == suffix
