"""Where contests take place: an engine, a folder, and the programs that other people use."""

import shlex
import subprocess
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import docker
from docker.errors import ImageNotFound

from desktop_app.engine import Download, connect
from desktop_app.progress import Progress, run

DOCKER_PY_CHUNK = 2 << 20
_BLOCK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Ground:
    """One engine, and what is moved from and to it.

    Attributes:
        url: of the engine.
        client: docker-py's, of the same engine.
        store: how it keeps images, as people say it.
        image: the name of the image to move.
        folder: room for the files.
    """

    url: str
    client: docker.APIClient
    store: str
    image: str
    folder: Path

    def docker(self, *arguments: str | Path) -> None:
        """Run docker's command line on the engine."""
        command = ["docker", "--host", self.url, *map(str, arguments)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    def docker_into(self, arguments: Iterable[str], packer: Iterable[str], target: Path) -> None:
        """Run docker's command line and pack what it writes, as people do in a shell."""
        dockers = shlex.join(["docker", "--host", self.url, *arguments])
        line = f"{dockers} | {shlex.join(packer)} > {shlex.quote(str(target))}"
        subprocess.run(["sh", "-c", line], check=True)

    def skopeo(self, image: str, target: Path) -> None:
        """Copy an image out of the engine into a new archive."""
        target.unlink(missing_ok=True)
        origin, copy = f"docker-daemon:{image}", f"docker-archive:{target}:{image}"
        command = ["skopeo", "copy", "--src-daemon-host", self.url, origin, copy]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    def ours(self, verb: Callable[..., Generator[Progress, None, object]]) -> None:
        """Run one of this program's verbs, connecting included."""
        with connect(self.url) as engine:
            run(verb(engine))

    def read_to_nothing(self) -> None:
        """Read what the engine sends for a save, and do nothing with it."""
        buffer = memoryview(bytearray(_BLOCK_BYTES))
        with connect(self.url) as engine, engine.open_save([self.image]) as stream:
            _drain(stream, buffer)

    @contextmanager
    def container(self) -> Iterator[str]:
        """The ID of a container of the image, which is never started."""
        container = self.client.create_container(self.image)["Id"]
        try:
            yield container
        finally:
            self.client.remove_container(container)

    def remove(self, *images: str) -> None:
        """Take images off the engine, so that a load starts from nothing."""
        for image in images:
            try:
                self.client.remove_image(image, force=True)
            except ImageNotFound:
                continue


@contextmanager
def memory_disk(folder: Path) -> Iterator[Path]:
    """A file system in memory, for the time of the block; needs root.

    An engine that has to be emptied before each round would time something else on a disk: ext4
    gives no inode anew for minutes after its file was deleted, and searches long for another
    (recently_deleted in fs/ext4/ialloc.c). The same import took from 19 to 33 s there.
    """
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def _drain(stream: Download, buffer: memoryview) -> None:
    while stream.readinto(buffer):
        pass
