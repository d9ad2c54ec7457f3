"""One engine: what it is, what is in it, its names, and the streams to and from it."""

import copy
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import TracebackType
from typing import Any, Protocol
from urllib.parse import quote

from desktop_app import references
from desktop_app.cancel import CancelToken
from desktop_app.engine.faults import Refusal, worded
from desktop_app.engine.line import Request
from desktop_app.engine.portraits import container_portrait, image_portrait
from desktop_app.engine.questions import Questions
from desktop_app.engine.records import (
    Json,
    container_record,
    container_sizes,
    engine_info,
    image_details,
    image_record,
    inspected_container,
    layer_sizes,
)
from desktop_app.engine.streams import Download, EventStream, Upload
from desktop_app.engine_info import (
    ContainerRecord,
    ContainerSizes,
    ImageDetails,
    ImageRecord,
    LayerSizes,
)
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.portraits import ContainerPortrait, ImagePortrait

_FIRST_SERVER_ERROR = 500


class _Closable(Protocol):
    def close(self) -> None: ...


class Engine:
    """A connection to an engine, for one thread at a time; a context manager.

    Attributes:
        info: what the engine is.

    Args:
        questions: to be asked of it.
        url: the engine's address.
        version: its answer to ``/version``.
        relay: whatever leads to it, ended with the connection.

    Raises:
        UserFacingError: ENGINE_LOST or ENGINE_REFUSED, when it does not say what it is.
    """

    def __init__(
        self, questions: Questions, url: str, version: Json, relay: _Closable | None = None
    ) -> None:
        self._questions = questions
        self._relay = relay
        self._api_version = version["ApiVersion"]
        with worded():
            self.info = engine_info(url, version, self._ask("GET", "/info"))

    def under(self, cancel: CancelToken, limit_seconds: float | None = None) -> "Engine":
        """The same engine for a job: a cancel breaks off what it is asked, at any time.

        Every question then raises `Cancelled`; streams have their own ``cut``. What was opened
        stays the business of this one.

        Args:
            cancel: of the job.
            limit_seconds: how long the engine may be silent; None for as long as it likes.
        """
        twin = copy.copy(self)
        twin._questions = self._questions.under(cancel, limit_seconds)  # noqa: SLF001  its own kind
        return twin

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
        self._questions.close()
        self._questions.client.close()
        if self._relay is not None:
            self._relay.close()

    def images(self) -> tuple[ImageRecord, ...]:
        """All images but those that are only steps of others; platforms are left out."""
        with worded():
            return tuple(map(image_record, self._ask("GET", "/images/json", {"all": "0"})))

    def containers(self) -> tuple[ContainerRecord, ...]:
        """All containers, running or not."""
        with worded():
            return tuple(map(container_record, self._ask("GET", "/containers/json", {"all": "1"})))

    def image(self, reference: str) -> ImageDetails:
        """One image, by name or ID.

        Raises:
            UserFacingError: IMAGE_GONE.
        """
        with worded(missing=ErrorCode.IMAGE_GONE, params={"image": reference}):
            path = f"/images/{self._exactly(reference)}/json"
            return image_details(self._ask("GET", path, {"manifests": "1"}))

    def layer_sizes(self, reference: str) -> LayerSizes:
        """How large the layers of an image are, as far as the engine says.

        Raises:
            UserFacingError: IMAGE_GONE.
        """
        image = self.image(reference)
        with worded(missing=ErrorCode.IMAGE_GONE, params={"image": reference}):
            path = f"/images/{self._exactly(reference)}/history"
            return layer_sizes(image, self._ask("GET", path) or ())

    def container(self, reference: str) -> ContainerRecord:
        """One container, by name or ID.

        Raises:
            UserFacingError: CONTAINER_GONE.
        """
        with worded(missing=ErrorCode.CONTAINER_GONE, params={"container": reference}):
            return inspected_container(self._ask("GET", f"/containers/{reference}/json"))

    def container_sizes(self, reference: str) -> ContainerSizes:
        """How large a container is; the engine may count its files, which takes a while.

        Raises:
            UserFacingError: CONTAINER_GONE; ENGINE_LOST if it takes longer than allowed.
        """
        with worded(missing=ErrorCode.CONTAINER_GONE, params={"container": reference}):
            path = f"/containers/{reference}/json"
            return container_sizes(self._ask("GET", path, {"size": "1"}))

    def image_portrait(self, reference: str) -> ImagePortrait:
        """All that is told of one image, by name or ID.

        Raises:
            UserFacingError: IMAGE_GONE.
        """
        path = f"/images/{self._exactly(reference)}"
        with worded(missing=ErrorCode.IMAGE_GONE, params={"image": reference}):
            return image_portrait(self._ask("GET", f"{path}/json"), self._history(path))

    def container_portrait(self, reference: str) -> ContainerPortrait:
        """All that is told of one container, by name or ID; its size takes the engine a moment.

        Raises:
            UserFacingError: CONTAINER_GONE.
        """
        with worded(missing=ErrorCode.CONTAINER_GONE, params={"container": reference}):
            path = f"/containers/{reference}/json"
            return container_portrait(self._ask("GET", path, {"size": "1"}))

    def events(self) -> EventStream:
        """What happens to images and containers from now on."""
        filters = json.dumps({"type": ["image", "container"]})
        line = self._questions.new_line()
        with self._questions.cuttable(line):
            return EventStream(line, self._request("GET", "/events", {"filters": filters}))

    def tag(self, image_id: str, name: str) -> None:
        """Give an image one more name; another image that has the name loses it.

        Raises:
            UserFacingError: NAME_INVALID or IMAGE_GONE.
        """
        reference = references.parse(name)
        with worded(missing=ErrorCode.IMAGE_GONE, params={"image": image_id}):
            query = {"repo": reference.repository, "tag": reference.tag}
            self._ask("POST", f"/images/{image_id}/tag", query)

    def untag(self, name: str) -> None:
        """Take a name off an image. The last name takes the image with it: the caller looks.

        Raises:
            UserFacingError: IMAGE_GONE, or IMAGE_IN_USE if a container needs it under this name.
        """
        with worded(ErrorCode.IMAGE_GONE, ErrorCode.IMAGE_IN_USE, {"image": name}):
            query = {"force": "0", "noprune": "1"}
            self._ask("DELETE", f"/images/{self._exactly(name)}", query)

    def open_save(self, names: Sequence[str]) -> Download:
        """An archive of these images, by name, as ``docker save`` writes it."""
        missing = UserFacingError(ErrorCode.IMAGE_GONE, {"image": ", ".join(names)})
        query = {"names": [self._exactly(name) for name in names]}
        return self._download("/images/get", query, missing)

    def open_export(self, container_id: str) -> Download:
        """The file system of a container, as ``docker export`` writes it."""
        missing = UserFacingError(ErrorCode.CONTAINER_GONE, {"container": container_id})
        return self._download(f"/containers/{container_id}/export", {}, missing)

    def open_load(self) -> Upload:
        """The way in for an archive of images."""
        return self._upload("/images/load", {"quiet": "1"})

    def open_import(self, name: str) -> Upload:
        """The way in for a root file system, which becomes an image with this name."""
        # Podman 4.3 overlooks the parameter ``tag``; all engines take it as a part of ``repo``.
        query = {"fromSrc": "-", "repo": references.parse(name).familiar}
        return self._upload("/images/create", query)

    def _history(self, path: str) -> Sequence[Json]:
        """Newest first; nothing where the engine fails to tell it.

        Podman 4.3 fails where the history of an image lacks a date.
        """
        try:
            return self._ask("GET", f"{path}/history") or ()
        except Refusal as refusal:
            if refusal.status < _FIRST_SERVER_ERROR:
                raise
            return ()

    def _exactly(self, reference: str) -> str:
        """A name so that the engine takes it for no other.

        Podman prefers ``localhost/web`` where ``web`` is asked for, and would untag or save the
        wrong one; it is told the registry as well. An ID stays as it is.
        """
        is_id = reference.startswith("sha256:") or not references.is_valid(reference)
        if is_id or not self.info.is_podman:
            return reference
        return references.parse(reference).full

    def _ask(self, method: str, path: str, query: Mapping[str, str] | None = None) -> Any:  # noqa: ANN401  JSON
        return self._questions.ask(self._request(method, path, query or {}))

    def _download(
        self, path: str, query: Mapping[str, str | list[str]], missing: UserFacingError
    ) -> Download:
        request = replace(self._request("GET", path, query), is_last=True)
        return Download(self._questions.new_line(), request, missing)

    def _upload(self, path: str, query: Mapping[str, str]) -> Upload:
        request = self._request("POST", path, query, has_body=True)
        return Upload(self._questions.new_line(), request)

    def _request(
        self,
        method: str,
        path: str,
        query: Mapping[str, str | list[str]],
        *,
        has_body: bool = False,
    ) -> Request:
        whole_path = quote(f"/v{self._api_version}{path}", safe="/:")
        return Request(method, whole_path, query, has_body)
