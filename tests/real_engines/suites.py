"""Newer engines from Debian's later suites, each in a root of its own that is made once.

Debian's trixie has Docker 26, sid has 28. A root takes some 500 MB and one to two minutes; it is
kept in the folder that the environment calls ENGINES_HOME.
"""

import fcntl
import json
import os
import shutil
import subprocess
from pathlib import Path

CONTAINERD_CONFIG = "/etc/docker/containerd.json"
"""Inside each root: the configuration with which dockerd takes the containerd image store."""

_PACKAGES = ("docker.io", "xz-utils")  # the engine calls xz where an archive needs it
_DEFAULT_HOME = "/var/cache/image-ferry-engines"

_ENTER = """
mount --bind {root} {root}
mount --rbind /sys {root}/sys
mount --rbind /dev {root}/dev
mount -t proc proc {root}/proc
mount --bind {folder} {root}{folder}
cd {root}
pivot_root . .old
umount -l /.old
"""
"""In a plain chroot every load, import and export fails ("remount /, flags: 0x84000: invalid
argument"): the engine wants its root to be a mount."""


def root_of(suite: str) -> Path:
    """A root folder with that suite's Docker in it, made now if it is not there.

    Raises:
        subprocess.CalledProcessError: it could not be made.
    """
    home = Path(os.environ.get("ENGINES_HOME", _DEFAULT_HOME)) / "roots"
    root = home / suite
    home.mkdir(parents=True, exist_ok=True)
    with (home / f"{suite}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # tests run in several processes
        if not root.exists():
            unfinished = home / f"{suite}.unfinished"
            shutil.rmtree(unfinished, ignore_errors=True)
            _make(suite, unfinished)
            unfinished.rename(root)
    return root


def enter(root: Path, folder: Path) -> str:
    """Shell commands that make `root` the root of a mount namespace; `folder` stays in it."""
    (root / ".old").mkdir(exist_ok=True)
    (root / folder.relative_to("/")).mkdir(parents=True, exist_ok=True)
    return _ENTER.format(root=root, folder=folder)


def _make(suite: str, root: Path) -> None:
    _run("debootstrap", "--variant=minbase", "--include=ca-certificates", suite, str(root))
    _run("chroot", str(root), "apt-get", "install", "-y", "--no-install-recommends", *_PACKAGES)
    config = root / CONTAINERD_CONFIG.removeprefix("/")
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text(json.dumps({"features": {"containerd-snapshotter": True}}), encoding="utf-8")


def _run(*command: str) -> None:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, check=True, env=environment)
