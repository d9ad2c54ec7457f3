"""Images and containers to move, made offline and by docker-py alone, never by the code under test.

A `Workshop` also empties its engine: the engines are private, so nothing is ever there but what a
test has made.
"""

import hashlib
import io
import json
import random
import tarfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import docker
from docker.errors import APIError

from tests.archives import builder
from tests.real_engines.programs import DONE, WAIT

MEGABYTE = 1_000_000
_USUAL_FILES = ("bin/hello", "etc/motd", "usr/share/hello")
_WAIT_COMMAND, _DONE_COMMAND = ["/wait"], ["/done"]


class Workshop:
    """Makes things in one engine.

    Attributes:
        client: docker-py's, for whatever a test wants to know that it makes no sense to ask here.
    """

    def __init__(self, client: docker.APIClient) -> None:
        self.client = client

    def base(self, name: str, volumes: Sequence[str] = ()) -> str:
        """An image of one layer, made by import, that can be started; gives its ID."""
        changes = ['CMD ["/wait"]', *(f"VOLUME {path}" for path in volumes)]
        data = files_tar({"wait": WAIT, "done": DONE} | dict.fromkeys(_USUAL_FILES, b"hello"))
        self.client.import_image_from_data(data, name, changes=changes)
        return self.image_id(name)

    def built_on(self, base: str, name: str, files: Mapping[str, bytes]) -> str:
        """An image with one layer and some history more than another one; gives its ID."""
        dockerfile = "\n".join(
            [f"FROM {base}", "ENV GREETING=hello", "ADD layer.tar /", 'CMD ["/wait", "built"]']
        )
        context = files_tar({"Dockerfile": dockerfile.encode(), "layer.tar": files_tar(files)})
        lines = self.client.build(
            fileobj=io.BytesIO(context), custom_context=True, tag=name, decode=True, rm=True
        )
        failures = [line["error"] for line in lines if "error" in line]
        if failures:
            raise RuntimeError(failures[0])
        return self.image_id(name)

    def loaded(self, *images: builder.Image) -> None:
        """Images just as they are described."""
        self._load(io.BytesIO(builder.tar(builder.docker_20(*images))))

    def nameless(self) -> str:
        """An image without a name; gives its ID."""
        before = {image["Id"] for image in self.client.images()}
        self.loaded(builder.Image(names=(), layers=(builder.layer("nameless"),)))
        (image_id,) = {image["Id"] for image in self.client.images()} - before
        return str(image_id)

    def large(self, name: str, megabytes: int, folder: Path) -> str:
        """An image of one layer of so many megabytes; gives its ID. `folder` has room for it."""
        path = folder / "large.tar"
        write_large_filesystem(path, megabytes)
        self.client.import_image_from_file(str(path), name)
        path.unlink()
        return self.image_id(name)

    def container(
        self, image: str, name: str, state: str = "created", volumes: Sequence[str] = ()
    ) -> str:
        """A container in the state asked for; gives its ID."""
        container_id: str = self.client.create_container(
            image,
            name=name,
            command=_DONE_COMMAND if state == "exited" else _WAIT_COMMAND,
            volumes=list(volumes),
            host_config=self.client.create_host_config(network_mode="none"),
        )["Id"]
        if state != "created":
            self.client.start(container_id)
        if state == "exited":
            self.client.wait(container_id)
        if state == "paused":
            self.client.pause(container_id)
        while self._listed_state(container_id) != state:
            continue  # Docker's list is a moment behind its other answers
        return container_id

    def image_id(self, name: str) -> str:
        """The ID that the engine knows an image by."""
        found: str = self.client.inspect_image(name)["Id"]
        return found

    def config(self, reference: str) -> dict[str, object]:
        """What is to come back unchanged: configuration, layers and platform."""
        found = self.client.inspect_image(reference)
        parts = ("Config", "RootFS", "Os", "Architecture", "Created")
        return {part: found.get(part) for part in parts}

    def names(self) -> set[str]:
        """All names in the engine, as it writes them."""
        return {
            name
            for image in self.client.images()
            for name in image["RepoTags"] or ()
            if name != "<none>:<none>"
        }

    def empty(self) -> None:
        """Remove all containers, images and volumes."""
        for container in self.client.containers(all=True):
            self.client.remove_container(container["Id"], force=True, v=True)
        while images := self.client.images():
            removed = [self._removed(image["Id"]) for image in images]
            if not any(removed):
                raise RuntimeError(f"cannot be removed: {images}")
        for volume in self.client.volumes()["Volumes"] or ():
            self.client.remove_volume(volume["Name"])

    def save(self, reference: str, path: Path) -> None:
        """Save as docker-py does it: by an ID the name is lost."""
        with path.open("wb") as file:
            for chunk in self.client.get_image(reference):
                file.write(chunk)

    def _listed_state(self, container_id: str) -> str:
        found = self.client.containers(all=True, filters={"id": container_id})
        return str(found[0]["State"])

    def _removed(self, image_id: str) -> bool:
        """Whether an image could be removed; one that others are built on goes after them."""
        try:
            self.client.remove_image(image_id, force=True)
        except APIError:
            return False
        return True

    def _load(self, archive: io.BytesIO) -> None:
        for line in self.client.load_image(archive):
            if "errorDetail" in line:
                raise RuntimeError(line["errorDetail"])


def files_tar(files: Mapping[str, bytes]) -> bytes:
    """A tar of executable files."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name, data in files.items():
            _add(archive, name, data)
    return stream.getvalue()


def write_large_filesystem(path: Path, megabytes: int) -> None:
    """Write a root file system of so many files of a megabyte, which cannot be compressed."""
    folders = ("bin", "etc", "usr", "var")
    with tarfile.open(path, "w") as archive:
        for number in range(megabytes):
            folder = folders[number % len(folders)]
            data = random.Random(number).randbytes(MEGABYTE)
            _add(archive, f"{folder}/{number}", data)


def write_sparse_filesystem(path: Path, size_bytes: int) -> None:
    """Write a root file system of ten files of zeros, which take no room on the disk."""
    with path.open("wb") as file:
        for number in range(10):
            member = tarfile.TarInfo(f"var/{number}")
            member.size = size_bytes // 10
            file.write(member.tobuf(tarfile.PAX_FORMAT))
            file.seek(member.size + -member.size % tarfile.BLOCKSIZE, io.SEEK_CUR)
        file.write(bytes(2 * tarfile.BLOCKSIZE))


def write_large_archive(path: Path, name: str, megabytes: int) -> None:
    """Write an image of one layer, which is a `write_large_filesystem`."""
    layer = path.with_name(f"{path.name}.layer")
    write_large_filesystem(layer, megabytes)
    with layer.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    rootfs = {"type": "layers", "diff_ids": [f"sha256:{digest}"]}
    config = {"architecture": "amd64", "os": "linux", "config": {}, "rootfs": rootfs}
    with tarfile.open(path, "w") as archive:
        archive.add(layer, "layer.tar")
        _add(archive, "config.json", json.dumps(config).encode())
        _add(archive, "manifest.json", builder.manifest([("config.json", [name], ["layer.tar"])]))
    layer.unlink()


def write_archive(path: Path, images: Iterable[builder.Image]) -> None:
    """Write an archive as Docker 20.10 saves one."""
    path.write_bytes(builder.tar(builder.docker_20(*images)))


def _add(archive: tarfile.TarFile, name: str, data: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mode = len(data), 0o755
    archive.addfile(member, io.BytesIO(data))
