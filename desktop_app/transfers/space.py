"""Whether there is room for a transfer, told before its first byte.

Only what surely does not fit is refused: what nobody knows exactly counts as little as it can be.
What is likely is for the progress. A folder that cannot be looked at has room for everything.
"""

import os
import shutil
import socket
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from desktop_app.archives.report import ArchiveReport, Compression
from desktop_app.cancel import CancelToken
from desktop_app.engine import Engine
from desktop_app.engine_info import ContainerSizes, EngineInfo, ImageStore
from desktop_app.errors import ErrorCode, Param, UserFacingError
from desktop_app.transfers.part_file import half_file

_LEAST = {Compression.NONE: 1.0}
_LEAST_COMPRESSED = 0.05
"""Better than plain text fares; only files that are mostly empty become smaller."""

_LEAST_OF_BLOCKS = 0.25
"""Such a store counts the blocks on its disk: 4096 bytes for a file that takes 1024 in a tar."""

_TYPICAL_PACKED = 0.36
"""Of layers in a containerd store, which are gzip mostly: it makes 54 MB of 150 MB of Debian's
programs and Python modules."""

_TYPICAL_LISTED = 0.26
"""The same, of what such a store lists: there it counts packed and unpacked layers together."""

_CONTAINERDS_CONFIG, _CONTAINERDS_ROOT = "/etc/containerd/config.toml", "/var/lib/containerd"
"""Of the system's own containerd; the configuration may name another root."""

_LONGEST_LOOK_SECONDS = 3
"""Some engines count the files of a container one by one; that is only for a hint."""

_PODMANS_TEMPORARY = "/var/tmp"  # noqa: S108  where Podman puts archives on their way


@dataclass(frozen=True, slots=True)
class Estimate:
    """How large what is written becomes: surely no smaller than, and about."""

    least_bytes: int
    likely_bytes: int


@dataclass(frozen=True, slots=True)
class _Need:
    """Bytes that will be written, and the error if there is no room for them."""

    folder: Path
    count: int
    code: ErrorCode
    shown: Path


def room_for_save(
    engine: Engine,
    names: Sequence[str],
    target: Path,
    compression: Compression = Compression.NONE,
) -> int:
    """See that the images fit on the target's disk, and the engine's own copy on its disk.

    Args:
        engine: where the images are.
        names: of the images.
        target: the file.
        compression: of the file.

    Returns:
        About how many bytes the engine will send.

    Raises:
        UserFacingError: TARGET_TOO_SMALL or ENGINE_DISK_TOO_SMALL; IMAGE_GONE.
    """
    least, likely = sizes_of_save(engine, names)
    file_bytes = int(least * _LEAST.get(compression, _LEAST_COMPRESSED))
    needs = _for_file(target, file_bytes)
    if engine.info.store is ImageStore.CLASSIC:  # the other store sends as it reads
        needs += _on_its_way(engine.info, least)
    _check(needs)
    return likely


def room_for_export(
    engine: Engine,
    container_id: str,
    target: Path,
    cancel: CancelToken,
    compression: Compression = Compression.NONE,
) -> int:
    """See that what a container has written itself fits on the target's disk.

    Of the layers below that anything may be hidden or deleted; they count for the progress alone.

    Returns:
        About how many bytes the engine will send; 0 if it does not say so soon.

    Raises:
        UserFacingError: TARGET_TOO_SMALL.
        Cancelled: the token was cancelled.
    """
    sizes = ContainerSizes(0, 0)
    with suppress(UserFacingError):  # the export itself will say what is wrong
        sizes = engine.under(cancel, _LONGEST_LOOK_SECONDS).container_sizes(container_id)
    share = _LEAST.get(compression, _LEAST_COMPRESSED)
    if engine.info.store is ImageStore.CONTAINERD:
        share *= _LEAST_OF_BLOCKS
    _check(_for_file(target, int(sizes.written_bytes * share)))
    return sizes.whole_bytes


def sizes_of_save(engine: Engine, names: Sequence[str]) -> tuple[int, int]:
    """At least and about how many bytes an engine sends; a layer of several images is sent once.

    A classic store sends layers unpacked, with headers around their files. A containerd store sends
    them packed, and says only how large they are unpacked.
    """
    layers: dict[str, int] = {}
    others: list[int] = []
    for name in names:
        with _whatever_is_told():
            found = engine.layer_sizes(name)
            layers.update(found.by_diff_id)
            others.append(found.other_bytes)
    known = sum(layers.values())
    likely = known + sum(others)
    if engine.info.store is ImageStore.CONTAINERD:
        return int(known * _LEAST_COMPRESSED), int(likely * _TYPICAL_PACKED)
    return max(known, *others, 0), likely


