"""Risk: a file that changes or goes while it is sent becomes an image that nobody ever saved."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.engine import Engine
from desktop_app.errors import ErrorCode
from desktop_app.progress import run
from tests.real_engines.conftest import Site
from tests.real_engines.faults.verbs import SENDERS, Verb, of_each
from tests.real_engines.hardships import loose_disk, stick
from tests.real_engines.jobs import failure_after, once

pytestmark = [
    pytest.mark.engine_real,
    pytest.mark.parametrize("site", ["20.10"], indirect=True),  # no engine has a part in it
    of_each(SENDERS),
]

_MEGABYTES = 400


def cut(path: Path) -> None:
    os.truncate(path, 1 << 20)


def overwritten(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2 + 5000)  # among the bytes of a file
        file.write(b"other")


def longer(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"more")


@pytest.mark.parametrize("change", [cut, overwritten, longer], ids=lambda it: it.__name__)
def test_a_file_that_is_written_while_it_is_sent(
    site: Site, ferry: Engine, tmp_path: Path, verb: Verb, change: Callable[[Path], None]
) -> None:
    path = copied(verb, site, tmp_path)
    error = failure_after(verb.stream, lambda: change(path), verb.begin(ferry, site, path))
    assert (error.code, error.params["path"]) == (ErrorCode.FILE_CHANGED, str(path))
    run(verb.begin(ferry, site, copied(verb, site, tmp_path)))


def test_a_file_that_is_removed_while_it_is_sent_arrives_all_the_same(
    site: Site, ferry: Engine, tmp_path: Path, verb: Verb
) -> None:
    """What is open stays whole until it is closed, unlink(2)."""
    path = copied(verb, site, tmp_path)
    run(verb.begin(ferry, site, path), once(verb.stream, path.unlink))


def test_a_file_on_a_disk_that_is_taken_away_arrives_all_the_same(
    site: Site, ferry: Engine, tmp_path: Path, verb: Verb
) -> None:
    with loose_disk(tmp_path / "disk", _MEGABYTES) as disk:
        path = copied(verb, site, disk.folder)
        run(verb.begin(ferry, site, path), once(verb.stream, disk.take_away))


def test_a_stick_that_is_pulled(site: Site, ferry: Engine, tmp_path: Path, verb: Verb) -> None:
    with stick(tmp_path / "stick") as pulled:
        path = copied(verb, site, pulled.folder)
        error = failure_after(verb.stream, pulled.pull, verb.begin(ferry, site, path))
        assert (error.code, error.params["path"]) == (ErrorCode.FILE_UNREADABLE, str(path))

        pulled.put()
        run(verb.begin(ferry, site, path))


def copied(verb: Verb, site: Site, folder: Path) -> Path:
    """A copy of what the verb sends, which others will need whole."""
    assert verb.source is not None
    return shutil.copyfile(verb.source(site), folder / "file.tar")
