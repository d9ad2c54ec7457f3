"""What engines answer, as frozen records: Docker's two image stores and Podman in one form."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from desktop_app import references
from desktop_app.engine_info import (
    ContainerRecord,
    ContainerSizes,
    EngineInfo,
    ImageDetails,
    ImageRecord,
    ImageStore,
    LayerSizes,
)

Json = Mapping[str, Any]

_NO_NAME = "<none>"
_PODMAN = "Podman Engine"
_CONTAINERD_DRIVER = "io.containerd.snapshotter.v1"
_SHORT_ID_DIGITS = 12


def engine_info(url: str, version: Json, info: Json) -> EngineInfo:
    """What an engine is, of its answers to ``/version`` and ``/info``.

    The containerd store tells itself by the driver type (moby v28.5.2, daemon/containerd/
    service.go, LayerStoreStatus), Podman by its first component (podman v4.3.1, pkg/api/handlers/
    compat/version.go).
    """
    components = version.get("Components") or [{}]
    is_podman = components[0].get("Name") == _PODMAN
    drivers = {tuple(pair) for pair in info.get("DriverStatus") or ()}
    is_containerd = ("driver-type", _CONTAINERD_DRIVER) in drivers
    return EngineInfo(
        url=url,
        version=str(version.get("Version", "")),
        api_version=str(version.get("ApiVersion", "")),
        store=ImageStore.CONTAINERD if is_containerd else ImageStore.CLASSIC,
        is_podman=is_podman,
        os=str(version.get("Os", "linux")),
        architecture=str(version.get("Arch", "")),
        host_name=str(info.get("Name") or ""),
        root_folder=str(info.get("DockerRootDir") or ""),
    )


def image_record(answer: Json) -> ImageRecord:
    """One image of ``/images/json``."""
    created = int(answer.get("Created") or 0)
    return ImageRecord(
        image_id=digest(answer["Id"]),
        names=_names(answer.get("RepoTags")),
        size_bytes=int(answer.get("Size") or 0),
        created=datetime.fromtimestamp(created, UTC) if created > 0 else None,
    )


def image_details(answer: Json) -> ImageDetails:
    """One image of ``/images/NAME/json``."""
    parts = (answer.get("Os"), answer.get("Architecture"), answer.get("Variant"))
    return ImageDetails(
        image_id=digest(answer["Id"]),
        names=_names(answer.get("RepoTags")),
        diff_ids=tuple((answer.get("RootFS") or {}).get("Layers") or ()),
        platform="/".join(part for part in parts if part),
        size_bytes=int(answer.get("Size") or 0),
        whole_manifests=tuple(map(str, _whole_manifests(answer.get("Manifests") or ()))),
    )


def _whole_manifests(manifests: Iterable[Json]) -> Iterator[str]:
    """Digests of what is all there (Docker API 1.48, ImageManifestSummary)."""
    for manifest in manifests:
        sizes = (manifest.get("ImageData") or {}).get("Size") or {}
        if manifest.get("Available") and sizes.get("Unpacked"):
            yield manifest["ID"]


def layer_sizes(image: ImageDetails, history: Iterable[Json]) -> LayerSizes:
    """Of ``/images/NAME/history``, which is newest first and names no layers.

    A step that changed no file has no size and no layer. A layer without bytes looks the same; then
    nobody can tell which is which.
    """
    steps = [int(step.get("Size") or 0) for step in history]
    sizes = [size for size in reversed(steps) if size > 0]
    if len(sizes) != len(image.diff_ids):
        return LayerSizes({}, image.size_bytes)
    return LayerSizes(dict(zip(image.diff_ids, sizes, strict=True)))


def container_record(answer: Json) -> ContainerRecord:
    """One container of ``/containers/json``."""
    created = int(answer.get("Created") or 0)
    return ContainerRecord(
        container_id=str(answer["Id"]),
        name=_container_name(answer.get("Names") or ()),
        image=_shown_image(str(answer.get("Image") or "")),
        state=str(answer.get("State") or ""),
        created=datetime.fromtimestamp(created, UTC) if created > 0 else None,
        volumes=_volumes(answer),
        image_id=digest(answer.get("ImageID") or ""),
    )


def inspected_container(answer: Json) -> ContainerRecord:
    """One container of ``/containers/NAME/json``."""
    return ContainerRecord(
        container_id=str(answer["Id"]),
        name=str(answer.get("Name") or "").removeprefix("/"),
        image=_shown_image(str((answer.get("Config") or {}).get("Image") or "")),
        state=str((answer.get("State") or {}).get("Status") or ""),
        created=_moment(str(answer.get("Created") or "")),
        volumes=_volumes(answer),
        image_id=digest(answer.get("Image") or ""),
    )


def container_sizes(answer: Json) -> ContainerSizes:
    """Of ``/containers/NAME/json?size=1``."""
    return ContainerSizes(int(answer.get("SizeRw") or 0), int(answer.get("SizeRootFs") or 0))


def digest(identity: str) -> str:
    """An ID with its algorithm; Podman leaves it out in places."""
    return f"sha256:{identity}" if identity and ":" not in identity else identity


def _names(tags: Iterable[str] | None) -> tuple[str, ...]:
    return tuple(references.familiar(tag) for tag in tags or () if _NO_NAME not in tag)


def _container_name(names: Iterable[str]) -> str:
    """Its own name is the one without a second slash; the others are links to it."""
    shortest_first = sorted(names, key=lambda name: name.count("/"))
    return shortest_first[0].removeprefix("/") if shortest_first else ""


def _shown_image(image: str) -> str:
    """The name as people know it; of an ID the digits that docker shows."""
    digits = image.removeprefix("sha256:")
    is_id = image != digits or (len(digits) == 64 and not set(digits) - set("0123456789abcdef"))
    return digits[:_SHORT_ID_DIGITS] if is_id else references.familiar(image)


def _volumes(answer: Json) -> tuple[str, ...]:
    mounts = answer.get("Mounts") or ()
    return tuple(sorted(str(mount["Destination"]) for mount in mounts if "Destination" in mount))


def _moment(text: str) -> datetime | None:
    """RFC 3339 as Go writes it; year 1 is Go's way of saying that there is none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.year > 1 and moment.tzinfo else None
