"""Contests of what comes out of an engine: save in all its forms, and export."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from desktop_app.archives import Compression
from desktop_app.transfers import SaveOptions, export_container, save_images
from tests.benchmarks.ground import DOCKER_PY_CHUNK, Ground
from tests.benchmarks.rounds import Contest, Contestant

_MEGABYTE = 1_000_000


def plain_saves(ground: Ground, most_dockers: float | None, most_raw: float) -> Contest:
    """One image into one archive, verified and on the disk.

    Args:
        ground: the engine.
        most_dockers: what is to be reached against ``docker save -o``.
        most_raw: what is to be reached against the bare stream.
    """
    target = ground.folder / "saved.tar"
    fresh = partial(target.unlink, missing_ok=True)

    def with_docker_py() -> None:
        write(target, ground.client.get_image(ground.image, DOCKER_PY_CHUNK))

    return Contest(
        f"save, {ground.store}",
        [
            _ours(ground, [ground.image], target),
            Contestant(
                "the engine's stream, read to nothing", _nothing, ground.read_to_nothing, most_raw
            ),
            Contestant(
                "`docker save -o`",
                fresh,
                partial(ground.docker, "save", "-o", target, ground.image),
                most_dockers,
            ),
            Contestant("docker-py, into a file", fresh, with_docker_py),
        ],
    )


def packed_saves(ground: Ground) -> Iterable[Contest]:
    """One image into one compressed archive, against docker and the usual programs."""
    zstd, gzip = ["zstd", "-3", "-T0", "-q"], ["gzip"]
    yield _packed(ground, Compression.ZSTD, zstd, 1.05, "within 2 %")
    yield _packed(ground, Compression.GZIP, gzip, 0.40, "at most 1.15")


def _packed(
    ground: Ground, compression: Compression, packer: list[str], most: float, size: str
) -> Contest:
    ours, theirs = (ground.folder / f"{who}.{compression}" for who in ("ours", "theirs"))
    piped = partial(ground.docker_into, ["save", ground.image], packer, theirs)

    def sizes() -> str:
        mine, others = (path.stat().st_size / _MEGABYTE for path in (ours, theirs))
        relation = f"{mine / others:.3f} of theirs (to reach: {size})"
        return f"The file: {mine:.0f} MB and {others:.0f} MB, {relation}."

    return Contest(
        f"save as {compression}, {ground.store}",
        [
            _ours(ground, [ground.image], ours, SaveOptions(compression=compression)),
            Contestant(
                f"`docker save`, piped into `{' '.join(packer)}`",
                partial(theirs.unlink, missing_ok=True),
                piped,
                most,
            ),
        ],
        sizes,
    )


def skopeo_saves(ground: Ground, family: list[str]) -> Iterable[Contest]:
    """One image, and several that share a base, against skopeo, which needs a file for each."""
    for title, images in (
        ("one image", [ground.image]),
        (f"{len(family)} images that share a base", family),
    ):
        yield Contest(f"save of {title}, {ground.store}", list(_skopeo(ground, images)))


def _skopeo(ground: Ground, images: list[str]) -> Iterable[Contestant]:
    def with_skopeo() -> None:
        for number, image in enumerate(images):
            ground.skopeo(image, ground.folder / f"skopeo{number}.tar")

    def tidy() -> None:
        for path in ground.folder.glob("skopeo*.tar"):
            path.unlink()

    yield _ours(ground, images, ground.folder / "skopeo-ours.tar")
    yield Contestant("`skopeo copy docker-daemon: docker-archive:`", tidy, with_skopeo, 0.80)


def exports(ground: Ground, container: str) -> Contest:
    """The file system of a container into a file."""
    target = ground.folder / "exported.tar"
    fresh = partial(target.unlink, missing_ok=True)
    verb = partial(export_container, container=container, target=target)

    def with_docker_py() -> None:
        write(target, ground.client.export(container, DOCKER_PY_CHUNK))

    return Contest(
        f"export, {ground.store}",
        [
            Contestant("Image Ferry", fresh, partial(ground.ours, verb)),
            Contestant(
                "`docker export -o`",
                fresh,
                partial(ground.docker, "export", "-o", target, container),
                1.05,
            ),
            Contestant("docker-py, into a file", fresh, with_docker_py),
        ],
    )


def write(target: Path, chunks: Iterable[bytes]) -> None:
    """Write what docker-py hands out."""
    with target.open("wb") as file:
        for chunk in chunks:
            file.write(chunk)


def _ours(
    ground: Ground, images: list[str], target: Path, options: SaveOptions | None = None
) -> Contestant:
    verb = partial(save_images, names=images, target=target, options=options)
    return Contestant(
        "Image Ferry", partial(target.unlink, missing_ok=True), partial(ground.ours, verb)
    )


def _nothing() -> None:
    pass
