"""Risk: a command of the README leaves something running, or fails without a word that helps."""

import os
import select
import signal
import subprocess
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parent.parent.parent
_BUSY_SCRIPT = """
checkout={checkout}
. "$checkout/packaging/common.sh"
tidy() {{ echo tidied; }}
start sleep 1000
beside=$!
attend sh -c 'sleep 1000 & echo $1 $$ $! $2; wait' sh "$beside" "$work"
"""


@pytest.mark.parametrize("script", ["run.sh", "test.sh"])
def test_help_comes_at_once(script: str) -> None:
    answer = answer_of(script, "--help")
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.startswith(f"Usage: sh packaging/{script} ")
    assert max(map(len, answer.stdout.splitlines())) <= 80


@pytest.mark.parametrize(
    ("script", "arguments", "words"),
    [
        ("run.sh", ["--unknown"], "--unknown"),
        ("run.sh", ["--engine"], "--engine needs an address"),
        ("test.sh", ["--engines", "some"], "not some"),
        ("test.sh", ["--engines=some"], "not some"),
    ],
)
def test_an_option_that_makes_no_sense_is_said_in_one_line(
    script: str, arguments: list[str], words: str
) -> None:
    answer = answer_of(script, *arguments)
    assert answer.returncode == 1
    assert answer.stdout == ""
    assert words in answer.stderr
    assert answer.stderr.count("\n") == 1


@pytest.mark.parametrize(("how", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_script_that_is_stopped_takes_everything_along(how: signal.Signals, status: int) -> None:
    script = _BUSY_SCRIPT.format(checkout=_ROOT)
    with subprocess.Popen(["sh", "-c", script], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        *pids, work = run.stdout.readline().split()
        assert Path(work).is_dir()
        processes = [os.pidfd_open(int(pid)) for pid in pids]
        run.send_signal(how)
        said, _ = run.communicate(timeout=10)
    assert (run.returncode, said) == (status, "tidied\n")
    assert not Path(work).exists()
    for process in processes:
        assert has_ended(process)
        os.close(process)


def has_ended(process: int) -> bool:
    ended, _, _ = select.select([process], [], [], 10)
    return bool(ended)


def answer_of(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["sh", str(_ROOT / "packaging" / script), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
