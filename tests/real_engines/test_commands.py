"""Risk: the command that people are shown, and copy, is refused by the engine or does less."""

import subprocess
from pathlib import Path

import pytest

from desktop_app.archives import Compression
from desktop_app.engine import Engine
from desktop_app.transfers.commands import Shown, commands_for
from desktop_app.transfers.requests import (
    CheckRequest,
    ExportRequest,
    ImportRequest,
    LoadRequest,
    NameRequest,
    SaveRequest,
    UnnameRequest,
)
from tests.helpers.folders import files_in
from tests.real_engines.images import Workshop

pytestmark = pytest.mark.engine_real


def _type(engine: Engine, *requests: Shown) -> None:
    """What a person does who copies the commands into a terminal."""
    script = commands_for(requests, engine.info).text
    command = ["bash", "-e", "-o", "pipefail", "-c", script]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, f"{script}\n{done.stderr}"


def test_images_are_saved_checked_and_loaded(
    ferry: Engine, workshop: Workshop, tmp_path: Path
) -> None:
    folder = tmp_path / "my stick's"
    folder.mkdir()
    workshop.base("shop/web:1")
    image_id = ferry.image("shop/web:1").image_id
    names = {name.replace("web:1", f"web:{number}") for name in workshop.names() for number in "12"}
    whole = SaveRequest(tuple(sorted(names)), folder / "shop.tar")
    packed = SaveRequest(
        whole.names,
        folder / "packed.tar.zst",
        None,
        Compression.ZSTD,
        part_bytes=500,
        checksum=True,
    )
    _type(ferry, NameRequest(image_id, "shop/web:2"), whole, packed)
    assert {"shop.tar", "packed.tar.zst.001", "packed.tar.zst.sha256"} < set(files_in(folder))
    _type(ferry, CheckRequest(folder / "packed.tar.zst.001"))
    for file in ("shop.tar", "packed.tar.zst.002"):
        workshop.empty()
        _type(ferry, LoadRequest(folder / file))
        assert workshop.names() == names


def test_a_container_is_exported_and_imported(
    ferry: Engine, workshop: Workshop, tmp_path: Path
) -> None:
    workshop.base("shop/web:1")
    container_id = workshop.container("shop/web:1", "web")
    file = tmp_path / "web.tar.gz"
    export = ExportRequest(container_id, "web", file, Compression.GZIP)
    _type(ferry, export, ImportRequest(file, "shop/new:1"))
    (new,) = (name for name in workshop.names() if name.endswith("shop/new:1"))
    (other,) = (name for name in workshop.names() if name != new)
    _type(ferry, NameRequest(ferry.image(new).image_id, "shop/more:1"), UnnameRequest(new))
    assert new not in workshop.names()
    assert {other, new.replace("new", "more")} == workshop.names()


@pytest.mark.parametrize("engine", ["20.10", "podman"], indirect=True)
def test_a_nameless_image_gets_its_name(ferry: Engine, workshop: Workshop, tmp_path: Path) -> None:
    image_id = workshop.nameless()
    file = tmp_path / "nameless.tar"
    workshop.save(image_id, file)
    workshop.empty()
    _type(ferry, LoadRequest(file, {image_id: "shop/found:1"}))
    (name,) = workshop.names()
    assert name.endswith("shop/found:1")
