"""Configurations for images from before Docker 1.10, which had none.

What their ``json`` files say moves as moby's image/spec v1.2 has it; layers get diff IDs.
"""

import json
from collections.abc import Mapping, Sequence

from desktop_app.archives.image_config import text

_KEPT = (
    "created",
    "author",
    "architecture",
    "variant",
    "os",
    "os.version",
    "comment",
    "docker_version",
    "config",
    "container",
    "container_config",
)
"""The rest is the ID, the parent's and the size, which mean nothing any more. Keys that Go would
take for others, in capitals, are left out with them."""


def legacy_config(chain: Sequence[object], diff_ids: Sequence[str]) -> bytes:
    """The configuration of an image.

    Args:
        chain: the ``json`` of each of its layers, lowest first.
        diff_ids: of each layer.
    """
    layers = [each if isinstance(each, dict) else {} for each in chain]
    top = layers[-1]
    config = {key: top[key] for key in _KEPT if key in top}
    # The first Dockers knew one platform only and did not write it.
    config |= {"os": text(top, "os") or "linux", "architecture": text(top, "architecture")}
    config["architecture"] = config["architecture"] or "amd64"
    config["rootfs"] = {"type": "layers", "diff_ids": list(diff_ids)}
    config["history"] = [_step(each) for each in layers]
    return json.dumps(config).encode()


def _step(layer: Mapping[str, object]) -> dict[str, str]:
    """A layer in the history; what it does not know is left out."""
    container = layer.get("container_config")
    command = container.get("Cmd") if isinstance(container, dict) else None
    words = [str(word) for word in command] if isinstance(command, list) else []
    step = {
        "created": text(layer, "created"),
        "author": text(layer, "author"),
        "created_by": " ".join(words),
        "comment": text(layer, "comment"),
    }
    return {key: value for key, value in step.items() if value}
