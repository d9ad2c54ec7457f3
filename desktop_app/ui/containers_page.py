"""The page of the containers: export one."""

from typing_extensions import override

from desktop_app.engine_info import ContainerRecord
from desktop_app.models.containers import ContainersModel, state_text
from desktop_app.portraits import ContainerPortrait
from desktop_app.transfers.requests import PortrayContainerRequest, Question
from desktop_app.ui.actions import Actions
from desktop_app.ui.icons import Icon
from desktop_app.ui.list_page import ListPage
from desktop_app.ui.texts import Portrait, container_text, joined, safe, several_text
from desktop_app.workers.queue import JobQueue
from desktop_app.workers.snapshot import EngineSnapshot

_MOST_NAMED = 100


class ContainersPage(ListPage[ContainerRecord]):
    """One row a container, running or not.

    Args:
        queue: carries questions about what is selected.
        actions: the program's.
    """

    picture = Icon.CONTAINERS
    spare_columns = (ContainersModel.SHORT_ID,)

    def __init__(self, queue: JobQueue, actions: Actions) -> None:
        self._containers = ContainersModel()
        super().__init__(self._containers, queue, actions, (actions.export,))

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
                "A container appears here when an image is started. To take an image to another"
                " computer, save it on the Images page."
            ),
        )

    @override
    def _selection_texts(self, selected: tuple[ContainerRecord, ...]) -> tuple[str, str]:
        if not selected:
            return "", ""
        remark = self.tr("One container goes into one file. Select one.")
        if len(selected) == 1:
            remark = joined([safe(selected[0].name), state_text(selected[0])])
        return self._count_text(selected), remark

    @override
    def _question(self, selected: tuple[ContainerRecord, ...]) -> Question | None:
        if len(selected) != 1:
            return None
        return PortrayContainerRequest(selected[0].container_id, selected[0].state)

    @override
    def _portrait(self, selected: tuple[ContainerRecord, ...]) -> Portrait:
        if len(selected) > 1:
            lines = [joined([each.name, state_text(each)]) for each in selected[:_MOST_NAMED]]
            return several_text(self._count_text(selected), "", lines)
        answer = self._answer
        return container_text(
            selected[0], answer if isinstance(answer, ContainerPortrait) else None
        )

    def _count_text(self, selected: tuple[ContainerRecord, ...]) -> str:
        count = len(selected)
        return self.tr("%n container(s) selected", "", count)
