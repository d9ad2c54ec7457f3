"""A desktop of the tests' own, for programs that are started as their users start them."""

import contextlib
import os
import subprocess
from collections.abc import Iterator

import pytest

_X_SERVER = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
_WINDOW_MANAGER = ["openbox", "--sm-disable", "--startup", "echo ready"]


@pytest.fixture(scope="session")
def desktop_environment() -> Iterator[dict[str, str]]:
    """The environment for a program on a virtual screen with a small window manager."""
    with _answering(_X_SERVER, dict(os.environ)) as numbers:
        number = next(numbers, "")  # it comes when the server takes connections
        assert number, "Xvfb did not start"
        environment = os.environ | {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        with _answering(_WINDOW_MANAGER, environment) as answers:
            assert "ready" in answers, "openbox did not start"  # it may complain before
            yield environment


@contextlib.contextmanager
def _answering(command: list[str], environment: dict[str, str]) -> Iterator[Iterator[str]]:
    """A program that runs as long as the block, and the lines that it writes."""
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(
        command, env=environment, text=True, stdin=nothing, stdout=pipe, stderr=nothing
    ) as program:
        assert program.stdout is not None
        try:
            yield map(str.strip, program.stdout)
        finally:
            program.terminate()
