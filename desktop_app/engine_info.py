"""What is known of an engine and of the things in it, as plain frozen data that may go anywhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop_app.errors import ErrorCode


class ImageStore(StrEnum):
    """How an engine keeps its images; the two kinds take different archives."""

    CLASSIC = "classic"  # graph drivers such as overlay2; Podman's own storage counts here, too
    CONTAINERD = "containerd"


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """One engine.

    Attributes:
        url: where it answers, as ``unix:///…``, ``npipe:///…``, ``tcp://…`` or ``ssh://…``.
        version: its own version, such as ``20.10.24`` or, for Podman, ``4.3.1``.
        api_version: of the Docker API, such as ``1.41``.
        store: how it keeps images.
        is_podman: whether it is Podman answering in Docker's language.
        os: ``linux`` or ``windows``.
        architecture: in Go's words: ``amd64``, ``arm64``, …
        host_name: of the computer, or the virtual machine, that it runs on.
        root_folder: where it keeps its images there.
    """

    url: str
    version: str
    api_version: str
    store: ImageStore
    is_podman: bool
    os: str
    architecture: str
    host_name: str = ""
    root_folder: str = ""


@dataclass(frozen=True, slots=True)
class ImageRecord:
    """One image in an engine, whatever number of names it has.

    Attributes:
        image_id: with its algorithm, ``sha256:…``.
        names: every ``repository:tag``, in the engine's familiar form; empty for a nameless image.
        size_bytes: as the engine says.
        created: aware, UTC; None where the image does not say (zero time, reproducible builds).
        platform: ``linux/amd64`` or ``linux/arm64/v8``; empty until it was asked for.
        container_count: how many containers, running or not, were made from it.
    """

    image_id: str
    names: tuple[str, ...]
    size_bytes: int
    created: datetime | None
    platform: str = ""
    container_count: int = 0


@dataclass(frozen=True, slots=True)
class ContainerRecord:
    """One container, running or not.

    Attributes:
        container_id: 64 hex digits.
        name: without the leading slash.
        image: the name or short ID that the engine shows for its image.
        state: the engine's word: ``created``, ``running``, ``paused``, ``restarting``,
            ``removing``, ``exited``, ``dead``.
        created: aware, UTC.
        volumes: paths inside the container whose content lives outside its file system, and so
            is not exported.
        image_id: of its image, ``sha256:…``; empty where the engine does not say.
    """

    container_id: str
    name: str
    image: str
    state: str
    created: datetime | None
    volumes: tuple[str, ...] = ()
    image_id: str = ""


@dataclass(frozen=True, slots=True)
class ImageDetails:
    """What an engine says of one image when it is asked for it alone.

    Attributes:
        image_id: ``sha256:…``.
        names: every ``repository:tag``, familiar form.
        diff_ids: of its layers, lowest first, ``sha256:…`` each.
        platform: ``linux/amd64``, …
        size_bytes: as the engine says.
        whole_manifests: digests of those of its manifests that a containerd store has unpacked and
            has every byte of; empty where it does not say, which Docker does from 28 on.
    """

    image_id: str
    names: tuple[str, ...]
    diff_ids: tuple[str, ...]
    platform: str
    size_bytes: int
    whole_manifests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LayerSizes:
    """How large the layers of an image are, unpacked.

    Attributes:
        by_diff_id: the bytes of the files in each layer.
        other_bytes: of the image, where the engine does not say it layer by layer; else 0.
    """

    by_diff_id: Mapping[str, int]
    other_bytes: int = 0


@dataclass(frozen=True, slots=True)
class ContainerSizes:
    """How large a container is, as its engine counts.

    Attributes:
        written_bytes: of the files that it has written itself.
        whole_bytes: of those and of all layers below them, hidden and deleted files included.
    """

    written_bytes: int
    whole_bytes: int


@dataclass(frozen=True, slots=True)
class Attempt:
    """One place where an engine was looked for, and what came of it.

    Attributes:
        place: what people call it, such as ``Docker`` or ``Podman of this user``.
        url: its address.
        code: why it did not do.
        detail: the system's own words.
    """

    place: str
    url: str
    code: ErrorCode
    detail: str = ""
