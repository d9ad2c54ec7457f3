"""Risk: each part works, and the program that people start does not."""

import hashlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import desktop_app
from desktop_app.archives import ArchiveKind, identify
from desktop_app.desktop.history_line import from_line
from desktop_app.desktop.past_transfer import PastImage, PastTransfer
from tests.e2e.person import Person, command, starting, with_program
from tests.real_engines.engines import RunningEngine
from tests.real_engines.fixtures import workshop_in
from tests.real_engines.images import Workshop

pytestmark = pytest.mark.e2e

IMAGE = "shop/web:1"
PATIENCE_MS = 60_000


@pytest.fixture
def workshop(docker_20_10: RunningEngine) -> Iterator[Workshop]:
    """Makes images in the engine that the program uses."""
    with workshop_in(docker_20_10) as made:
        yield made


def remembered() -> list[PastTransfer]:
    """What the program has written into its history."""
    file = Path(os.environ["XDG_DATA_HOME"], "image-ferry", "history.jsonl")
    found = map(from_line, file.read_bytes().split(b"\n"))
    return [past for past in found if past is not None]


@pytest.mark.engine_real
def test_an_image_is_saved_with_the_keyboard_alone(
    desktop_environment: dict[str, str],
    docker_20_10: RunningEngine,
    workshop: Workshop,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    workshop.base(IMAGE)
    target = tmp_path / "web.tar"

    with starting(desktop_environment, "--engine", docker_20_10.url) as person:
        assert person.sees("Image Ferry")
        qtbot.waitUntil(lambda: asks_how_to_save(person), timeout=PATIENCE_MS)
        person.presses("alt+r")
        assert person.sees("Save to file")
        person.presses("ctrl+a")
        person.types(str(target))
        person.presses("Return")
        assert person.sees("Save 1 image")
        person.presses("Return")
        qtbot.waitUntil(target.exists, timeout=PATIENCE_MS)
        ended = person.ends_the_session()

    assert ended == (0, "")
    report = identify(target)
    assert report.kind is ArchiveKind.IMAGE_ARCHIVE
    assert [image.names for image in report.images] == [(IMAGE,)]
    (past,) = (each for each in remembered() if each.files and each.files[0].path == target)
    assert past.images == (PastImage((IMAGE,), report.images[0].config_digest),)
    assert past.sha256 == hashlib.sha256(target.read_bytes()).hexdigest()


@pytest.mark.engine_real
def test_a_file_on_the_command_line_is_loaded_with_one_key(
    desktop_environment: dict[str, str],
    docker_20_10: RunningEngine,
    workshop: Workshop,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    image_id = workshop.base(IMAGE)
    file = tmp_path / "web.tar"
    workshop.save(IMAGE, file)
    workshop.empty()

    with starting(desktop_environment, file, "--engine", docker_20_10.url) as person:
        assert person.sees("Load web.tar")
        person.presses("Return")
        qtbot.waitUntil(lambda: workshop.names() == {IMAGE}, timeout=PATIENCE_MS)
        ended = person.ends_the_session()

    assert ended == (0, "")
    assert workshop.image_id(IMAGE) == image_id


def test_it_says_its_version(desktop_environment: dict[str, str]) -> None:
    answer = answer_to("--version", environment=desktop_environment)
    assert answer.stdout == f"Image Ferry {desktop_app.__version__}\n"
    assert (answer.returncode, answer.stderr) == (0, "")


@pytest.mark.engine_real
def test_it_checks_itself(
    desktop_environment: dict[str, str], docker_20_10: RunningEngine, workshop: Workshop
) -> None:
    workshop.base(IMAGE)
    answer = answer_to(
        "--self-check", "--engine", docker_20_10.url, environment=desktop_environment
    )
    assert answer.stdout.startswith(docker_20_10.url)
    assert answer.stdout.endswith(": 1 images\n")
    # The source tree has no compiled translations, the installed program has all of them.
    is_installed = Path(desktop_app.__file__).with_name("resources").exists()
    expected = (0, "") if is_installed else (1, "no translation is compiled\n")
    assert (answer.returncode, answer.stderr) == expected


def test_it_says_that_it_finds_no_engine_when_it_checks_itself(
    desktop_environment: dict[str, str], tmp_path: Path
) -> None:
    url = f"unix://{tmp_path}/engine.sock"
    answer = answer_to("--self-check", "--engine", url, environment=desktop_environment)
    assert answer.returncode == 1
    assert url in answer.stderr
    assert "Traceback" not in answer.stderr


def asks_how_to_save(person: Person) -> bool:
    """Ask to save whatever is in the list; at first there may be nothing."""
    person.presses("ctrl+1", "ctrl+a", "ctrl+s")
    return person.sees("Save 1 image", within_seconds=5)


def answer_to(*arguments: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments),
        capture_output=True,
        text=True,
        check=False,
        env=with_program(environment),
        timeout=30,
    )
