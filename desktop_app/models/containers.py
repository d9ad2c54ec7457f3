"""The table of containers, running or not."""

from PySide6.QtCore import QCoreApplication, QObject

from desktop_app.engine_info import ContainerRecord
from desktop_app.models.record_table import Column, RecordTableModel, Search
from desktop_app.models.words import age_text, moment_text, short_id


class ContainersModel(RecordTableModel[ContainerRecord]):
    """Name, image, state, created, ID."""

    NAME, IMAGE, STATE, CREATED, SHORT_ID = range(5)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_COLUMNS, _key, _search, parent)
        self._containers: tuple[ContainerRecord, ...] = ()

    def show_containers(self, containers: tuple[ContainerRecord, ...]) -> None:
        """Show what the engine has now."""
        if containers is not self._containers:  # the same tuple while nothing changes
            self._containers = containers
            self.apply(sorted(containers, key=_by_name))


def _key(container: ContainerRecord) -> str:
    return container.container_id


def _search(container: ContainerRecord) -> Search:
    text = f"{container.name} {container.image} {state_text(container)}"
    return Search(text, short_id(container.container_id))


def _by_name(container: ContainerRecord) -> str:
    return container.name.casefold()


def state_text(container: ContainerRecord) -> str:
    """Whether it runs, in a word or two."""
    words = {
        "created": QCoreApplication.translate("ContainersModel", "Never started"),
        "running": QCoreApplication.translate("ContainersModel", "Running"),
        "paused": QCoreApplication.translate("ContainersModel", "Paused"),
        "restarting": QCoreApplication.translate("ContainersModel", "Restarting"),
        "removing": QCoreApplication.translate("ContainersModel", "Being removed"),
        "exited": QCoreApplication.translate("ContainersModel", "Stopped"),
        "dead": QCoreApplication.translate("ContainersModel", "Half removed"),
    }
    return words.get(container.state, container.state)  # later engines may know more states


def _created(container: ContainerRecord) -> str:
    return age_text(container.created) if container.created else ""


_COLUMNS = (
    Column[ContainerRecord](
        header=lambda: QCoreApplication.translate("ContainersModel", "Name"),
        text=lambda container: container.name,
        sort_key=_by_name,
    ),
    Column[ContainerRecord](
        header=lambda: QCoreApplication.translate("ContainersModel", "Image"),
        text=lambda container: container.image,
        sort_key=lambda container: container.image.casefold(),
    ),
    Column[ContainerRecord](
        header=lambda: QCoreApplication.translate("ContainersModel", "State"),
        text=state_text,
        sort_key=state_text,
        tooltip=lambda container: container.state,
    ),
    Column[ContainerRecord](
        header=lambda: QCoreApplication.translate("ContainersModel", "Created"),
        text=_created,
        sort_key=lambda container: container.created.timestamp() if container.created else 0.0,
        tooltip=lambda container: moment_text(container.created) if container.created else "",
    ),
    Column[ContainerRecord](
        header=lambda: QCoreApplication.translate("ContainersModel", "ID"),
        text=lambda container: short_id(container.container_id),
        sort_key=lambda container: container.container_id,
        tooltip=lambda container: container.container_id,
    ),
)
