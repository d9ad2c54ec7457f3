"""Risk: half a set of parts that looks whole, parts of two runs mixed, or a part that nobody finds.

What is compressed and in several files goes through more stages, and has more names to give. A
usual run has one of each kind of fault; ``--soak`` has the rest.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.archives import verify
from desktop_app.archives.parts import part_path
from desktop_app.cancel import CancelToken
from desktop_app.engine import Engine
from desktop_app.errors import ErrorCode
from desktop_app.progress import Phase, run
from desktop_app.transfers.leftovers import Journal
from desktop_app.transfers.output import FileOptions, Output, digests_of
from desktop_app.transfers.requests import ExportResult, SaveResult
from tests.helpers.folders import files_in
from tests.real_engines.conftest import Site
from tests.real_engines.faults.verbs import (
    ENDS_OF_A_STREAM,
    EXPORT_PACKED,
    LOAD,
    PART_BYTES,
    SAVE_IN_PARTS,
    Verb,
)
from tests.real_engines.hardships import resize, small_disk, stick
from tests.real_engines.jobs import (
    Body,
    cancel_in,
    failure_after,
    failure_of,
)

pytestmark = [
    pytest.mark.engine_real,
    pytest.mark.parametrize("site", ["20.10"], indirect=True),
    pytest.mark.usefixtures("failing_connections"),
    pytest.mark.filterwarnings("ignore:unclosed <socket"),
]

of_each_form = pytest.mark.parametrize(
    "verb",
    [
        pytest.param(SAVE_IN_PARTS, id=SAVE_IN_PARTS.name),
        pytest.param(EXPORT_PACKED, id=EXPORT_PACKED.name, marks=pytest.mark.soak),
    ],
)


@pytest.mark.soak
@of_each_form
def test_a_disk_that_fills(site: Site, ferry: Engine, tmp_path: Path, verb: Verb) -> None:
    with small_disk(tmp_path / "small", "size=80m") as folder:
        target = folder / "image.tar.zst"
        assert failure_of(verb.begin(ferry, site, target)).code is ErrorCode.TARGET_FULL
        assert files_in(folder) == []

        resize(folder, "400m")
        check_whole(verb.begin(ferry, site, target))


@of_each_form
def test_a_stick_that_is_pulled(
    site: Site, ferry: Engine, tmp_path: Path, journal: Journal, verb: Verb
) -> None:
    with stick(tmp_path / "stick") as pulled:
        target = pulled.folder / "image.tar.zst"
        body = verb.begin(ferry, site, target, journal=journal)
        while next(body).done_bytes < 80_000_000:
            pass
        pulled.pull()
        assert failure_of(body).code is ErrorCode.TARGET_FAILED

        pulled.put()
        left = journal.leftovers()
        assert [each.path.name for each in left] == files_in(pulled.folder) != []
        check_whole(verb.begin(ferry, site, target, journal=journal))
        assert journal.leftovers() == ()


@pytest.mark.soak
@of_each_form
def test_an_engine_that_is_killed(site: Site, ferry: Engine, target: Path, verb: Verb) -> None:
    error = failure_after(verb.stream, site.engine.kill, verb.begin(ferry, site, target))
    assert error.code in ENDS_OF_A_STREAM
    assert files_in(target.parent) == []
    site.engine.start()
    check_whole(verb.begin(ferry, site, target))


@of_each_form
@pytest.mark.parametrize(
    "phase", [Phase.RECEIVING, pytest.param(Phase.CHECKING, marks=pytest.mark.soak)]
)
def test_a_cancel_leaves_what_an_earlier_run_has_written(
    site: Site, ferry: Engine, target: Path, verb: Verb, phase: Phase
) -> None:
    files = check_whole(verb.begin(ferry, site, target))
    before = {path: path.stat() for path in files}
    token = CancelToken()
    cancel_in(phase, token, verb.begin(ferry, site, target, cancel=token))
    assert {path: path.stat() for path in target.parent.iterdir()} == before


def removed(path: Path) -> None:
    path.unlink()


def cut(path: Path) -> None:
    os.truncate(path, 1 << 20)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param(removed, ErrorCode.FILE_GONE, id="removed"),
        pytest.param(cut, ErrorCode.FILE_CHANGED, id="cut", marks=pytest.mark.soak),
    ],
)
def test_a_part_that_changes_before_its_turn(
    site: Site, ferry: Engine, target: Path, change: Callable[[Path], None], code: ErrorCode
) -> None:
    first = in_parts(site.new_archive, target)
    body = LOAD.begin(ferry, site, first)
    error = failure_after(Phase.SENDING, lambda: change(part_path(target, 4)), body)
    assert (error.code, error.params["path"]) == (code, str(first))
    run(LOAD.begin(ferry, site, in_parts(site.new_archive, target)))


def in_parts(archive: Path, target: Path) -> Path:
    """Write an archive in parts; gives the first one."""
    blocks = [memoryview(archive.read_bytes())]
    with Output(target, FileOptions(part_bytes=PART_BYTES)) as output:
        output.write_all(blocks)
        return output.keep(digests_of(blocks, PART_BYTES))[0]


def check_whole(body: Body) -> tuple[Path, ...]:
    """Run a job to its end: its files are there and whole, and nothing else is."""
    result = run(body)
    assert isinstance(result, SaveResult | ExportResult)
    folder = result.path.parent
    assert files_in(folder) == sorted(path.name for path in result.files)
    assert run(verify(result.path)).is_whole
    return result.files
