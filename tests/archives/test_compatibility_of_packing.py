"""Risk: a file goes, to the last byte and as it is, to an engine that cannot unpack it.

The tables are the specification; what engines do stands in them as it was seen on real ones.
"""

from dataclasses import replace

import pytest

from desktop_app.archives import (
    ArchivedLayer,
    ArchiveReport,
    Compression,
    Conversion,
    Evidence,
    ReportWarning,
    VerdictCode,
    judge,
)
from desktop_app.engine_info import EngineInfo
from tests.archives.judging import (
    BZIP2,
    GZIP,
    IMPORT,
    LOAD,
    OK,
    WARN,
    XZ,
    ZSTD,
    containerd,
    docker,
    image,
    podman,
    report,
)

UNREADABLE = [
    # engine                loads not                  imports not
    (docker("20.10.24"),    {ZSTD, XZ},                {ZSTD, XZ}),
    (docker("22.06.0-beta"), {ZSTD, XZ},               {ZSTD, XZ}),
    (docker("23.0.0"),      {XZ},                      {XZ}),
    (docker("28.5.2"),      {XZ},                      {XZ}),
    (docker("library-dev"), {ZSTD, XZ},                {ZSTD, XZ}),
    (containerd("24.0.9"),  {GZIP, BZIP2, XZ, ZSTD},   {XZ}),
    (containerd("25.0.0"),  {XZ},                      {XZ}),
    (podman("4.3.1"),       {GZIP},                    {BZIP2, XZ, ZSTD}),
    (podman("4.9.4"),       set(),                     {BZIP2, XZ, ZSTD}),
    (podman("5.4.0"),       set(),                     {BZIP2, XZ, ZSTD}),
]  # fmt: skip
"""Docker calls a program for xz, which may not be there; Podman has it built in."""


@pytest.mark.parametrize(("info", "loads_not", "imports_not"), UNREADABLE)
def test_a_compression_is_taken_off_for_engines_that_do_not_undo_it(
    info: EngineInfo, loads_not, imports_not
) -> None:
    for method, evidence, unreadable in (
        (LOAD, Evidence.DOCKER_MANIFEST, loads_not),
        (IMPORT, Evidence.DOCKERENV, imports_not),
    ):
        verdicts = {
            compression: judge(report(evidence, compression=compression), method, info)
            for compression in Compression
        }
        taken_off = {each for each, verdict in verdicts.items() if verdict.conversion}
        assert taken_off == unreadable
        for compression, verdict in verdicts.items():
            assert (verdict.level, verdict.code) == (OK, VerdictCode.FITS)
            assert verdict.conversion in (None, Conversion.DECOMPRESS), compression


def test_a_compression_is_taken_off_where_a_useless_import_is_wanted_all_the_same() -> None:
    verdict = judge(report(compression=ZSTD), IMPORT, docker("20.10.24"))
    assert (verdict.level, verdict.code) == (WARN, VerdictCode.IMAGES_NEED_LOAD)
    assert verdict.conversion is Conversion.DECOMPRESS


def packed(compression: Compression, *, is_hard_link: bool = False) -> ArchiveReport:
    layer = ArchivedLayer("sha256:d", "layer.tar", 1, compression, is_hard_link)
    return report(Evidence.DOCKER_MANIFEST, replace(image("a:1"), layers=(layer,)))


LAYERS = [
    # engine                reads not
    (docker("20.10.24"),    {ZSTD, XZ}),
    (docker("23.0.0"),      {XZ}),
    (containerd("26.1.5"),  {BZIP2, XZ}),
    (podman("4.3.1"),       set()),
]  # fmt: skip


@pytest.mark.parametrize(("info", "reads_not"), LAYERS)
def test_layers_are_repacked_for_engines_that_do_not_read_them(info: EngineInfo, reads_not) -> None:
    repacked = {each for each in Compression if is_rewritten(packed(each), info)}
    assert repacked == reads_not


def is_rewritten(found: ArchiveReport, info: EngineInfo) -> bool:
    verdict = judge(found, LOAD, info)
    assert (verdict.level, verdict.code) == (OK, VerdictCode.FITS)
    assert verdict.conversion in (None, Conversion.TO_DOCKER_FORM)
    return verdict.conversion is not None


@pytest.mark.parametrize(
    ("info", "is_needed"),
    [(docker("28.5.2"), False), (containerd("28.5.2"), True), (podman("4.3.1"), True)],
)
def test_only_classic_stores_follow_hard_links(info: EngineInfo, is_needed: bool) -> None:
    linked = packed(Compression.NONE, is_hard_link=True)
    assert is_rewritten(linked, info) is is_needed
    assert judge(linked, IMPORT, info).code is VerdictCode.IMAGES_NEED_LOAD


def test_podman_needs_no_link_to_a_layer_that_came_with_an_image_before() -> None:
    linked = packed(Compression.NONE, is_hard_link=True)
    (second,) = linked.images
    first = packed(Compression.NONE).images[0]
    both = replace(linked, images=(first, replace(second, names=("b:1",))))
    assert not is_rewritten(both, podman("4.3.1"))
    assert is_rewritten(both, containerd("28.5.2"))
    the_other_way_round = replace(both, images=both.images[::-1])
    assert is_rewritten(the_other_way_round, podman("4.3.1"))


@pytest.mark.parametrize(
    ("evidence", "names", "reads"),
    [
        (Evidence.OCI_INDEX, ["a:1"], True),
        (Evidence.DOCKER_MANIFEST_AND_OCI, ["a:1"], True),
        (Evidence.DOCKER_MANIFEST_AND_OCI, ["a:1", "b:1"], False),  # taken by its manifest.json
        (Evidence.DOCKER_MANIFEST, ["a:1"], False),
    ],
)
def test_podman_of_debian_12_reads_gzip_around_a_layout(evidence, names, reads: bool) -> None:
    found = report(evidence, *map(image, names), compression=GZIP)
    verdict = judge(found, LOAD, podman("4.3.1"))
    assert (verdict.level, verdict.conversion) == (OK, None if reads else Conversion.DECOMPRESS)
    assert judge(found, LOAD, podman("4.9.4")).conversion is None


def test_containerd_does_not_find_its_way_on_odd_paths() -> None:
    found = report(Evidence.DOCKER_MANIFEST, replace(image("a:1"), has_odd_paths=True))
    assert not is_rewritten(found, docker("28.5.2"))
    assert not is_rewritten(found, podman("4.3.1"))
    assert is_rewritten(found, containerd("28.5.2"))


def test_podman_takes_an_empty_frame_for_no_compression() -> None:
    found = report(warnings=(ReportWarning.EMPTY_FRAME,), compression=ZSTD)
    assert judge(found, LOAD, docker("28.5.2")).conversion is None
    assert judge(found, LOAD, containerd("28.5.2")).conversion is None
    verdict = judge(found, LOAD, podman("5.0.0"))
    assert (verdict.level, verdict.conversion) == (OK, Conversion.DECOMPRESS)
