"""Contests of what goes into an engine: import, and load of much, little or nothing new."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from desktop_app.archives import complete, identify
from desktop_app.transfers import ImportOptions, import_filesystem, load_archive
from tests.benchmarks.ground import Ground
from tests.benchmarks.rounds import Contest, Contestant

_IMPORTED = "ferry-benchmark/imported:1"


def loads(ground: Ground, archive: Path, newer: str, newer_archive: Path) -> Iterable[Contest]:
    """The same load by an engine that has nothing, everything, and an older version.

    Args:
        ground: an engine that has nothing but the image, which it may lose.
        archive: of the image.
        newer: the name of an image with one layer more.
        newer_archive: of that one.
    """
    everything = [ground.image, newer]
    empty = partial(ground.remove, *everything)
    yield _load(ground, archive, "into an empty engine", empty, 1.05)
    ground.docker("load", "-i", archive)
    yield _load(ground, archive, "of what is there", _nothing, 0.05)
    yield _load(ground, newer_archive, "of a newer version", partial(ground.remove, newer), 0.30)


def _load(
    ground: Ground, archive: Path, title: str, prepare: Callable[[], object], most: float
) -> Contest:
    def with_docker_py() -> None:
        with archive.open("rb") as stream:
            for _ in ground.client.load_image(stream):
                pass

    return Contest(
        f"load {title}, {ground.store}",
        [
            Contestant(
                "Image Ferry", prepare, partial(ground.ours, partial(load_archive, path=archive))
            ),
            Contestant(
                "`docker load -i`", prepare, partial(ground.docker, "load", "-i", archive), most
            ),
            Contestant("docker-py, from a file", prepare, with_docker_py),
        ],
    )


def imports(ground: Ground, filesystem: Path) -> Contest:
    """A root file system into an engine.

    The window looks into a file when it is opened and the job need not do it again; the second row
    is a job that has to, as one on a file that was changed since.
    """
    repository, _, tag = _IMPORTED.rpartition(":")
    empty = partial(ground.remove, _IMPORTED)
    options = ImportOptions(known=complete(identify(filesystem)))
    verb = partial(import_filesystem, path=filesystem, name=_IMPORTED)

    def with_docker_py() -> None:
        ground.client.import_image(str(filesystem), repository, tag)

    return Contest(
        f"import, {ground.store}",
        [
            Contestant("Image Ferry", empty, partial(ground.ours, partial(verb, options=options))),
            Contestant("the same, looking into the file first", empty, partial(ground.ours, verb)),
            Contestant(
                "`docker import`",
                empty,
                partial(ground.docker, "import", filesystem, _IMPORTED),
                1.05,
            ),
            Contestant("docker-py, from a file", empty, with_docker_py),
        ],
    )


def _nothing() -> None:
    pass
