"""Risk: everything has a name, and yet nobody who cannot see the window gets an image across."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from tests.e2e.person import starting
from tests.helpers.languages import Words, program_with_languages, translations_of
from tests.outside.person import Listener, listening
from tests.real_engines.engines import RunningEngine
from tests.real_engines.fixtures import workshop_in
from tests.real_engines.images import Workshop

pytestmark = [pytest.mark.e2e, pytest.mark.engine_real]

IMAGE = "shop/web:1"
WAITING, CHECKING = "Waiting for the engine", "Checking that everything is there"


@pytest.fixture
def workshop(docker_20_10: RunningEngine) -> Iterator[Workshop]:
    """Makes images in the engine that the program uses."""
    with workshop_in(docker_20_10) as made:
        yield made


@dataclass(frozen=True)
class Desk:
    """What somebody has in front of them.

    Attributes:
        environment: of the desktop.
        engine_url: of the engine there.
        program: where it is, with all its languages.
    """

    environment: Mapping[str, str]
    engine_url: str
    program: Path


@pytest.fixture
def desk(
    accessible_environment: Mapping[str, str], docker_20_10: RunningEngine, program: Path
) -> Desk:
    return Desk(accessible_environment, docker_20_10.url, program)


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the program is, with its languages."""
    return program_with_languages(tmp_path_factory.mktemp("program"))


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_an_image_is_saved_dropped_and_loaded_by_ear(
    desk: Desk, workshop: Workshop, tmp_path: Path, language: str
) -> None:
    image_id = workshop.base(IMAGE)
    words, file = Words(language, translations_of(desk.program)), tmp_path / "web.tar"
    environment = {**desk.environment, "LANG": f"{language}.UTF-8"}
    environment |= {f"XDG_{name}_HOME": str(tmp_path) for name in ("CONFIG", "DATA")}
    start = partial(starting, environment, "--engine", desk.engine_url, place=desk.program)

    with listening(environment) as listener:
        with start() as person:
            save(listener, words, file)
            workshop.empty()
            load(listener, words, file)
            assert workshop.image_id(IMAGE) == image_id
            import_by_mistake(listener, words, file)
            assert person.ends_the_session()[0] == 0
        with start() as person:
            look_back(listener, words, file)
            assert person.ends_the_session()[0] == 0


def save(listener: Listener, words: Words, file: Path) -> None:
    listener.finds("TABLE", words("ImagesPage", "Images"))
    listener.selects(IMAGE)
    listener.presses(words("Actions", "&Save to file…"))
    listener.presses(words("FolderChoice", "B&rowse…"))
    listener.types(words("QFileDialog", "File &name:"), str(file))
    listener.presses(words("QFileDialog", "&Save"))
    listener.presses(words("SaveImagesDialog", "Save %n image(s)", 1))
    saving = title(words, "Saving {names} → {file}", file)
    saved = title(words, "Saved {names} → {file}", file)
    hear(listener, words, saving, WAITING, CHECKING, end=saved)
    listener.finds("PANEL", saved)
    assert file.exists()


def load(listener: Listener, words: Words, file: Path) -> None:
    listener.presses(words("Actions", "&Images"), role="RADIO_BUTTON")
    listener.loses("TABLE_CELL", IMAGE)
    listener.drops(
        file,
        words("MainWindow", "Image Ferry"),
        words("DropOverlay", "Drop to see what is in %n file(s)", 1),
    )
    listener.finds("TABLE", words("ContentsTable", "Images in the file"))
    listener.finds("TABLE_CELL", IMAGE)
    listener.presses(words("OpenFilesDialog", "Load %n image(s)", 1))
    loading, loaded = (title(words, text, file) for text in ("Loading {file}", "Loaded {file}"))
    hear(listener, words, loading, WAITING, CHECKING, end=loaded)
    listener.finds("PANEL", loaded)
    listener.presses(words("Actions", "&Images"), role="RADIO_BUTTON")
    listener.finds("TABLE_CELL", IMAGE)


def import_by_mistake(listener: Listener, words: Words, file: Path) -> None:
    listener.presses(words("Menus", "&File"), role="MENU_ITEM")
    listener.presses(words("Actions", "&Import a file system…"), role="MENU_ITEM")
    listener.types(words("QFileDialog", "File &name:"), str(file))
    listener.presses(words("QFileDialog", "&Open"))
    warning = "This file holds saved images. Importing it would not work."
    listener.finds("LABEL", words("Verdicts", warning))
    listener.presses(words("WrongMethodDialog", "Load %n image(s) instead", 1))
    loading, loaded = (title(words, text, file) for text in ("Loading {file}", "Loaded {file}"))
    hear(listener, words, loading, WAITING, end=loaded)
    listener.finds("PANEL", loaded, count=2)


def hear(listener: Listener, words: Words, transfer: str, *phases: str, end: str) -> None:
    """The phases of a transfer are announced in their order, and then what came of it."""
    for phase in phases:
        listener.hears(f"{transfer}. {words('Transfers', phase)}")
    listener.hears(f"{end}. ")


def look_back(listener: Listener, words: Words, file: Path) -> None:
    """What was done before the program was started again."""
    listener.presses(words("Actions", "&Transfers"), role="RADIO_BUTTON")
    listener.finds("TABLE_CELL", title(words, "Loaded {file}", file), count=2)
    listener.finds("TABLE_CELL", title(words, "Saved {names} → {file}", file))


def title(words: Words, text: str, file: Path) -> str:
    return words("Transfers", text).format(names=IMAGE, file=file.name)
