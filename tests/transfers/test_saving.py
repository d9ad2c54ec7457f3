"""Risk: an archive on the disk that is not what was asked for, or would not load elsewhere."""

import gzip
import hashlib
import io
import os
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from desktop_app.archives import Compression, Evidence, complete, identify, verify
from desktop_app.archives.joined_file import open_whole
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress, run
from desktop_app.transfers import SaveOptions, save_images
from tests.archives import builder
from tests.archives.builder import Image, docker_20, docker_25, tar
from tests.transfers.stand_in import Sent, StandIn, image

WEB, DATABASE = Image(("shop/web:1",)), Image(("db:9",))
ERROR = b'{"errorDetail":{"message":"no space left"}}\r\n'


def failure(engine: StandIn, folder: Path, *names: str) -> UserFacingError:
    """The error of a save that fails; an older file under the target's name must stay."""
    (folder / "a.tar").write_bytes(b"older")
    with pytest.raises(UserFacingError) as caught:
        run(save_images(engine, names, folder / "a.tar"))
    assert [path.name for path in folder.iterdir()] == ["a.tar"]
    assert (folder / "a.tar").read_bytes() == b"older"
    return caught.value


def without(suffix: str, entries: list[builder.Entry]) -> bytes:
    return tar(entry for entry in entries if not entry[0].endswith(suffix))


def one_bit_off(entries: list[builder.Entry]) -> bytes:
    """An archive in which one bit of a layer is another."""
    data = bytearray(tar(entries))
    with tarfile.open(fileobj=io.BytesIO(bytes(data))) as archive:
        largest = max(archive.getmembers(), key=lambda member: member.size)
    data[largest.offset_data + largest.size // 3] ^= 1
    return bytes(data)


@pytest.mark.parametrize(
    "entries",
    [docker_20(WEB, DATABASE), docker_25(WEB, DATABASE), builder.podman(WEB, DATABASE)],
    ids=["docker 20", "docker 25", "podman"],
)
def test_several_images_are_saved_into_one_archive_that_is_what_the_engine_sent(
    tmp_path: Path, entries
) -> None:
    engine = StandIn(sends=tar(entries))
    result = run(save_images(engine, ["shop/web:1", "db:9"], tmp_path / "a.tar"))
    assert (tmp_path / "a.tar").read_bytes() == engine.sends
    assert result.path == tmp_path / "a.tar"
    assert result.size_bytes == len(engine.sends)
    assert [image.names for image in result.images] == [("shop/web:1",), ("db:9",)]
    assert identify(result.path).names == ("shop/web:1", "db:9")
    assert sorted(tmp_path.iterdir()) == [tmp_path / "a.tar"]


def test_images_are_asked_for_by_full_names_each_once(tmp_path: Path) -> None:
    engine = StandIn(sends=tar(docker_20(Image(("db:latest", "shop/web:1")))))
    names = ["db", "docker.io/library/db:latest", "shop/web:1", "db"]
    run(save_images(engine, names, tmp_path / "a.tar"))
    assert engine.asked_for == [["db:latest", "shop/web:1"]]


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["sha256:" + "a" * 64], ErrorCode.NAME_MISSING),
        (["a" * 64], ErrorCode.NAME_INVALID),
        (["Shop:1"], ErrorCode.NAME_INVALID),
        (["db:9", "a b"], ErrorCode.NAME_INVALID),
        (["../x"], ErrorCode.NAME_INVALID),
        ([""], ErrorCode.NAME_INVALID),
        ([], ErrorCode.SAVE_EMPTY),
    ],
)
def test_what_would_lose_or_widen_names_is_refused_before_the_engine_is_asked(
    tmp_path: Path, names, code
) -> None:
    engine = StandIn()
    assert failure(engine, tmp_path, *names).code is code
    assert engine.asked_for == []


BROKEN = {
    "error first": (ERROR, ErrorCode.STREAM_ERROR),
    "error at the end": (tar(docker_20(WEB)) + ERROR, ErrorCode.STREAM_ERROR),
    "error in a layer": (tar(docker_20(WEB))[:4000] + ERROR, ErrorCode.STREAM_ERROR),
    "nothing": (b"", ErrorCode.STREAM_CUT),
    "empty": (tar([]), ErrorCode.SAVE_EMPTY),
    "no images": (tar([("manifest.json", b"[]")]), ErrorCode.SAVE_EMPTY),
    "cut": (tar(docker_20(WEB))[:5000], ErrorCode.STREAM_CUT),
    "hollow": (tar(builder.hollow(WEB)), ErrorCode.SAVE_INCOMPLETE),
    "no layer": (without("layer.tar", docker_20(WEB)), ErrorCode.SAVE_INCOMPLETE),
    "no configuration": (without(".json", docker_20(WEB)), ErrorCode.SAVE_EMPTY),
    "another image": (tar(docker_20(DATABASE)), ErrorCode.SAVE_IMAGE_MISSING),
    "a nameless image": (tar(docker_20(Image(names=()))), ErrorCode.SAVE_IMAGE_MISSING),
    "bad layer, docker 20": (one_bit_off(docker_20(WEB)), ErrorCode.DIGEST_MISMATCH),
    "bad layer, docker 25": (one_bit_off(docker_25(WEB)), ErrorCode.DIGEST_MISMATCH),
    "bad layer, containerd": (one_bit_off(builder.containerd(WEB)), ErrorCode.DIGEST_MISMATCH),
    "bad layer, podman": (one_bit_off(builder.podman(WEB)), ErrorCode.DIGEST_MISMATCH),
}


