"""Risk: an engine that dies at any moment leaves a traceback, a half file or a job without end."""

from pathlib import Path

import pytest

from desktop_app.engine import Engine
from desktop_app.errors import ErrorCode
from desktop_app.progress import Phase, run
from desktop_app.transfers.naming import name_image, remove_name
from tests.helpers.folders import files_in
from tests.real_engines.conftest import NEW, Site, forget_new
from tests.real_engines.faults.verbs import (
    ENDS_OF_A_STREAM,
    RECEIVERS,
    SENDERS,
    Verb,
    at_each_moment,
    of_each,
)
from tests.real_engines.jobs import failure_after, failure_of, once

pytestmark = [
    pytest.mark.engine_real,
    pytest.mark.usefixtures("failing_connections"),
    pytest.mark.filterwarnings("ignore:unclosed <socket"),
]


def test_dead_before_the_job_begins(site: Site, ferry: Engine, target: Path) -> None:
    site.engine.kill()
    bodies = (
        *(verb.begin(ferry, site, verb.file(site, target)) for verb in (*RECEIVERS, *SENDERS)),
        name_image(ferry, "sha256:0", NEW),
        remove_name(ferry, site.image),
    )
    for body in bodies:
        error = failure_of(body)
        assert error.code is ErrorCode.ENGINE_LOST
        assert error.detail
    assert files_in(target.parent) == []


@at_each_moment
def test_killed_at_any_moment_and_started_again(
    site: Site, ferry: Engine, target: Path, verb: Verb, phase: Phase
) -> None:
    file = verb.file(site, target)
    error = failure_after(phase, site.engine.kill, verb.begin(ferry, site, file))

    assert error.code in ENDS_OF_A_STREAM
    assert files_in(target.parent) == []

    site.engine.start()
    forget_new(site.engine)  # it may have it all the same
    run(verb.begin(ferry, site, file))


@of_each(RECEIVERS)
def test_killed_after_its_last_byte_an_engine_is_missed_by_nobody(
    site: Site, ferry: Engine, target: Path, verb: Verb
) -> None:
    run(verb.begin(ferry, site, target), once(Phase.CHECKING, site.engine.kill))
    assert files_in(target.parent) == [target.name]
