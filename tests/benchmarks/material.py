"""What is moved in a benchmark: images of several layers made of the files of this machine."""

import io
import itertools
import tarfile
from collections.abc import Iterator
from pathlib import Path

import docker

_LAYERS = 4
_ROOTS = (Path("/usr/lib"), Path("/usr/share"), Path("/usr/bin"))


def build_image(client: docker.APIClient, name: str, size_bytes: int, folder: Path) -> None:
    """Make an image of about this size, in four layers, without a registry.

    Args:
        client: of the engine that gets it.
        name: ``repository:tag``.
        size_bytes: of all files together.
        folder: room for as many bytes again, for the while.
    """
    _build(client, name, "scratch", [size_bytes // _LAYERS] * _LAYERS, folder)


def build_upon(
    client: docker.APIClient, name: str, base: str, size_bytes: int, folder: Path
) -> None:
    """Make an image with one layer more than another one; two names make two different layers."""
    _build(client, name, base, [size_bytes], folder)


def _build(client: docker.APIClient, name: str, base: str, layers: list[int], folder: Path) -> None:
    files = _real_files()
    context = folder / "context.tar"
    with tarfile.open(context, "w") as build:
        _add_text(build, "Dockerfile", _dockerfile(base, len(layers)))
        for number, size_bytes in enumerate(layers):
            layer = folder / f"layer{number}.tar"
            _write_layer(layer, files, size_bytes, f"{name}-{number}")
            build.add(layer, layer.name)
            layer.unlink()
    with context.open("rb") as stream:
        for line in client.build(
            fileobj=stream, custom_context=True, tag=name, decode=True, rm=True
        ):
            if "error" in line:
                raise RuntimeError(line["error"])
    context.unlink()


def _dockerfile(base: str, layers: int) -> str:
    adds = [f"ADD layer{number}.tar /part{number}/" for number in range(layers)]
    return "\n".join([f"FROM {base}", *adds, 'CMD ["/bin/true"]', ""])


def _real_files() -> Iterator[tuple[Path, str]]:
    """Regular files of this machine with names for them, over and over, so that any size can be
    made; in folders with as many others as they really have, because each folder costs an engine
    more than a file does."""
    for copy in itertools.count():
        for root in _ROOTS:
            for path in sorted(root.rglob("*")):
                if path.is_file() and not path.is_symlink():
                    yield path, f"{copy}{path}"


def _write_layer(
    layer: Path, files: Iterator[tuple[Path, str]], size_bytes: int, folder: str
) -> None:
    with tarfile.open(layer, "w") as tar:
        filled = 0
        while filled < size_bytes:
            path, name = next(files)
            tar.add(path, f"{folder}/{name}", recursive=False)
            filled += path.stat().st_size


def _add_text(tar: tarfile.TarFile, name: str, text: str) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(text.encode())
    tar.addfile(member, io.BytesIO(text.encode()))
