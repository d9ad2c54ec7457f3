"""The page of the containers: export one."""

from typing_extensions import override

from desktop_app.engine_info import ContainerRecord
from desktop_app.models.containers import ContainersModel
from desktop_app.ui.actions import Actions
from desktop_app.ui.list_page import ListPage
from desktop_app.workers.snapshot import EngineSnapshot


class ContainersPage(ListPage[ContainerRecord]):
    """One row a container, running or not.

    Args:
        actions: the program's.
    """

    def __init__(self, actions: Actions) -> None:
        self._containers = ContainersModel()
        spare = (ContainersModel.SHORT_ID,)
        super().__init__(self._containers, actions, (actions.export,), spare_columns=spare)

    @override
    def show_snapshot(self, snapshot: EngineSnapshot) -> None:
        self._containers.show_containers(snapshot.containers)
        super().show_snapshot(snapshot)

    @override
    def _title(self) -> str:
        return self.tr("Containers")

    @override
    def _empty_texts(self) -> tuple[str, str]:
        return (
            self.tr("There are no containers in this engine."),
            self.tr(
                "A container comes into being when an image is started. To carry an image to"
                " another computer, save it on the page Images."
            ),
        )

    @override
    def _selection_texts(self, selected: tuple[ContainerRecord, ...]) -> tuple[str, str]:
        if not selected:
            return "", ""
        count = len(selected)
        remark = self.tr("One container goes into one file. Select one.") if count > 1 else ""
        return self.tr("%n container(s) selected", "", count), remark
