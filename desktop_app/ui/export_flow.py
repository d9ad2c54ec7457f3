"""Exporting a container: what will not be in the file, then the file, then the queue."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.engine_info import ContainerRecord
from desktop_app.file_names import safe_file_name
from desktop_app.transfers.requests import ExportRequest
from desktop_app.ui.dialogs.message import MessageText
from desktop_app.ui.dialogs.show_command import command_link
from desktop_app.ui.dialogs.which_one import which_one_link
from desktop_app.ui.messages import ask
from desktop_app.ui.target_chooser import TargetChooser
from desktop_app.ui.texts import listed, safe
from desktop_app.workers.queue import JobQueue
from desktop_app.workers.snapshot import EngineSnapshot


class ExportFlow(QObject):
    """From a container to a transfer in the queue.

    Args:
        window: the dialogs' parent.
        queue: gets the transfer.
        snapshot: what is known of the engine now.
    """

    def __init__(
        self, window: QWidget, queue: JobQueue, snapshot: Callable[[], EngineSnapshot]
    ) -> None:
        super().__init__(window)
        self._snapshot = snapshot
        self._window = window
        self._chooser = TargetChooser(window, queue)

    def begin(self, container: ContainerRecord) -> None:
        """Export the file system of this container."""
        request = self._request(container, Path(safe_file_name(container.name)))
        command = command_link(lambda: [request], lambda: self._snapshot().info)
        links = (command, which_one_link())
        question = ask(self._window, partial(self._question, container), links=links)
        question.accepted.connect(partial(self._choose_file, container))

    def _question(self, container: ContainerRecord) -> MessageText:
        return MessageText(
            self.tr("Export the container {name}").format(name=safe(container.name)),
            f"{self._what_is_left_out()}\n\n{self._volumes(container)}",
            close=self.tr("Cancel"),
            go_on=self.tr("Choose a file…"),
        )

    def _what_is_left_out(self) -> str:
        return self.tr(
            "All files of the container go into one file, as they are now (docker export). Its"
            " history and its settings (start command, environment, ports) are not in it. To carry"
            " an image as it is, save the image instead."
        )

    def _volumes(self, container: ContainerRecord) -> str:
        if not container.volumes:
            return self.tr("It has no volumes, so no data are left out.")
        paths = listed(container.volumes)
        return self.tr("Not in the file, because they are volumes: {paths}").format(paths=paths)

    def _choose_file(self, container: ContainerRecord) -> None:
        self._chooser.choose(
            self.tr("Export container"),
            safe_file_name(container.name),
            partial(self._request, container),
        )

    def _request(self, container: ContainerRecord, target: Path) -> ExportRequest:
        return ExportRequest(container.container_id, container.name, target)
