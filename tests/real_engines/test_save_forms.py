"""Risk: a compressed file, or one in parts, that the next computer cannot read or load."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from desktop_app.archives import (
    ArchiveKind,
    Compression,
    Level,
    Method,
    complete,
    identify,
    judge,
    verify,
)
from desktop_app.archives.joined_file import open_whole
from desktop_app.archives.parts import part_path
from desktop_app.engine import Engine
from desktop_app.progress import run
from desktop_app.transfers import (
    ExportOptions,
    SaveOptions,
    export_container,
    import_filesystem,
    load_archive,
    save_images,
    save_separately,
)
from tests.helpers.folders import files_in
from tests.real_engines.images import Workshop

pytestmark = pytest.mark.engine_real

_MEGABYTES = 12
_PART_BYTES = 5_000_000
_NAMES = ["shop/large:1", "shop/more:1"]
_TESTS = {
    Compression.GZIP: ("gzip", "--test"),
    Compression.ZSTD: ("zstd", "--test", "--quiet"),
}
_FORMS = {
    f"{compression} {part_bytes}": SaveOptions(
        compression=compression, part_bytes=part_bytes, checksum=True
    )
    for compression in (Compression.NONE, *_TESTS)
    for part_bytes in (None, _PART_BYTES)
}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    return folder / "images.tar"


@pytest.fixture
def configs(workshop: Workshop, tmp_path: Path) -> dict[str, dict[str, object]]:
    """Two images in the engine, and what is to come back of them."""
    workshop.large(_NAMES[0], _MEGABYTES, tmp_path)
    workshop.built_on(_NAMES[0], _NAMES[1], {"more": b"more" * 5000})
    return {name: workshop.config(name) for name in _NAMES}


def plain_where_needed(path: Path, ferry: Engine) -> Path:
    """The file, or what its own program makes of it where the engine does not read it as it is."""
    report = complete(identify(path))
    if judge(report, Method.LOAD, ferry.info).level is not Level.REFUSE:
        return path
    plain = path.parent.parent / "plain.tar"
    with open_whole(path) as packed, plain.open("wb") as file:
        program = _TESTS[report.compression][0]
        command = [program, "--decompress", "--stdout"]
        subprocess.run(command, input=packed.readall(), stdout=file, check=True)
    return plain


@pytest.mark.parametrize("form", _FORMS)
def test_in_every_form_the_images_are_back_as_they_were(
    ferry: Engine,
    workshop: Workshop,
    target: Path,
    configs: dict[str, dict[str, object]],
    form: str,
) -> None:
    saved = run(save_images(ferry, _NAMES, target, _FORMS[form]))

    assert files_in(target.parent) == sorted(path.name for path in saved.files)
    check = ["sha256sum", "--check", "--strict", "--quiet", saved.files[-1].name]
    subprocess.run(check, cwd=target.parent, check=True)
    with open_whole(saved.path) as file:
        data = file.readall()
    assert hashlib.sha256(data).hexdigest() == saved.sha256
    first = identify(saved.path)
    if first.compression in _TESTS:
        subprocess.run(_TESTS[first.compression], input=data, check=True)
    assert first.kind is ArchiveKind.IMAGE_ARCHIVE
    assert sorted(first.names) == _NAMES
    assert run(verify(saved.path)).is_whole

    path = plain_where_needed(saved.path, ferry)
    workshop.empty()
    run(load_archive(ferry, path))
    assert {name: workshop.config(name) for name in _NAMES} == configs


def test_each_image_by_itself_can_be_loaded_alone(
    ferry: Engine, workshop: Workshop, target: Path, configs: dict[str, dict[str, object]]
) -> None:
    options = SaveOptions(compression=Compression.GZIP)
    saved = run(save_separately(ferry, _NAMES, target.parent, options)).saved
    assert files_in(target.parent) == ["shop-large_1.tar.gz", "shop-more_1.tar.gz"]
    path = plain_where_needed(saved[1].path, ferry)
    workshop.empty()
    run(load_archive(ferry, path))
    assert workshop.config(_NAMES[1]) == configs[_NAMES[1]]
    assert len(workshop.names()) == 1


def test_an_export_in_parts_is_imported_by_any_of_them(
    ferry: Engine, workshop: Workshop, target: Path, tmp_path: Path
) -> None:
    workshop.large(_NAMES[0], _MEGABYTES, tmp_path)
    container = workshop.client.create_container(_NAMES[0], ["/wait"])["Id"]
    options = ExportOptions(compression=Compression.GZIP, part_bytes=_PART_BYTES)
    run(export_container(ferry, container, target, options))

    first = identify(part_path(target, 2))
    assert first.kind is ArchiveKind.FILESYSTEM
    run(import_filesystem(ferry, part_path(target, 2), "shop/imported:1"))
    assert "shop/imported:1" in {name for image in ferry.images() for name in image.names} or (
        "localhost/shop/imported:1" in workshop.names()
    )


def test_a_missing_part_is_told_before_a_byte_is_sent(
    ferry: Engine, target: Path, configs: dict[str, dict[str, object]]
) -> None:
    assert configs
    run(save_images(ferry, _NAMES, target, SaveOptions(part_bytes=_PART_BYTES)))
    part_path(target, 2).unlink()
    report = identify(part_path(target, 1))
    verdict = judge(report, Method.LOAD, ferry.info)
    assert (verdict.level, verdict.code) == (Level.REFUSE, "parts-missing")
