"""Risk: a disk that fails while it is written leaves a file that looks whole, or half a file that
nobody ever finds."""

import shutil
from pathlib import Path

import pytest

from desktop_app.engine import Engine
from desktop_app.errors import ErrorCode
from desktop_app.progress import run
from desktop_app.transfers.leftovers import Journal
from tests.helpers.folders import files_in
from tests.real_engines.conftest import Site
from tests.real_engines.faults.verbs import RECEIVERS, SAVE, Verb, of_each
from tests.real_engines.hardships import loose_disk, resize, small_disk, stick
from tests.real_engines.jobs import failure_after, failure_of

pytestmark = [
    pytest.mark.engine_real,
    pytest.mark.parametrize("site", ["20.10"], indirect=True),  # no engine has a part in it
    of_each(RECEIVERS),
]

_MEGABYTES = 400


def test_a_disk_that_fills(site: Site, ferry: Engine, tmp_path: Path, verb: Verb) -> None:
    with small_disk(tmp_path / "small", "size=8m") as folder:
        target = folder / "image.tar"
        error = failure_of(verb.begin(ferry, site, target))
        code = ErrorCode.TARGET_TOO_SMALL if verb is SAVE else ErrorCode.TARGET_FULL
        assert (error.code, error.params["path"]) == (code, str(target))
        assert files_in(folder) == []

        resize(folder, f"{_MEGABYTES}m")
        run(verb.begin(ferry, site, target))
        assert files_in(folder) == [target.name]


def test_a_folder_that_is_removed(site: Site, ferry: Engine, target: Path, verb: Verb) -> None:
    def remove() -> None:
        shutil.rmtree(target.parent)

    error = failure_after(verb.stream, remove, verb.begin(ferry, site, target))
    assert error.code is ErrorCode.TARGET_FOLDER_GONE
    assert not target.parent.exists()

    target.parent.mkdir()
    run(verb.begin(ferry, site, target))


def test_a_disk_that_is_taken_away(
    site: Site, ferry: Engine, tmp_path: Path, journal: Journal, verb: Verb
) -> None:
    with loose_disk(tmp_path / "disk", _MEGABYTES) as disk:
        target = disk.folder / "files" / "image.tar"
        target.parent.mkdir()
        body = verb.begin(ferry, site, target, journal=journal)
        error = failure_after(verb.stream, disk.take_away, body)
        assert error.code is ErrorCode.TARGET_FOLDER_GONE
        assert files_in(disk.folder) == []

        disk.put()
        assert offered(journal) == [f"{target.name}.part"]
        run(verb.begin(ferry, site, target, journal=journal))
        assert files_in(target.parent) == [target.name]
        assert offered(journal) == []


def test_a_stick_that_is_pulled(
    site: Site, ferry: Engine, tmp_path: Path, journal: Journal, verb: Verb
) -> None:
    with stick(tmp_path / "stick") as pulled:
        target = pulled.folder / "image.tar"
        body = verb.begin(ferry, site, target, journal=journal)
        error = failure_after(verb.stream, pulled.pull, body)
        assert (error.code, error.params["path"]) == (ErrorCode.TARGET_FAILED, str(target))

        pulled.put()
        assert offered(journal) == files_in(pulled.folder) == [f"{target.name}.part"]
        run(verb.begin(ferry, site, target, journal=journal))
        assert files_in(pulled.folder) == [target.name]
        assert offered(journal) == []


def offered(journal: Journal) -> list[str]:
    """The names of what the next start of the program would offer for deletion."""
    return [leftover.path.name for leftover in journal.leftovers()]
