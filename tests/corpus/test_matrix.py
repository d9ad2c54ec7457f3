"""Risk: we let go ahead what an engine then refuses or spoils, or keep back what it would take."""

from collections.abc import Callable

import pytest

from desktop_app.archives import Level, Method, Verdict, VerdictCode
from desktop_app.engine import Engine
from tests.corpus.conftest import Made
from tests.corpus.matrix import Cell, Outcome, Result, tried
from tests.corpus.specimens import Specimen
from tests.real_engines.engines import RunningEngine
from tests.real_engines.fixtures import workshop_in


@pytest.mark.engine_real
@pytest.mark.parametrize("method", Method)
def test_an_engine_does_what_we_say_it_does(
    any_specimen: Specimen,
    method: Method,
    engine: RunningEngine,
    ferry_to: Callable[[str], Engine],
    made: Made,
) -> None:
    with workshop_in(engine) as workshop:
        cell = tried(ferry_to(engine.url), workshop, made(any_specimen), method)
    assert cell.agrees, cell


@pytest.mark.parametrize(
    ("level", "code", "agreeing"),
    [
        (Level.OK, VerdictCode.FITS, {Result.WORKS}),
        (Level.WARN, VerdictCode.OTHER_PROCESSOR, {Result.WORKS}),
        (Level.WARN, VerdictCode.IMAGES_NEED_LOAD, {Result.BROKEN, Result.REFUSED}),
        (Level.WARN, VerdictCode.UNKNOWN_CONTENT, {Result.WORKS, Result.BROKEN}),
        (Level.REFUSE, VerdictCode.LAYERS_MISSING, {Result.BROKEN, Result.REFUSED}),
    ],
)
def test_a_disagreement_is_seen(level: Level, code: VerdictCode, agreeing: set[Result]) -> None:
    cells = [Cell(Verdict(level, code), Outcome(result)) for result in Result]
    assert {cell.outcome.result for cell in cells if cell.agrees} == agreeing
