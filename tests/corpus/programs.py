"""Archives made by the programs that people make them with; each starts from images of our own.

All are packages of Debian. A program gets a folder of its own for what it keeps, and no network.
"""

import os
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.archives import builder
from tests.archives.builder import Image
from tests.corpus.images import DB, FILES, WEB
from tests.helpers.folders import files_in
from tests.real_engines.images import files_tar

_STORAGE = ("--storage-driver", "vfs")
_NAME = "docker.io/shop/web:1"
_MODE = 0o755


def skopeo(transport: str, path: Path) -> None:
    """``skopeo copy`` to ``docker-archive:`` or ``oci-archive:``."""
    _copy(_source(path, WEB), f"{transport}:{path}:{_NAME}")


def skopeo_bare_tag(path: Path) -> None:
    """``skopeo copy`` to an OCI archive that is named by a tag alone."""
    _copy(_source(path, WEB), f"oci-archive:{path}:1")


def skopeo_zstd(path: Path) -> None:
    """``skopeo copy`` to an OCI archive whose layers are compressed by Zstandard."""
    _copy(_source(path, WEB), f"oci-archive:{path}:{_NAME}", "--dest-compress-format", "zstd")


def skopeo_two(path: Path) -> None:
    """``skopeo copy`` of two images to one OCI layout, and that into an archive."""
    folder = _workshop(path) / "layout"
    for image in (WEB, DB):
        _copy(_source(path, image), f"oci:{folder}:docker.io/{image.names[0]}")
    _pack("tar", path, folder, ".")


def skopeo_dir(path: Path) -> None:
    """``skopeo copy`` to a folder, and that into an archive."""
    folder = _workshop(path) / "folder"
    _copy(_source(path, WEB), f"dir:{folder}")
    _pack("tar", path, folder, *files_in(folder))


def podman(form: str, names: Sequence[str], path: Path) -> None:
    """``podman save``; several names need ``--multi-image-archive``."""
    options = ("--multi-image-archive",) if len(names) > 1 else ()
    _podman(path, "load", "--quiet", "--input", _source(path, WEB, DB))
    _podman(path, "save", "--quiet", *options, "--format", form, "--output", path, *names)


def podman_dir(form: str, path: Path) -> None:
    """``podman save`` to a folder, and that into an archive."""
    folder = _workshop(path) / "folder"
    podman(form, [_NAME], folder)
    _pack("tar", path, folder, *files_in(folder))


def podman_export(path: Path) -> None:
    """``podman export`` of a container that was never started."""
    _podman(path, "load", "--quiet", "--input", _source(path, WEB))
    container = _podman(path, "create", "--network", "none", _NAME)
    _podman(path, "export", "--output", path, container)


def buildah(transport: str, path: Path) -> None:
    """``buildah push`` to an archive."""
    store = ("buildah", *_stores(path), *_STORAGE)
    _run(path, *store, "pull", "--quiet", f"docker-archive:{_source(path, WEB)}")
    _run(path, *store, "push", "--quiet", _NAME, f"{transport}:{path}:{_NAME}")


def umoci(path: Path) -> None:
    """An OCI layout made by umoci, below ``./`` as GNU tar packs a folder."""
    layout = _workshop(path) / "layout"
    image = f"{layout}:1"
    _run(path, "umoci", "init", "--layout", layout)
    _run(path, "umoci", "new", "--image", image)
    for number, data in enumerate(WEB.layers):
        layer = _workshop(path) / str(number)
        layer.write_bytes(data)
        _run(path, "umoci", "raw", "add-layer", "--image", image, layer)
    _run(path, "umoci", "config", "--image", image, "--config.cmd", "/bin/sh")
    _run(path, "umoci", "gc", "--layout", layout)
    _pack("tar", path, layout, ".")


def packed_again(tar: str, form: str, path: Path) -> None:
    """Saved images, unpacked and packed again by one of the programs of that name."""
    folder, source = _workshop(path) / "unpacked", _workshop(path) / "source.tar"
    folder.mkdir()
    source.write_bytes(builder.tar(builder.docker_20(WEB, DB)))
    _run(path, tar, "-x", "-f", source, "-C", folder)
    _pack(tar, path, folder, f"--format={form}", *files_in(folder))


def root(tar: str, path: Path) -> None:
    """A root file system, below ``./``, with a hard link and a symbolic one in it."""
    folder = _workshop(path) / "root"
    for name, data in FILES.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        file.chmod(_MODE)
    os.link(folder / "bin/sh", folder / "bin/ash")
    (folder / "bin/dash").symlink_to("sh")
    _pack(tar, path, folder, ".")


def docker_save(path: Path, url: str, images: Sequence[Image]) -> None:
    """``docker save`` of an engine that has nothing else."""
    _docker(path, url, "load", "--quiet", "--input", _source(path, *images))
    names = [f"docker.io/{name}" for image in images for name in image.names]
    _docker(path, url, "save", "--output", path, *names)


def docker_export(path: Path, url: str) -> None:
    """``docker export`` of a container that was never started; its image was imported."""
    source = _workshop(path) / "files.tar"
    source.write_bytes(files_tar(FILES))
    _docker(path, url, "import", source, "shop/files:1")
    container = _docker(path, url, "create", "--network", "none", "shop/files:1", "/bin/sh")
    _docker(path, url, "export", "--output", path, container)


def _pack(tar: str, path: Path, folder: Path, *members: str) -> None:
    _run(path, tar, "-c", "-f", path, "-C", folder, *members)


def _copy(source: Path, target: str, *options: str) -> None:
    command = ("skopeo", "--insecure-policy", "copy", "--quiet", *options)
    _run(source, *command, f"docker-archive:{source}", target)


def _podman(path: Path, *arguments: str | Path) -> str:
    here = ("--cgroup-manager", "cgroupfs", "--events-backend", "file")
    return _run(path, "podman", *_stores(path), *_STORAGE, *here, *arguments)


def _docker(path: Path, url: str, *arguments: str | Path) -> str:
    return _run(path, "docker", "--host", url, *arguments)


def _stores(path: Path) -> Iterable[str | Path]:
    folder = _workshop(path)
    return ("--root", folder / "store", "--runroot", folder / "run")


def _source(path: Path, *images: Image) -> Path:
    """An archive to start from, with names in full."""
    source = _workshop(path) / "source.tar"
    source.write_bytes(builder.tar(_distinct(images)))
    return source


def _distinct(images: Iterable[Image]) -> Iterable[builder.Entry]:
    """As Podman saves several images: what they share is there once."""
    return dict(builder.podman(*images)).items()


def _workshop(path: Path) -> Path:
    """A folder beside the archive for what its making needs."""
    folder = path.with_name(f"{path.name}.d")
    folder.mkdir(exist_ok=True)
    return folder


def _run(path: Path, *command: str | Path) -> str:
    """What a program says; it keeps its temporary files beside the archive."""
    environment = os.environ | {"TMPDIR": str(path.parent)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{command}: {done.stderr}")
    return done.stdout.strip()
