"""Risk: an image shown with the wrong platform or time, or one that cannot be shown at all."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.archives.image_config import (
    digest_of,
    moment,
    names_in,
    read_config,
    short_names_in,
    text,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["os", "rootfs"]), inner),
)


def test_all_that_is_needed_of_a_configuration_is_read() -> None:
    document = {
        "architecture": "arm64",
        "os": "linux",
        "variant": "v8",
        "created": "2024-05-06T07:08:09.123456789Z",
        "rootfs": {"diff_ids": ["sha256:1", "sha256:2"]},
    }
    config = read_config(document, b"bytes")
    assert config is not None
    assert (config.architecture, config.os, config.variant) == ("arm64", "linux", "v8")
    assert config.created == datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
    assert config.diff_ids == ("sha256:1", "sha256:2")
    assert config.digest == digest_of(b"bytes")


def test_an_image_that_does_not_say_its_system_is_linux() -> None:
    config = read_config({}, b"{}")
    assert config is not None
    assert (config.os, config.architecture, config.created, config.diff_ids) == (
        "linux",
        "",
        None,
        (),
    )


@given(st.dictionaries(st.sampled_from(["os", "rootfs", "created", "variant"]), JSON))
def test_values_of_any_type_make_no_trouble(document: dict[str, object]) -> None:
    config = read_config(document, b"")
    assert config is not None
    assert all(isinstance(each, str) for each in config.diff_ids)


@pytest.mark.parametrize("document", [None, [], "text", 1])
def test_what_is_no_object_is_no_configuration(document: object) -> None:
    assert read_config(document, b"") is None


def test_a_digest_is_that_of_sha256sum() -> None:
    assert digest_of(b"") == (
        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    )


@pytest.mark.parametrize("value", [None, 1, ["x"], {}])
def test_a_text_that_is_none_is_empty(value: object) -> None:
    assert text({"key": value}, "key") == ""
    assert text({}, "key") == ""


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-05-06T07:08:09Z", datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)),
        ("2024-05-06T07:08:09.1Z", datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)),
        ("2024-05-06T09:08:09.123456789+02:00", datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)),
        ("2024-05-06T07:08:09", datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)),
        ("0001-01-01T00:00:00Z", None),  # Go's zero time
        ("0001-01-01T00:00:00+23:00", None),  # before all time
        ("9999-12-31T23:59:59-23:00", None),  # after it
        ("yesterday", None),
        ("", None),
    ],
)
def test_times_are_read_as_go_writes_them(written: str, read: datetime | None) -> None:
    assert moment(written) == read


def test_names_are_familiar_and_each_is_there_once() -> None:
    assert names_in(["docker.io/library/db:9", "db:9", "shop/web"]) == ("db:9", "shop/web:latest")


def test_names_without_a_registry_are_known_for_podman_calls_them_its_own() -> None:
    names = ["docker.io/library/db:9", "shop/web", "localhost/x:1", "a.example/b", "no name", 7]
    assert short_names_in(names) == {"shop/web:latest"}


@pytest.mark.parametrize(
    "name", ["../../containers/x", "Web:1", "a b", "a\nb", "\ud800", "", None, 1, "a@sha256:1"]
)
def test_what_is_no_name_never_reaches_an_engine_or_a_window(name: object) -> None:
    assert names_in([name, "db:9"]) == ("db:9",)
