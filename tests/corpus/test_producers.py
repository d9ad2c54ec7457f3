"""Risk: an archive of a producer that nobody thought of is taken for something else, or for one
with other images in it.

Neither a compression around it nor a wrong extension changes what is found.
"""

from pathlib import Path

import pytest

from desktop_app.archives import Compression, ReportWarning, identify
from tests.corpus.conftest import Made
from tests.corpus.producers import COMPRESSIONS, ENGINES, HAND_MADE, PACKED, PRODUCERS, PROGRAMS
from tests.corpus.specimens import Specimen, found_in

_NEEDS_PROGRAMS = pytest.mark.engine_real
"""What packaging/test.sh installs where engines are wanted."""

_OFFLINE = (
    *(pytest.param(each, id=each.name) for each in (*PRODUCERS, *HAND_MADE)),
    *(pytest.param(each, id=each.name, marks=_NEEDS_PROGRAMS) for each in PROGRAMS),
)
_CHANGED_BY_PACKING = ("no bytes", "no archive", "an archive in a zip", "cut in a member")


@pytest.mark.parametrize("compression", COMPRESSIONS)
@pytest.mark.parametrize("specimen", _OFFLINE)
def test_an_archive_is_known_whatever_is_around_it_and_whatever_it_is_called(
    specimen: Specimen, compression: Compression, made: Made, tmp_path: Path
) -> None:
    path = tmp_path / "archive"
    path.write_bytes(COMPRESSIONS[compression](made(specimen).read_bytes()))
    report = identify(path)
    misnamed = path.rename(tmp_path / "archive.tar.bz2.zip")

    if compression is Compression.NONE or specimen.name not in _CHANGED_BY_PACKING:
        assert found_in(report) == specimen.expected
    assert report.compression is compression
    assert report.complete
    assert found_in(identify(misnamed)) == found_in(report)


@pytest.mark.parametrize("specimen", _OFFLINE)
def test_only_layers_that_were_left_out_have_no_size(specimen: Specimen, made: Made) -> None:
    layers = [layer for image in identify(made(specimen)).images for layer in image.layers]
    missing = [layer for layer in layers if layer.size_bytes is None]
    assert bool(missing) is (ReportWarning.LAYERS_MISSING in specimen.expected.warnings)
    assert all(layer.member for layer in layers)


@pytest.mark.parametrize("specimen", [pytest.param(each, id=each.name) for each in PACKED])
def test_a_compression_in_several_parts_is_one(specimen: Specimen, made: Made) -> None:
    assert found_in(identify(made(specimen))) == specimen.expected


@pytest.mark.engine_real
def test_what_a_real_engine_writes_is_known(written: Specimen, made: Made) -> None:
    assert found_in(identify(made(written))) == written.expected


def test_no_name_is_given_twice() -> None:
    names = [each.name for each in (*PRODUCERS, *HAND_MADE, *PACKED, *PROGRAMS, *ENGINES)]
    assert len(set(names)) == len(names)
