"""The four verbs, each by this program, by docker's command line and by docker-py's own calls."""

import subprocess
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import docker
from docker.errors import ImageNotFound

from desktop_app.engine import connect
from desktop_app.progress import Progress, run
from desktop_app.transfers import export_container, import_filesystem, load_archive, save_images
from tests.benchmarks.rounds import Contestant

_IMPORTED = "ferry-benchmark/imported:1"
_DOCKER_PY_CHUNK = 2 << 20


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the contests take place.

    Attributes:
        url: of the engine.
        client: docker-py's, of the same engine.
        image: the name of the image to move.
        container: the ID of a container made of it.
        folder: room for the files.
    """

    url: str
    client: docker.APIClient
    image: str
    container: str
    folder: Path

    def docker(self, *arguments: str | Path) -> None:
        """Run docker's command line on the engine."""
        command = ["docker", "--host", self.url, *map(str, arguments)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    def remove(self, *images: str) -> None:
        """Take images off the engine, so that a load starts from nothing."""
        for image in images:
            try:
                self.client.remove_image(image, force=True)
            except ImageNotFound:
                continue


def contests(ground: Ground) -> Iterable[tuple[str, list[Contestant]]]:
    """The contests, each with its title; this program comes first in each."""
    archive, filesystem = ground.folder / "image.tar", ground.folder / "filesystem.tar"
    yield "save", _save(ground)
    yield "export", _export(ground)
    _run_ours(ground, partial(export_container, container=ground.container, target=filesystem))
    yield "import", _import(ground, filesystem)
    ground.remove(_IMPORTED)
    filesystem.unlink()
    _run_ours(ground, partial(save_images, names=[ground.image], target=archive))
    ground.client.remove_container(ground.container)
    yield "load into an empty engine", _load(ground, archive)
    archive.unlink()


def _run_ours(ground: Ground, verb: Callable[..., Generator[Progress, None, object]]) -> None:
    with connect(ground.url) as engine:
        run(verb(engine))


def _save(ground: Ground) -> list[Contestant]:
    target = ground.folder / "saved.tar"

    def with_docker_py() -> None:
        _write(target, ground.client.get_image(ground.image, _DOCKER_PY_CHUNK))

    return _three(
        "save",
        prepare=partial(target.unlink, missing_ok=True),
        ours=partial(_run_ours, ground, partial(save_images, names=[ground.image], target=target)),
        dockers=partial(ground.docker, "save", "-o", target, ground.image),
        docker_pys=with_docker_py,
    )


def _export(ground: Ground) -> list[Contestant]:
    target = ground.folder / "exported.tar"

    def with_docker_py() -> None:
        _write(target, ground.client.export(ground.container, _DOCKER_PY_CHUNK))

    verb = partial(export_container, container=ground.container, target=target)
    return _three(
        "export",
        prepare=partial(target.unlink, missing_ok=True),
        ours=partial(_run_ours, ground, verb),
        dockers=partial(ground.docker, "export", "-o", target, ground.container),
        docker_pys=with_docker_py,
    )


def _import(ground: Ground, filesystem: Path) -> list[Contestant]:
    repository, _, tag = _IMPORTED.rpartition(":")

    def with_docker_py() -> None:
        ground.client.import_image(str(filesystem), repository, tag)

    verb = partial(import_filesystem, path=filesystem, name=_IMPORTED)
    return _three(
        "import",
        prepare=partial(ground.remove, _IMPORTED),
        ours=partial(_run_ours, ground, verb),
        dockers=partial(ground.docker, "import", filesystem, _IMPORTED),
        docker_pys=with_docker_py,
    )


def _load(ground: Ground, archive: Path) -> list[Contestant]:
    def with_docker_py() -> None:
        with archive.open("rb") as stream:
            for _ in ground.client.load_image(stream):
                pass

    return _three(
        "load",
        prepare=partial(ground.remove, ground.image),
        ours=partial(_run_ours, ground, partial(load_archive, path=archive)),
        dockers=partial(ground.docker, "load", "-i", archive),
        docker_pys=with_docker_py,
    )


def _three(
    verb: str,
    *,
    prepare: Callable[[], object],
    ours: Callable[[], object],
    dockers: Callable[[], object],
    docker_pys: Callable[[], object],
) -> list[Contestant]:
    return [
        Contestant(f"Image Ferry, {verb}, verified", prepare, ours),
        Contestant(f"docker {verb}", prepare, dockers),
        Contestant(f"docker-py, {verb}", prepare, docker_pys),
    ]


def _write(target: Path, chunks: Iterable[bytes]) -> None:
    with target.open("wb") as file:
        for chunk in chunks:
            file.write(chunk)
