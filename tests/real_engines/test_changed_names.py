"""Risk: an image that is loaded under another name takes the old one from whoever has it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.engine import Engine
from desktop_app.errors import ErrorCode
from desktop_app.progress import run
from desktop_app.transfers import LoadOptions, load_archive
from tests.archives import builder
from tests.archives.builder import Image
from tests.real_engines.images import Workshop, files_tar
from tests.real_engines.jobs import failure_of
from tests.real_engines.programs import DONE, WAIT

pytestmark = pytest.mark.engine_real

_PROGRAMS = files_tar({"done": DONE, "wait": WAIT})
_NEW = Image(("registry.example/web:1", "registry.example/web:2"), (_PROGRAMS,))
_KEPT = "registry.example/web:1"
_OTHER = "registry.example/web:new"


@pytest.mark.parametrize("form", [builder.docker_20, builder.docker_25, builder.oci_layout])
def test_the_name_in_the_engine_stays_where_it_is(
    ferry: Engine,
    workshop: Workshop,
    tmp_path: Path,
    form: Callable[..., list[builder.Entry]],
) -> None:
    workshop.base(_KEPT)
    owner = workshop.image_id(_KEPT)
    path = tmp_path / "a.tar"
    path.write_bytes(builder.tar(form(_NEW)))

    (loaded,) = run(load_archive(ferry, path, LoadOptions({_KEPT: _OTHER}))).images

    assert loaded.names == (_OTHER, "registry.example/web:2")
    assert workshop.image_id(_KEPT) == owner
    assert workshop.names() == {_KEPT, *loaded.names}
    assert ferry.image(_OTHER).diff_ids == tuple(_NEW.diff_ids)
    assert workshop.container(_OTHER, "new", "running")


@pytest.mark.parametrize("form", [builder.docker_20, builder.docker_25])
def test_a_name_that_was_taken_meanwhile_is_not_moved_unasked(
    ferry: Engine, workshop: Workshop, tmp_path: Path, form: Callable[..., list[builder.Entry]]
) -> None:
    workshop.base(_KEPT)
    owner = workshop.image_id(_KEPT)
    path = tmp_path / "a.tar"
    path.write_bytes(builder.tar(form(_NEW)))

    error = failure_of(load_archive(ferry, path, LoadOptions(movable_names=frozenset())))
    assert error.code is ErrorCode.NAME_TAKEN
    assert workshop.names() == {_KEPT}
    assert workshop.image_id(_KEPT) == owner

    for movable in ({_KEPT}, set[str]()):  # the second time the names are its own
        run(load_archive(ferry, path, LoadOptions(movable_names=frozenset(movable))))
        assert workshop.image_id(_KEPT) != owner
        assert set(_NEW.names) <= workshop.names()