@pytest.mark.parametrize(("sends", "code"), BROKEN.values(), ids=BROKEN)
def test_an_engine_that_fails_within_its_success_leaves_no_file(
    tmp_path: Path, sends: bytes, code: ErrorCode
) -> None:
    assert failure(StandIn(sends=sends), tmp_path, "shop/web:1").code is code


def test_an_image_removed_between_the_click_and_the_job_is_told(tmp_path: Path) -> None:
    gone = UserFacingError(ErrorCode.IMAGE_GONE, {"image": "shop/web:1"})
    error = failure(StandIn(sends=Sent(failure=gone)), tmp_path, "shop/web:1")
    assert (error.code, error.params) == (ErrorCode.IMAGE_GONE, {"image": "shop/web:1"})


def test_of_several_images_the_one_that_was_removed_is_named(tmp_path: Path) -> None:
    gone = UserFacingError(ErrorCode.IMAGE_GONE, {"image": "shop/web:1, db:9"})
    engine = StandIn(Sent(failure=gone), has_images={"shop/web:1": image("sha256:a")})
    error = failure(engine, tmp_path, "shop/web:1", "db:9")
    assert (error.code, error.params) == (ErrorCode.IMAGE_GONE, {"image": "db:9"})


def test_progress_goes_through_all_phases_with_the_size_that_is_expected(tmp_path: Path) -> None:
    engine = StandIn(sends=tar(docker_20(WEB)))
    told: list[Progress] = []
    options = SaveOptions(estimated_bytes=5 << 30)
    run(save_images(engine, ["shop/web:1"], tmp_path / "a.tar", options), told.append)
    phases = list(dict.fromkeys(progress.phase for progress in told))
    assert phases[-2:] == [Phase.RECEIVING, Phase.CHECKING]
    assert all(each.total_bytes == 5 << 30 for each in told if each.phase is Phase.RECEIVING)


KINDS = {Compression.NONE: "a.tar", Compression.GZIP: "a.tar.gz", Compression.ZSTD: "a.tar.zst"}
UNPACK: dict[Compression, Callable[[bytes], bytes]] = {
    Compression.NONE: bytes,
    Compression.GZIP: gzip.decompress,
    Compression.ZSTD: lambda data: zstandard.ZstdDecompressor().decompressobj().decompress(data),
}


@pytest.mark.parametrize("checksum", [False, True])
@pytest.mark.parametrize("part_bytes", [None, 1000])
@pytest.mark.parametrize("compression", KINDS)
def test_in_every_form_the_file_is_what_the_engine_sent(
    tmp_path: Path, compression: Compression, part_bytes: int | None, checksum: bool
) -> None:
    engine = StandIn(sends=tar(docker_25(WEB, DATABASE)))
    options = SaveOptions(compression=compression, part_bytes=part_bytes, checksum=checksum)
    target = tmp_path / KINDS[compression]
    result = run(save_images(engine, ["shop/web:1", "db:9"], target, options))

    assert result.files == tuple(path for path in result.files if path.is_file())
    assert sorted(tmp_path.iterdir()) == sorted(result.files)
    with open_whole(result.path) as file:
        data = file.read()
    assert len(data) == result.size_bytes
    assert hashlib.sha256(data).hexdigest() == result.sha256
    assert UNPACK[compression](data) == engine.sends
    report = complete(identify(result.path))
    assert (report.names, report.compression) == (("shop/web:1", "db:9"), compression)
    assert run(verify(result.path)).is_whole
    if checksum:
        command = ["sha256sum", "--check", "--strict", "--quiet", str(result.files[-1])]
        subprocess.run(command, cwd=tmp_path, check=True)


@pytest.mark.parametrize("compression", [Compression.GZIP, Compression.ZSTD])
def test_a_large_compressed_archive_is_known_at_once(
    tmp_path: Path, compression: Compression
) -> None:
    large = Image(("shop/web:1",), (os.urandom(3 << 20),))
    engine = StandIn(sends=tar(docker_25(large)))
    options = SaveOptions(compression=compression)
    result = run(save_images(engine, ["shop/web:1"], tmp_path / "a", options))
    report = identify(result.path)
    assert (report.complete, report.names) == (False, ("shop/web:1",))
    assert report.evidence is Evidence.DOCKER_MANIFEST_AND_OCI
    assert report.images[0].manifest_digest
    layers = complete(report).images[0].layers
    assert layers == result.images[0].layers


@pytest.mark.parametrize("sends", [b"", tar(docker_20(WEB))[:5000]], ids=["nothing", "half"])
@pytest.mark.parametrize("compression", KINDS)
def test_what_was_not_proved_leaves_nothing_in_any_form(
    tmp_path: Path, compression: Compression, sends: bytes
) -> None:
    options = SaveOptions(compression=compression, part_bytes=1000, checksum=True)
    with pytest.raises(UserFacingError):
        run(save_images(StandIn(sends=sends), ["shop/web:1"], tmp_path / "a.tar", options))
    assert list(tmp_path.iterdir()) == []