def estimate_save(
    sizes: Sequence[int],
    store: ImageStore,
    compression: Compression = Compression.NONE,
    *,
    is_separate: bool = False,
) -> Estimate:
    """How large the files of a save become, by what the list of images says; nobody is asked.

    Images may have all their layers in common, which are in one file once.

    Args:
        sizes: of each image, in bytes.
        store: how the engine keeps them; a containerd store sends them packed.
        compression: of the files.
        is_separate: whether each image gets a file of its own.
    """
    least, likely = sum(sizes) if is_separate else max(sizes, default=0), sum(sizes)
    if store is ImageStore.CLASSIC and compression is Compression.NONE:
        return Estimate(least, likely)
    typical = _TYPICAL_PACKED if store is ImageStore.CLASSIC else _TYPICAL_LISTED
    return Estimate(int(least * _LEAST_COMPRESSED), int(likely * typical))


def room_in_engine(info: EngineInfo, *, copied_bytes: int = 0, new_bytes: int = 0) -> None:
    """See that an engine has room for what it is sent.

    A classic store copies an archive before it unpacks it. A containerd store keeps what it has
    unpacked beside what came, but for layers that it has.

    Args:
        info: the engine.
        copied_bytes: of an archive.
        new_bytes: of what it does not have yet, unpacked; at least.

    Raises:
        UserFacingError: ENGINE_DISK_TOO_SMALL.
    """
    if not _is_here(info):
        return
    root = Path(info.root_folder)
    needs = _on_its_way(info, copied_bytes)
    if info.store is ImageStore.CONTAINERD:
        root = _containerds_folder(info)
        needs = [_Need(root, min(copied_bytes, new_bytes), ErrorCode.ENGINE_DISK_TOO_SMALL, root)]
    _check([_Need(root, new_bytes, ErrorCode.ENGINE_DISK_TOO_SMALL, root), *needs])


def size_of_layers(report: ArchiveReport) -> int:
    """The bytes of all layers of a file as they are in it; unpacked they are no fewer."""
    layers = {
        layer.diff_id or layer.member: layer for each in report.images for layer in each.layers
    }
    return sum(layer.size_bytes or 0 for layer in layers.values())


def _for_file(target: Path, count: int) -> list[_Need]:
    """What a file needs, less what is free again before it comes: a half one that was left."""
    older = 0
    with suppress(OSError):
        older = half_file(target).lstat().st_size
    return [_Need(target.parent, count - older, ErrorCode.TARGET_TOO_SMALL, target)]


@contextmanager
def _whatever_is_told() -> Iterator[None]:
    """Podman 4.3 fails to tell the history of an image in whose history a date is missing."""
    try:
        yield
    except UserFacingError as error:
        if error.code is not ErrorCode.ENGINE_REFUSED:
            raise


def _on_its_way(info: EngineInfo, count: int) -> list[_Need]:
    """The copy that an engine makes of an archive before it sends it, or when it has got it.

    Docker makes it below its root (moby v28.5.2, daemon/daemon.go, prepareTempDir). Podman makes it
    where TMPDIR says, which may not be the same for its service as for us: the roomier one counts.
    """
    if not _is_here(info):
        return []
    folder = Path(info.root_folder)
    if info.is_podman:
        folders = [_PODMANS_TEMPORARY, os.environ.get("TMPDIR", _PODMANS_TEMPORARY)]
        folder = Path(max(folders, key=_free_bytes))
    return [_Need(folder, count, ErrorCode.ENGINE_DISK_TOO_SMALL, folder)]


def _containerds_folder(info: EngineInfo) -> Path:
    """Where a containerd store is: the roomier one counts, as nobody says which it is.

    Docker's own containerd keeps its data below Docker's root (moby v28.5.2, cmd/dockerd/daemon_
    unix.go and libcontainerd/supervisor), the system's own where its configuration says.
    """
    folders = [info.root_folder]
    with suppress(OSError, ValueError):
        folders.append(_CONTAINERDS_ROOT)
        config = tomllib.loads(Path(_CONTAINERDS_CONFIG).read_text(encoding="utf-8"))
        folders[-1] = str(config.get("root", _CONTAINERDS_ROOT))
    return Path(max(filter(os.path.exists, folders), key=_free_bytes))


def _is_here(info: EngineInfo) -> bool:
    """Whether the engine's disks are those of this computer, and no virtual machine's."""
    is_near = info.url.startswith("unix:") and info.host_name == socket.gethostname()
    with suppress(OSError):  # a plain user may not even look
        return is_near and bool(info.root_folder) and Path(info.root_folder).is_dir()
    return False


def _check(needs: Iterable[_Need]) -> None:
    """Compare what comes to each disk with what is free on it.

    Raises:
        UserFacingError: the first need's on a disk that has not enough for all of them.
    """
    by_disk: dict[int, list[_Need]] = {}
    for need in needs:
        with suppress(OSError):
            by_disk.setdefault(need.folder.stat().st_dev, []).append(need)
    for here in by_disk.values():
        needed = sum(need.count for need in here)
        free = _free_bytes(here[0].folder)
        if needed > free:
            path = str(here[0].shown)
            params: dict[str, Param] = {"path": path, "needed_bytes": needed, "free_bytes": free}
            raise UserFacingError(here[0].code, params)


def _free_bytes(folder: Path | str) -> int:
    """What a plain user may still write there; all there can be where nobody says."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 1 << 63
