"""Risk: an engine of another make or age is shown with wrong names, dates or platforms.

The answers are such as the engines gave: Docker 20.10.24, 28.5.2 with the containerd store, Podman
4.3.1; what is not looked at is left out.
"""

from datetime import UTC, datetime

import pytest

from desktop_app.engine import records
from desktop_app.engine_info import ImageDetails, ImageStore, LayerSizes

_ID = "sha256:" + 64 * "a"
_DOCKER = {
    "Components": [{"Name": "Engine", "Version": "20.10.24+dfsg1"}],
    "Version": "20.10.24+dfsg1",
    "ApiVersion": "1.41",
    "Os": "linux",
    "Arch": "amd64",
}
_PODMAN = {
    "Components": [{"Name": "Podman Engine", "Version": "4.3.1"}],
    "Version": "4.3.1",
    "ApiVersion": "1.41",
    "Os": "linux",
    "Arch": "arm64",
}


def test_docker_with_its_old_store() -> None:
    info = records.engine_info(
        "unix:///x", _DOCKER, {"DriverStatus": [["Backing Filesystem", "x"]]}
    )
    assert (info.version, info.api_version) == ("20.10.24+dfsg1", "1.41")
    assert (info.store, info.is_podman) == (ImageStore.CLASSIC, False)
    assert (info.os, info.architecture) == ("linux", "amd64")


def test_docker_with_the_containerd_store() -> None:
    status = [["driver-type", "io.containerd.snapshotter.v1"]]
    info = records.engine_info("unix:///x", _DOCKER, {"DriverStatus": status})
    assert info.store is ImageStore.CONTAINERD


def test_podman_is_told_by_its_component() -> None:
    info = records.engine_info("unix:///x", _PODMAN, {"DriverStatus": [["Native Overlay", "no"]]})
    assert (info.is_podman, info.store, info.architecture) == (True, ImageStore.CLASSIC, "arm64")


def test_an_image_with_all_its_names() -> None:
    answer = {
        "Id": _ID,
        "RepoTags": ["web:1", "docker.io/library/web:2", "localhost/web:3"],
        "Size": 5_000_000_000,
        "Created": 1_700_000_000,
    }
    record = records.image_record(answer)
    assert record.names == ("web:1", "web:2", "localhost/web:3")
    assert record.size_bytes == 5_000_000_000
    assert record.created == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)


@pytest.mark.parametrize("tags", [None, [], ["<none>:<none>"]])
def test_an_image_without_names(tags) -> None:
    record = records.image_record({"Id": _ID, "RepoTags": tags, "Size": 1, "Created": 1})
    assert record.names == ()


@pytest.mark.parametrize("created", [0, -62135596800, None])
def test_an_image_that_does_not_say_when_it_was_made(created) -> None:
    assert records.image_record({"Id": _ID, "Created": created}).created is None


def test_the_details_of_an_image() -> None:
    details = records.image_details(
        {
            "Id": 64 * "a",  # Podman leaves the algorithm out in places
            "RepoTags": ["docker.io/shop/web:1"],
            "RootFS": {"Type": "layers", "Layers": ["sha256:b", "sha256:c"]},
            "Os": "linux",
            "Architecture": "arm64",
            "Variant": "v8",
            "Size": 7,
        }
    )
    assert (details.image_id, details.names) == (_ID, ("shop/web:1",))
    assert (details.diff_ids, details.platform) == (("sha256:b", "sha256:c"), "linux/arm64/v8")


def test_a_manifest_is_whole_if_all_of_it_is_there_and_unpacked() -> None:
    def manifest(digest: str, available: object, unpacked: object) -> dict[str, object]:
        image = {"Size": {"Unpacked": unpacked}} if unpacked is not None else None
        return {"ID": digest, "Available": available, "ImageData": image}

    listed = [
        manifest("sha256:whole", True, 7),
        manifest("sha256:hollow", False, 7),
        manifest("sha256:packed", True, 0),
        manifest("sha256:attestation", True, None),
    ]
    details = records.image_details({"Id": _ID, "Manifests": listed})
    assert details.whole_manifests == ("sha256:whole",)
    assert records.image_details({"Id": _ID, "Manifests": None}).whole_manifests == ()


def test_an_image_without_layers() -> None:
    details = records.image_details({"Id": _ID, "RootFS": {"Type": "layers"}})
    assert (details.diff_ids, details.platform) == ((), "")


def test_a_container_in_the_list() -> None:
    record = records.container_record(
        {
            "Id": "c1",
            "Names": ["/shop/db", "/db"],  # the first is a link from another container
            "Image": "postgres",
            "ImageID": _ID,
            "State": "running",
            "Created": 1_700_000_000,
            "Mounts": [{"Destination": "/var/lib/b"}, {"Destination": "/var/lib/a"}, {}],
        }
    )
    assert (record.name, record.image, record.state) == ("db", "postgres:latest", "running")
    assert (record.volumes, record.image_id) == (("/var/lib/a", "/var/lib/b"), _ID)


@pytest.mark.parametrize("image", [_ID, 64 * "a"])
def test_a_container_of_a_nameless_image_shows_its_short_id(image) -> None:
    assert records.container_record({"Id": "c1", "Image": image}).image == 12 * "a"


def test_a_container_that_is_being_removed_has_hardly_anything() -> None:
    record = records.container_record({"Id": "c1", "Names": None})
    assert (record.name, record.created, record.volumes) == ("", None, ())


def test_a_container_that_was_asked_for_alone() -> None:
    record = records.inspected_container(
        {
            "Id": "c1",
            "Name": "/db",
            "Config": {"Image": "docker.io/library/postgres:9.6"},
            "Image": 64 * "a",
            "State": {"Status": "exited"},
            "Created": "2023-11-14T22:13:20.123456789Z",
            "Mounts": [{"Destination": "/data"}],
        }
    )
    assert (record.name, record.image, record.state) == ("db", "postgres:9.6", "exited")
    assert record.created == datetime(2023, 11, 14, 22, 13, 20, 123456, tzinfo=UTC)
    assert (record.volumes, record.image_id) == (("/data",), _ID)


@pytest.mark.parametrize("created", ["0001-01-01T00:00:00Z", "", "never", "2023-11-14T22:13:20"])
def test_a_container_without_a_usable_date(created) -> None:
    assert records.inspected_container({"Id": "c1", "Created": created}).created is None


def _image(*diff_ids: str) -> ImageDetails:
    return ImageDetails("sha256:a", (), diff_ids, "linux/amd64", 100)


def test_the_sizes_of_layers_stand_in_the_history_newest_first() -> None:
    history: list[records.Json] = [{"Size": 0}, {"Size": 7}, {"Size": None}, {"Size": 5}]
    assert records.layer_sizes(_image("sha256:low", "sha256:high"), history) == LayerSizes(
        {"sha256:low": 5, "sha256:high": 7}
    )


def test_where_a_layer_is_empty_only_the_whole_is_known() -> None:
    history = [{"Size": 0}, {"Size": 5}]
    assert records.layer_sizes(_image("sha256:low", "sha256:high"), history) == LayerSizes({}, 100)
