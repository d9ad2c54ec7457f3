"""Risk: an engine's answers are not what the details pane takes them for, and it shows nothing."""

import pytest

from desktop_app.cancel import CancelToken
from desktop_app.engine import Engine
from desktop_app.models.layers import plain_command
from desktop_app.portraits import Mount
from desktop_app.progress import run
from desktop_app.transfers.answering import answer
from desktop_app.transfers.requests import MeasureRequest, MeasureResult
from tests.real_engines.images import MEGABYTE, Workshop

pytestmark = pytest.mark.engine_real

_FILES = {"srv/page": bytes(range(256)) * 4000}


def test_an_image_tells_how_it_was_made_and_is_started(ferry: Engine, workshop: Workshop) -> None:
    workshop.base("shop/base:1", volumes=["/data"])
    image_id = workshop.built_on("shop/base:1", "shop/web:1", _FILES)

    portrait = ferry.image_portrait("shop/web:1")

    assert portrait.image_id == image_id
    base, *others = portrait.steps
    assert "Imported" in base.comment or "import" in base.comment.lower()
    commands = [plain_command(step.command) for step in others]
    assert [command.split()[0] for command in commands] == ["ENV", "ADD", "CMD"]
    sizes = [step.size_bytes for step in portrait.steps]
    assert sizes[0] > 0
    assert sizes[2] >= len(_FILES["srv/page"])
    assert (sizes[1], sizes[3]) == (0, 0)
    assert portrait.settings.command == ("/wait", "built")
    assert "GREETING=hello" in portrait.settings.environment
    assert portrait.settings.volumes == ("/data",)


@pytest.mark.parametrize("state", ["running", "exited"])
def test_a_container_tells_what_is_not_in_its_file(
    ferry: Engine, workshop: Workshop, state: str
) -> None:
    workshop.base("shop/base:1")
    container = workshop.container("shop/base:1", "web", state, volumes=["/more"])

    portrait = ferry.container_portrait(container)

    (mount,) = portrait.mounts
    assert mount == Mount("/more", mount.outside)
    assert mount.outside
    assert portrait.settings.command[-1] in {"/wait", "/done"}
    assert (portrait.exit_code == 0) is (state == "exited")
    assert portrait.whole_bytes
    assert portrait.own_bytes is not None


def test_what_images_have_in_common_is_measured_once(ferry: Engine, workshop: Workshop) -> None:
    large = {"srv/large": bytes(range(256)) * 8000}
    workshop.base("shop/base:1")
    base = workshop.built_on("shop/base:1", "shop/large:1", large)
    first, second = (
        workshop.built_on("shop/large:1", f"shop/web:{number}", {number: b"new"}) for number in "12"
    )
    images = (base, first, second)

    alone, together = (
        run(answer(ferry, MeasureRequest(each), CancelToken())) for each in (images[:1], images)
    )

    assert isinstance(alone, MeasureResult)
    assert isinstance(together, MeasureResult)
    assert alone.likely_bytes <= together.likely_bytes < alone.likely_bytes + MEGABYTE
