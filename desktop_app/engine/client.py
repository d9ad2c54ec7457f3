"""One engine: what it is, what is in it, its names, and the streams to and from it.

Lists, names and events go through docker-py; the bytes of images do not (``streams.py`` says why).
"""

import json
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Protocol

import docker

from desktop_app import references
from desktop_app.engine.faults import worded
from desktop_app.engine.line import Line
from desktop_app.engine.records import (
    Json,
    container_record,
    engine_info,
    image_details,
    image_record,
    inspected_container,
)
from desktop_app.engine.streams import Download, EventStream, Upload
from desktop_app.engine_info import ContainerRecord, ImageDetails, ImageRecord
from desktop_app.errors import ErrorCode, UserFacingError


class _Closable(Protocol):
    def close(self) -> None: ...


class Engine:
    """A connection to an engine, for one thread at a time; a context manager.

    Attributes:
        info: what the engine is.

    Args:
        client: docker-py's, connected.
        url: the engine's address.
        version: its answer to ``/version``.
        relay: whatever leads to it, ended with the connection.

    Raises:
        UserFacingError: ENGINE_LOST or ENGINE_REFUSED, when it does not say what it is.
    """

    def __init__(
        self,
        client: docker.APIClient,
        url: str,
        version: Json,
        relay: _Closable | None = None,
    ) -> None:
        self._client = client
        self._relay = relay
        with worded():
            self.info = engine_info(url, version, client.info())

    def __enter__(self) -> "Engine":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the connection."""
        self._client.close()
        if self._relay is not None:
            self._relay.close()

    def images(self) -> tuple[ImageRecord, ...]:
        """All images but those that are only steps of others; platforms are left out."""
        with worded():
            return tuple(image_record(answer) for answer in self._client.images())

    def containers(self) -> tuple[ContainerRecord, ...]:
        """All containers, running or not."""
        with worded():
            return tuple(container_record(each) for each in self._client.containers(all=True))

    def image(self, reference: str) -> ImageDetails:
        """One image, by name or ID.

        Raises:
            UserFacingError: IMAGE_GONE.
        """
        with worded(missing=ErrorCode.IMAGE_GONE, params={"image": reference}):
            return image_details(self._client.inspect_image(self._exactly(reference)))

    def container(self, reference: str) -> ContainerRecord:
        """One container, by name or ID.

        Raises:
            UserFacingError: CONTAINER_GONE.
        """
        with worded(missing=ErrorCode.CONTAINER_GONE, params={"container": reference}):
            return inspected_container(self._client.inspect_container(reference))

    def events(self) -> EventStream:
        """What happens to images and containers from now on."""
        filters = json.dumps({"type": ["image", "container"]})
        return EventStream(self._line("GET", "/events", {"filters": filters}))

    def tag(self, image_id: str, name: str) -> None:
        """Give an image one more name; another image that has the name loses it.

        Raises:
            UserFacingError: NAME_INVALID or IMAGE_GONE.
        """
        reference = references.parse(name)
        with worded(missing=ErrorCode.IMAGE_GONE, params={"image": image_id}):
            self._client.tag(image_id, reference.repository, reference.tag)

    def untag(self, name: str) -> None:
        """Take a name off an image. The last name takes the image with it: the caller looks.

        Raises:
            UserFacingError: IMAGE_GONE, or IMAGE_IN_USE if a container needs it under this name.
        """
        with worded(ErrorCode.IMAGE_GONE, ErrorCode.IMAGE_IN_USE, {"image": name}):
            self._client.remove_image(self._exactly(name), noprune=True)

    def open_save(self, names: Sequence[str]) -> Download:
        """An archive of these images, by name, as ``docker save`` writes it."""
        missing = UserFacingError(ErrorCode.IMAGE_GONE, {"image": ", ".join(names)})
        query = {"names": [self._exactly(name) for name in names]}
        return Download(self._line("GET", "/images/get", query), missing)

    def open_export(self, container_id: str) -> Download:
        """The file system of a container, as ``docker export`` writes it."""
        missing = UserFacingError(ErrorCode.CONTAINER_GONE, {"container": container_id})
        return Download(self._line("GET", f"/containers/{container_id}/export"), missing)

    def open_load(self) -> Upload:
        """The way in for an archive of images."""
        return Upload(self._line("POST", "/images/load", {"quiet": "1"}))

    def open_import(self, name: str) -> Upload:
        """The way in for a root file system, which becomes an image with this name."""
        # Podman 4.3 overlooks the parameter ``tag``; all engines take it as a part of ``repo``.
        query = {"fromSrc": "-", "repo": references.parse(name).familiar}
        return Upload(self._line("POST", "/images/create", query))

    def _exactly(self, reference: str) -> str:
        """A name so that the engine takes it for no other.

        Podman prefers ``localhost/web`` where ``web`` is asked for, and would untag or save the
        wrong one; it is told the registry as well. An ID stays as it is.
        """
        is_id = reference.startswith("sha256:") or not references.is_valid(reference)
        if is_id or not self.info.is_podman:
            return reference
        return references.parse(reference).full

    def _line(
        self, method: str, path: str, query: Mapping[str, str | list[str]] | None = None
    ) -> Line:
        return Line(self._client, method, path, query or {})
