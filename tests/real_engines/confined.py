"""A program in namespaces of its own, so that it ends with everything that it started.

Engines start helpers in sessions of their own and mount things all over the place. In a PID
namespace the kernel ends every process when the first one ends, and in a mount namespace nothing
that they mount is seen outside or outlives them. Needs root and Debian's util-linux.
"""

import contextlib
import os
import select
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

_END_SECONDS = 10

_NAMESPACES = (
    # If the test run is killed so hard that it cannot tidy up, the kernel does.
    *("setpriv", "--pdeathsig", "KILL"),
    *("unshare", "--mount", "--propagation", "private", "--pid", "--fork", "--kill-child"),
    "--mount-proc",
)

_FIRST_PROCESS = """
{set_up}
mount -t tmpfs -o mode=755 tmpfs /run
mount -t tmpfs -o mode=1777 tmpfs /dev/shm
"$@" &
wait $!
"""
"""A shell stays as the first process: it takes in orphans. Engines find /run empty, as after a
boot, and share nothing there with those of the computer."""


class Confined:
    """A running program with all its descendants.

    Args:
        command: the program and its arguments.
        log: the file that gets what it says.
        set_up: shell commands that are run before it, inside its namespaces.
        environment: all that it gets beside PATH.
    """

    def __init__(
        self,
        command: Sequence[str],
        log: Path,
        set_up: str = "",
        environment: Mapping[str, str] | None = None,
    ) -> None:
        script = _FIRST_PROCESS.format(set_up=set_up)
        with log.open("ab") as words:
            self._outermost = subprocess.Popen(
                [*_NAMESPACES, "sh", "-euc", script, "sh", *command],
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=words,
                env={"PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin", **(environment or {})},
                start_new_session=True,  # Ctrl+C is for the tests; they end the program in time
            )

    def has_ended_within(self, seconds: float) -> bool:
        """Wait for the program's end, at most so long."""
        try:
            self._outermost.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def end(self) -> None:
        """Kill all of it and come back when all of it is gone."""
        if self._outermost.poll() is None:
            self._kill()
        self._outermost.wait()

    def _kill(self) -> None:
        """The first process takes the others along; `unshare` ends after it."""
        pid = self._outermost.pid
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
        for each in [int(child) for child in text.split()] or [pid]:
            os.kill(each, signal.SIGKILL)


def processes_with(text: str) -> list[int]:
    """Everybody who was started with that in a command line."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):  # it has ended meanwhile
            if os.fsencode(text) in path.read_bytes():
                found.append(int(path.parent.name))
    return found


def is_stopped(pid: int) -> bool:
    """Whether a signal has stopped every thread of a process, proc_pid_stat(5)."""
    threads = Path(f"/proc/{pid}/task").glob("*/stat")
    try:
        return all(path.read_text().rpartition(") ")[2].startswith("T") for path in threads)
    except OSError:  # one of them has just ended
        return False


def await_end_of(pids: list[int]) -> None:
    """Wait until the kernel has ended them all."""
    for pid in pids:
        with contextlib.suppress(ProcessLookupError), os.fdopen(os.pidfd_open(pid)) as process:
            ended, _, _ = select.select([process], [], [], _END_SECONDS)
            assert ended
