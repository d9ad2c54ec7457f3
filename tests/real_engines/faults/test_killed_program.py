"""Risk: the program is killed, or the power fails, and what lies there afterwards looks whole.

The points are chosen by pytest-randomly's seed, which stands at the head of the run and is given
again with ``--randomly-seed=…``. In a usual run there are few of them; `--soak` tries all.
"""

import contextlib
import random
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from typing_extensions import override

from desktop_app.archives import verify
from desktop_app.archives.parts import list_path
from desktop_app.engine import Engine
from desktop_app.progress import Phase, run
from desktop_app.transfers.leftovers import Journal
from desktop_app.transfers.requests import ExportResult, SaveResult
from tests.helpers.alone import alone
from tests.helpers.folders import files_in
from tests.real_engines.conftest import Site
from tests.real_engines.faults.verbs import EXPORT, LOAD, SAVE, SAVE_IN_PARTS, Verb
from tests.real_engines.fixtures import short_folder
from tests.real_engines.relay import relay

pytestmark = pytest.mark.engine_real

_POINTS, _USUAL_POINTS = 20, 4
_DONE = "done"
_PLACES = {
    SAVE: (Phase.WAITING, Phase.RECEIVING, Phase.CHECKING, "rename-1", _DONE),
    EXPORT: (Phase.RECEIVING, Phase.CHECKING, "rename-1", _DONE),
    LOAD: (Phase.INSPECTING, Phase.SENDING, Phase.UNPACKING, Phase.CHECKING, _DONE),
    SAVE_IN_PARTS: (Phase.RECEIVING, Phase.CHECKING, "rename-1", "rename-3", _DONE),
}


@dataclass(frozen=True)
class KillPoint:
    """Where the program is killed.

    Attributes:
        verb: what it does.
        place: what it says then; in a stream it goes on to `share` of the bytes.
        share: of all bytes that pass.
    """

    verb: Verb
    place: str
    share: float

    @override
    def __str__(self) -> str:
        share = f"-{self.share:.2f}" if self.is_in_stream else ""
        return f"{self.verb.name}-{self.place}{share}"

    @property
    def is_in_stream(self) -> bool:
        return self.place == self.verb.stream


def kill_points(seed: int) -> Iterator[KillPoint]:
    """Without end; each verb in turn, half of the points in the stream."""
    chance = random.Random(seed)
    while True:
        for verb, places in _PLACES.items():
            place = chance.choice((verb.stream, chance.choice(places)))
            yield KillPoint(verb, place, chance.uniform(0.05, 0.95))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    soak = metafunc.config.getoption("--soak")
    points = kill_points(metafunc.config.getoption("randomly_seed"))
    chosen = [next(points) for _ in range(_POINTS if soak else _USUAL_POINTS)]
    metafunc.parametrize("kill_point", chosen, ids=[f"{n}-{each}" for n, each in enumerate(chosen)])


@pytest.mark.parametrize("site", ["20.10"], indirect=True)
def test_killed_at_a_point_that_chance_has_chosen(
    site: Site, ferry: Engine, target: Path, tmp_path: Path, kill_point: KillPoint
) -> None:
    verb, notes = kill_point.verb, tmp_path / "journal"
    file = verb.file(site, target)
    killed = kill_there(site, kill_point, file, notes)
    journal = Journal(notes)

    assert killed == -signal.SIGKILL
    left = files_in(target.parent)
    for whole in {target.name, list_path(target).name} & set(left):
        assert run(verify(target.with_name(whole))).is_whole
    half_files = [name for name in left if name.endswith(".part")]
    assert [each.path.name for each in journal.leftovers()] == half_files

    result = run(verb.begin(ferry, site, file, journal=journal))
    files = result.files if isinstance(result, SaveResult | ExportResult) else ()
    assert files_in(target.parent) == sorted(path.name for path in files)
    assert {name.removesuffix(".part") for name in left} <= {path.name for path in files}
    assert journal.leftovers() == ()


def kill_there(site: Site, point: KillPoint, file: Path, notes: Path) -> int:
    """Run the program to that point and kill it; gives its status."""
    what, stream = {
        SAVE: (site.image, site.archive),
        SAVE_IN_PARTS: (site.image, site.archive),  # what it holds does not become smaller
        EXPORT: (site.container, site.filesystem),
        LOAD: ("", site.new_archive),
    }[point.verb]
    with short_folder() as folder, relay(folder / "relay.sock", site.engine.socket) as line:
        arguments = (line.url, point.verb.name, what, file, notes)
        command = alone("tests.real_engines.faults.driver", *arguments)
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
        ) as program:
            if point.is_in_stream:
                line.at(int(point.share * stream.stat().st_size), program.kill)
            follow(program, None if point.is_in_stream else point.place)
        return program.returncode


def follow(program: "subprocess.Popen[bytes]", last_word: str | None) -> None:
    """Let the program go on from word to word, until one at which it is killed."""
    assert program.stdout is not None
    assert program.stdin is not None
    for word in program.stdout:
        if word.decode().strip() == last_word:
            program.kill()
        with contextlib.suppress(BrokenPipeError):
            program.stdin.write(b"\n")
