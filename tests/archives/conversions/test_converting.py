"""Risk: a converted file is sent that is cut, of another image, or takes the program down."""

import gzip
import io
import random
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.archives import (
    ArchiveKind,
    Compression,
    Evidence,
    HostileArchive,
    Method,
    ReportWarning,
    identify,
    judge,
)
from desktop_app.archives.conversions import Conversion, origins
from desktop_app.archives.conversions.converting import Choices, converted
from desktop_app.archives.file_source import FileSource
from desktop_app.archives.proof import prove_filesystem, prove_image_archive
from desktop_app.archives.tar_reader import Source
from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.engine_info import EngineInfo, ImageStore
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Progress
from tests.archives import builder
from tests.archives.conversions.streams import convert, in_folder, members, read_all, zipped

WEB, DB = builder.Image(("shop/web:1",)), builder.Image(("shop/db:1",), (builder.layer("db"),))
ENGINES = (
    EngineInfo("", "20.10.24", "1.41", ImageStore.CLASSIC, False, "linux", "amd64"),
    EngineInfo("", "29.0.0", "1.52", ImageStore.CLASSIC, False, "linux", "amd64"),
    EngineInfo("", "24.0.9", "1.43", ImageStore.CONTAINERD, False, "linux", "amd64"),
    EngineInfo("", "4.3.1", "1.41", ImageStore.CLASSIC, True, "linux", "amd64"),
)
ROOT = builder.files([("bin/web", b"web"), ("etc/hostname", b"web"), ("usr/x", b"x")])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "file"


def failure(path: Path, conversion: Conversion) -> UserFacingError:
    with pytest.raises(UserFacingError) as caught:
        convert(path, conversion)
    return caught.value


CASES = {
    "decompress": (gzip.compress(builder.tar(builder.docker_20(WEB, DB))), Conversion.DECOMPRESS),
    "oci": (builder.tar(builder.oci_layout(WEB, DB)), Conversion.TO_DOCKER_FORM),
    "oci, compressed": (
        gzip.compress(builder.tar(builder.oci_layout(WEB, DB))),
        Conversion.TO_DOCKER_FORM,
    ),
    "legacy": (builder.tar(builder.legacy()), Conversion.TO_DOCKER_FORM),
    "zip of gzip in a folder": (
        zipped(("a.tgz", gzip.compress(builder.tar(in_folder(builder.docker_20(WEB, DB)))))),
        Conversion.UNWRAP,
    ),
    "an oci layout in an archive": (
        builder.tar([("a.tar", builder.tar(builder.oci_layout(WEB, DB)))]),
        Conversion.UNWRAP,
    ),
    "dots before names": (
        builder.tar([(f"./{name}", data) for name, data in builder.podman(WEB, DB)]),
        Conversion.UNWRAP,
    ),
}


@pytest.mark.parametrize(("data", "conversion"), CASES.values(), ids=CASES)
def test_what_comes_out_is_what_was_announced_and_fits_every_engine(
    path: Path, tmp_path: Path, data: bytes, conversion: Conversion
) -> None:
    path.write_bytes(data)
    out, report = convert(path, conversion)

    target = tmp_path / "out.tar"
    target.write_bytes(out)
    found = identify(target)
    assert replace(found, path=path, size_bytes=len(data)) == report
    assert prove_image_archive(io.BytesIO(out)).images == report.images
    verdicts = [judge(found, Method.LOAD, info) for info in ENGINES]
    assert [(each.code, each.conversion) for each in verdicts] == [("fits", None)] * len(ENGINES)


def test_names_and_a_platform_are_chosen_with_any_conversion(path: Path) -> None:
    nameless = builder.Image((), architecture="arm64")
    entries = builder.platforms(builder.Image(()), nameless)
    path.write_bytes(zipped(("a.tar", builder.tar(entries))))
    choices = Choices({nameless.config_digest: ("shop/arm:1",)}, "linux/arm64")
    for conversion in (Conversion.UNWRAP, Conversion.ONE_PLATFORM, Conversion.GIVE_NAMES):
        out, report = convert(path, conversion, choices)
        assert report.names == ("shop/arm:1",)
        assert prove_image_archive(io.BytesIO(out), ["shop/arm:1"]).images == report.images


def test_a_layer_that_is_left_out_is_named_all_the_same(path: Path) -> None:
    lower, upper = builder.layer("lower"), builder.layer("upper")
    image = builder.Image(layers=(lower, upper))
    path.write_bytes(builder.tar(builder.docker_25(image, compressed=True)))
    choices = Choices(left_out=frozenset(image.diff_ids[:1]))
    data, report = convert(path, Conversion.TO_DOCKER_FORM, choices)
    assert members(data)[0] == f"{image.diff_ids[1][7:]}.tar.gz"
    assert len(members(data)) == 3
    assert [each.diff_id for each in report.images[0].layers] == image.diff_ids
    assert report.images[0].layers[0].member == f"{image.diff_ids[0][7:]}.tar.gz"


def test_images_that_stay_nameless_are_announced_as_such(path: Path) -> None:
    path.write_bytes(builder.tar(builder.oci_layout(builder.Image(()))))
    _, report = convert(path, Conversion.TO_DOCKER_FORM)
    assert report.warnings == (ReportWarning.NAMELESS,)


