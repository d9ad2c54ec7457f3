"""Risk: an engine that outlives the tests, or one that fails to start and is taken for a skip."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.real_engines.confined import await_end_of, processes_with
from tests.real_engines.engines import RunningEngine, running_engine
from tests.real_engines.fixtures import short_folder
from tests.real_engines.images import Workshop

pytestmark = pytest.mark.engine_real

_ROOT = Path(__file__).resolve().parent.parent.parent
_INTERRUPTED_RUN = """
import sys
from pathlib import Path
from tests.real_engines.engines import running_engine
with running_engine("20.10", Path(sys.argv[1])) as engine:
    print(engine.answers(), flush=True)
    sys.stdin.read()
"""


def test_an_engine_is_private_and_keeps_its_images_when_it_is_killed(
    engine: RunningEngine, workshop: Workshop
) -> None:
    image_id = workshop.base("shop/base:1")

    engine.kill()
    was_silent = not engine.answers()
    engine.start()

    assert was_silent
    assert workshop.image_id("shop/base:1") == image_id


def test_a_paused_engine_is_silent_and_goes_on_later(own_engine: RunningEngine) -> None:
    with own_engine.paused():
        assert not own_engine.answers(within_seconds=0.5)
    assert own_engine.answers()


def test_an_engine_that_does_not_start_is_a_failure_with_its_own_words() -> None:
    with short_folder() as folder:
        (folder / "data").write_text("not a folder")
        with pytest.raises(RuntimeError, match=r"20\.10 ended by itself(.|\n)*data"):
            RunningEngine("20.10", folder).start()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_nothing_of_an_engine_outlives_a_run_that_is_stopped(how: signal.Signals) -> None:
    with short_folder() as folder:
        command = [sys.executable, "-c", _INTERRUPTED_RUN, str(folder)]
        with subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": str(_ROOT)},  # for the tests; it uses nothing else
        ) as run:
            assert run.stdout is not None
            assert run.stdout.readline() == b"True\n"
            engines = processes_with(str(folder))
            assert engines

            os.kill(run.pid, how)
            run.wait(10)

        await_end_of(engines)
        assert processes_with(str(folder)) == []


def test_a_folder_too_deep_for_a_socket_is_said_at_once(tmp_path: Path) -> None:
    with (
        pytest.raises(ValueError, match="too long"),
        running_engine("20.10", tmp_path / ("deep" * 40)),
    ):
        pass
