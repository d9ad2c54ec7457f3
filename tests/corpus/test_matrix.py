"""Risk: we let go ahead what an engine then refuses or spoils, or keep back what it would take."""

from collections.abc import Callable

import pytest

from desktop_app.archives import Method
from desktop_app.engine import Engine
from tests.corpus.conftest import Made
from tests.corpus.matrix import tried
from tests.corpus.specimens import Specimen
from tests.real_engines.engines import RunningEngine
from tests.real_engines.fixtures import workshop_in

pytestmark = pytest.mark.engine_real


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