@pytest.mark.parametrize("folder", ["", "rootfs"])
def test_a_root_file_system_comes_out_from_under_whatever_is_around_it(
    path: Path, folder: str
) -> None:
    entries: list[builder.Entry] = list(ROOT.items())
    inner = builder.tar(in_folder(entries, folder) if folder else entries)
    path.write_bytes(zipped(("fs.tar.gz", gzip.compress(inner))))

    out, report = convert(path, Conversion.UNWRAP)

    assert (report.kind, report.evidence) == (ArchiveKind.FILESYSTEM, Evidence.ROOT_FOLDERS)
    assert report.compression is Compression.NONE
    assert prove_filesystem(io.BytesIO(out)).member_count == 3
    assert out == inner or folder


def test_only_the_compression_of_a_root_file_system_is_taken_off(path: Path) -> None:
    data = builder.root_filesystem()
    path.write_bytes(gzip.compress(data))
    out, report = convert(path, Conversion.DECOMPRESS)
    assert out == data
    assert (report.kind, report.compression) == (ArchiveKind.FILESYSTEM, Compression.NONE)


def test_a_file_with_holes_cannot_move_up(path: Path) -> None:
    hole = builder.link("")
    hole.type, hole.size = b"S", 0
    entries: list[builder.Entry] = [*ROOT.items(), ("bin/hole", hole)]
    path.write_bytes(builder.tar(in_folder(entries)))
    assert failure(path, Conversion.UNWRAP).params["verdict"] == "unknown-content"


@pytest.mark.parametrize(
    ("data", "verdict"),
    [
        (builder.tar([("a", b"no archive")]), "unknown-content"),
        (
            builder.tar([each for each in builder.docker_20(WEB) if "layer.tar" not in each[0]]),
            "layers-missing",
        ),
        (zipped(("a", builder.tar(builder.docker_20(WEB))[:3000])), "damaged"),
        (zipped(("a", gzip.compress(builder.tar(builder.docker_20(WEB)))[:-20])), "damaged"),
    ],
)
def test_what_no_engine_could_use_is_told_before_anything_is_sent(
    path: Path, data: bytes, verdict: str
) -> None:
    path.write_bytes(data)
    error = failure(path, Conversion.UNWRAP)
    assert error.code is ErrorCode.FILE_UNSUITABLE
    assert error.params == {"path": str(path), "verdict": verdict}


def test_an_attack_is_told_with_the_name_of_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(gzip.compress(builder.tar([("a", bytes(100_000))])))
    report = identify(path)
    monkeypatch.setattr(origins, "_FREE_BYTES", 1000)
    monkeypatch.setattr(origins, "_MOST_RATIO", 2)
    for conversion in (Conversion.UNWRAP, Conversion.DECOMPRESS):
        with pytest.raises(HostileArchive) as caught, converted(report, conversion) as stream:
            read_all(stream)
        assert caught.value.params["path"] == str(path)


def test_a_file_that_changes_meanwhile_is_told(path: Path) -> None:
    path.write_bytes(builder.tar(builder.oci_layout(WEB)))
    with converted(identify(path), Conversion.TO_DOCKER_FORM) as stream:
        path.write_bytes(builder.tar([("other", b"x" * 5000)]))
        with pytest.raises(UserFacingError) as caught:
            read_all(stream)
    assert caught.value.code is ErrorCode.FILE_CHANGED


def test_a_disk_that_fails_meanwhile_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        raise OSError(5, "Input/output error")

    path.write_bytes(builder.tar(builder.oci_layout(WEB)))
    with converted(identify(path), Conversion.TO_DOCKER_FORM) as stream:
        monkeypatch.setattr(FileSource, "readinto", fail)
        with pytest.raises(UserFacingError) as caught:
            read_all(stream)
    assert caught.value.code is ErrorCode.FILE_UNREADABLE


def test_what_goes_wrong_with_the_engine_is_no_fault_of_the_file(path: Path) -> None:
    path.write_bytes(zipped(("a", builder.tar(builder.oci_layout(WEB)))))
    for error in (ConnectionResetError(104, "reset"), RuntimeError("a bug"), EOFError()):
        with pytest.raises(type(error)) as caught, converted(identify(path), Conversion.UNWRAP):
            raise error
        assert caught.value is error


def test_a_cancel_ends_the_first_pass_and_the_stream(path: Path) -> None:
    path.write_bytes(builder.tar(builder.oci_layout(WEB)))
    report, token = identify(path), CancelToken()
    with (
        pytest.raises(Cancelled),
        converted(report, Conversion.TO_DOCKER_FORM, cancel=token) as stream,
    ):
        token.cancel()
        read_all(stream)
    with (
        pytest.raises(Cancelled),
        converted(report, Conversion.TO_DOCKER_FORM, cancel=token),
    ):
        pass


def test_a_large_file_takes_little_memory_and_its_first_pass_is_seen(path: Path) -> None:
    noise = random.Random(7).randbytes(48 << 20)
    large = builder.Image(layers=(builder.layer(), noise))
    path.write_bytes(gzip.compress(builder.tar(builder.oci_layout(large, compressed=False)), 1))
    report, seen = identify(path), list[Progress]()
    tracemalloc.start()
    try:
        with converted(report, Conversion.TO_DOCKER_FORM, on_progress=seen.append) as stream:
            told = len(seen)
            out_bytes = _passed(stream)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert out_bytes == stream.size_bytes
    assert peak < 16 << 20
    assert len(seen) == told > 0


def _passed(stream: Source) -> int:
    buffer, passed = memoryview(bytearray(1 << 20)), 0
    while count := stream.readinto(buffer):
        passed += count
    return passed
