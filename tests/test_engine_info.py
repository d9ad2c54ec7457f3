"""Risk: what is known of an engine changes under a thread that reads it, or two equal rows differ.

The lists are changed by difference, so equality and frozenness are what the tables stand on.
"""

from dataclasses import FrozenInstanceError

import pytest

from desktop_app.engine_info import (
    Attempt,
    ContainerRecord,
    EngineInfo,
    ImageDetails,
    ImageRecord,
    ImageStore,
)
from desktop_app.errors import ErrorCode

RECORDS = {
    "info": lambda: EngineInfo(
        "unix:///s", "20.10", "1.41", ImageStore.CLASSIC, False, "linux", "amd64"
    ),
    "image": lambda: ImageRecord("sha256:1", ("a:1",), 5 * 2**30, None),
    "container": lambda: ContainerRecord("1" * 64, "web", "a:1", "exited", None),
    "details": lambda: ImageDetails("sha256:1", ("a:1",), ("sha256:2",), "linux/amd64", 1),
    "attempt": lambda: Attempt("Docker", "unix:///s", ErrorCode.ENGINE_STOPPED),
}


@pytest.mark.parametrize("make", RECORDS.values(), ids=RECORDS.keys())
def test_records_are_equal_by_content_and_never_change(make) -> None:
    record = make()
    assert record == make()
    assert len({record, make()}) == 1
    with pytest.raises(FrozenInstanceError):
        setattr(record, next(iter(record.__slots__)), "other")


def test_a_cheap_list_leaves_out_what_costs_a_question() -> None:
    image = ImageRecord("sha256:1", (), 0, None)
    assert (image.platform, image.container_count) == ("", 0)


def test_a_store_reads_as_docker_calls_it() -> None:
    assert [f"{store}" for store in ImageStore] == ["classic", "containerd"]
