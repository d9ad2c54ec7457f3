"""Risk: the virtual screen looks ready before a window can be shown and managed on it."""

import subprocess

import pytest


@pytest.mark.e2e
def test_a_window_manager_is_there_from_the_start(desktop_environment) -> None:
    """It alone answers the question for the desktop's number."""
    command = ["xdotool", "get_desktop"]
    answer = subprocess.run(
        command, env=desktop_environment, check=True, capture_output=True, text=True
    )
    assert answer.stdout.strip() == "0"
