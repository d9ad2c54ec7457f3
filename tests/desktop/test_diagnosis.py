"""Risk: a report that helps nobody, or one that tells what nobody wanted to tell."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app import __version__
from desktop_app.desktop import settings
from desktop_app.desktop.diagnosis import diagnosis
from desktop_app.desktop.log import Log
from desktop_app.desktop.settings import EngineChoices, Preferences, SaveChoices
from desktop_app.errors import ErrorCode
from desktop_app.workers.snapshot import EngineSnapshot, Problem
from tests.ui.samples import ABSENT, connected, image

_SECRETS = ("secret", "me@server", "/home/me", "docker.sock")


@pytest.fixture(autouse=True)
def _something_to_hide(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    settings.remember_preferences(Preferences(folder="/home/me/secret"))
    settings.remember_save_choices(SaveChoices("/home/me/secret"))
    settings.remember_engine_choices(EngineChoices(("ssh://me@server",), "ssh://me@server"))
    log = Log(tmp_path / "image-ferry.log")
    failed = logging.getLogger("desktop_app.jobs")
    failed.info("A job failed: secret.tar", extra={"code": "target-full"})
    yield
    log.stop()
    settings._stored().clear()


def _connected() -> EngineSnapshot:
    problem = Problem(ErrorCode.ENGINE_LOST, detail="secret words")
    return replace(connected([image("secret/web:1")]), stale_because=problem)


def test_without_names_it_tells_none() -> None:
    for snapshot in (_connected(), ABSENT):
        text = diagnosis(snapshot, has_names=False)
        assert not [secret for secret in _SECRETS if secret in text]


def test_it_says_what_a_helper_has_to_know() -> None:
    text = diagnosis(_connected(), has_names=False)
    for words in (
        f"Image Ferry: {__version__}",
        "Python: 3.",
        "PySide6 ",
        "docker-py: ",
        "State: connected",
        "Problem: engine-lost",
        "Engine: Docker 28.5.2 (API 1.51)",
        "Store: classic, linux/amd64",
        "Address: unix",
        "Images: 1, containers: 0",
        "Engines written down: 1, one is chosen: True",
        "Errors in this run: 1",
        "UTC desktop_app.jobs target-full",
    ):
        assert words in text


def test_it_says_where_an_engine_was_looked_for() -> None:
    text = diagnosis(ABSENT, has_names=False)
    assert "Looked for Docker at unix: engine-forbidden" in text
    assert "Looked for Podman at unix: engine-not-found" in text


def test_with_names_it_tells_everything() -> None:
    text = diagnosis(_connected(), has_names=True)
    for words in (
        "Image: secret/web:1",
        "Address: unix:///var/run/docker.sock",
        "Problem: engine-lost – secret words",
        "Folder: /home/me/secret",
        "Engine written down: ssh://me@server",
        "A job failed: secret.tar",
    ):
        assert words in text
    assert "docker.sock: engine-forbidden – EACCES" in diagnosis(ABSENT, has_names=True)
