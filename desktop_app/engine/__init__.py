"""Engines: finding one, asking it, and streams that can be cut. Docker-py lives here only.

``places.py`` and ``contexts.py`` know where an engine may be, ``connecting.py`` finds one. On it
``client.py`` asks, and opens the ``streams.py`` that run on a ``line.py``; ``records.py`` makes its
answers frozen data, ``faults.py`` its failures errors that people can read. ``podman.py`` brings up
an engine where there is none, ``ssh_relay.py`` leads to one on another computer.
"""

from desktop_app.engine.client import Engine
from desktop_app.engine.connecting import NoEngineFound, connect
from desktop_app.engine.podman import PodmanService
from desktop_app.engine.streams import Download, EventStream, Upload

__all__ = [
    "Download",
    "Engine",
    "EventStream",
    "NoEngineFound",
    "PodmanService",
    "Upload",
    "connect",
]
