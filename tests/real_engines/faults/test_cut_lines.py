"""Risk: a line to the engine that breaks is taken for the end of the archive, or for a Cancel."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.engine import connect
from desktop_app.errors import ErrorCode
from desktop_app.progress import Phase, run
from tests.helpers.folders import files_in
from tests.real_engines.conftest import Site, forget_new
from tests.real_engines.faults.verbs import ENDS_OF_A_STREAM, RECEIVERS, SENDERS, Verb, of_each
from tests.real_engines.fixtures import short_folder
from tests.real_engines.images import MEGABYTE
from tests.real_engines.jobs import failure_after, failure_of, once
from tests.real_engines.relay import Relay, relay

pytestmark = [
    pytest.mark.engine_real,
    pytest.mark.one_engine_in_ci,
    pytest.mark.usefixtures("failing_connections"),
    pytest.mark.filterwarnings("ignore:unclosed <socket"),
]

_HALF_WAY_BYTES = 50 * MEGABYTE


@pytest.fixture
def line(site: Site) -> Iterator[Relay]:
    with short_folder() as folder, relay(folder / "relay.sock", site.engine.socket) as made:
        yield made


@of_each((*RECEIVERS, *SENDERS))
@pytest.mark.parametrize("passed_bytes", [1, _HALF_WAY_BYTES], ids=["asked", "half way"])
def test_cut_before_and_in_the_stream(
    site: Site, line: Relay, target: Path, verb: Verb, passed_bytes: int
) -> None:
    file = verb.file(site, target)
    with connect(line.url) as ferry:
        line.at(passed_bytes, line.cut)
        assert failure_of(verb.begin(ferry, site, file)).code in ENDS_OF_A_STREAM
        assert files_in(target.parent) == []
        run(verb.begin(ferry, site, file))


@of_each(SENDERS)
def test_cut_while_the_engine_unpacks(site: Site, line: Relay, target: Path, verb: Verb) -> None:
    file = verb.file(site, target)
    with connect(line.url) as ferry:
        line.at(_HALF_WAY_BYTES, line.hold_answers)  # or the engine may be the quicker one
        error = failure_after(Phase.UNPACKING, line.cut, verb.begin(ferry, site, file))
        assert error.code is ErrorCode.ENGINE_LOST
        site.engine.kill()  # else it may finish at any time
        site.engine.start()
        forget_new(site.engine)
        run(verb.begin(ferry, site, file))


@of_each(SENDERS)
def test_a_line_that_breaks_while_nobody_uses_it_is_missed_by_nobody(
    site: Site, line: Relay, target: Path, verb: Verb
) -> None:
    with connect(line.url) as ferry:
        run(verb.begin(ferry, site, verb.file(site, target)), once(Phase.CHECKING, line.cut))
