"""What the tests in this folder share: a desktop on which programs can be heard."""

import os
import signal
import subprocess
from collections.abc import Iterator

import pytest

_BUS = ["dbus-run-session", "--", "sh", "-c", 'echo "$DBUS_SESSION_BUS_ADDRESS"; exec "$@"', "sh"]
_LAUNCHER = ["/usr/libexec/at-spi-bus-launcher", "--launch-immediately", "--a11y=1"]


@pytest.fixture(scope="session")
def accessible_environment(desktop_environment: dict[str, str]) -> Iterator[dict[str, str]]:
    """The environment of a desktop with a session bus, and with AT-SPI's on it."""
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(
        [*_BUS, *_LAUNCHER],
        env=desktop_environment,
        text=True,
        stdin=nothing,
        stdout=pipe,
        stderr=nothing,
        start_new_session=True,  # to end all that belongs to it
    ) as session:
        assert session.stdout is not None
        address = session.stdout.readline().strip()
        assert address, "no session bus was started"
        try:
            yield desktop_environment | {
                "DBUS_SESSION_BUS_ADDRESS": address,
                "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            }
        finally:
            os.killpg(session.pid, signal.SIGTERM)
