"""Engines: finding one, asking it, and streams that can be cut. Docker-py lives here only.

``places.py`` and ``contexts.py`` know where an engine may be, ``connecting.py`` finds one. On it
``client.py`` asks ``questions.py`` and opens ``streams.py``; both run on a ``line.py``, which any
thread can cut. ``records.py`` makes frozen data of short answers, ``faults.py`` errors that people
can read of failures. ``podman.py`` brings up an engine where there is none, ``ssh_relay.py`` leads
to one on another computer.
"""

from typing import TYPE_CHECKING

from desktop_app.late import late

if TYPE_CHECKING:
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

__getattr__ = late(
    __name__,
    {
        "Download": "streams",
        "Engine": "client",
        "EventStream": "streams",
        "NoEngineFound": "connecting",
        "PodmanService": "podman",
        "Upload": "streams",
        "connect": "connecting",
    },
)
