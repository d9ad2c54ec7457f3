"""Risk: a file is sent, to the last byte, to an engine that cannot unpack it or its layers.

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
    Level,
    Method,
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
    REFUSE,
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
    (docker("20.10.24"),    {ZSTD},                    {ZSTD}),
    (docker("22.06.0-beta"), {ZSTD},                   {ZSTD}),
    (docker("23.0.0"),      set(),                     set()),
    (docker("28.5.2"),      set(),                     set()),
    (docker("library-dev"), {ZSTD},                    {ZSTD}),
    (containerd("24.0.9"),  {GZIP, BZIP2, XZ, ZSTD},   set()),
    (containerd("25.0.0"),  set(),                     set()),
    (podman("4.3.1"),       {GZIP},                    {BZIP2, XZ, ZSTD}),
    (podman("4.9.4"),       set(),                     {BZIP2, XZ, ZSTD}),
    (podman("5.4.0"),       set(),                     {BZIP2, XZ, ZSTD}),
]  # fmt: skip


@pytest.mark.parametrize(("info", "loads_not", "imports_not"), UNREADABLE)
def test_a_compression_is_sent_to_engines_that_undo_it(info, loads_not, imports_not) -> None:
    for method, evidence, unreadable in (
        (LOAD, Evidence.DOCKER_MANIFEST, loads_not),
        (IMPORT, Evidence.DOCKERENV, imports_not),
    ):
        refused = {
            compression
            for compression in Compression
            if judge(report(evidence, compression=compression), method, info).code
            is VerdictCode.COMPRESSION_UNREADABLE
        }
        assert refused == unreadable


@pytest.mark.parametrize("method", Method)
def test_what_an_engine_cannot_decompress_can_be_decompressed_for_it(method: Method) -> None:
    evidence = Evidence.DOCKER_MANIFEST if method is LOAD else Evidence.DOCKERENV
    verdict = judge(report(evidence, compression=ZSTD), method, docker("20.10.24"))
    assert (verdict.level, verdict.conversion) == (REFUSE, Conversion.DECOMPRESS)


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize("info", [docker("20.10.24"), containerd("28.5.2"), podman("4.9.4")])
def test_docker_needs_a_program_for_xz(method: Method, info: EngineInfo) -> None:
    evidence = Evidence.DOCKER_MANIFEST if method is LOAD else Evidence.DOCKERENV
    verdict = judge(report(evidence, compression=XZ), method, info)
    if info.is_podman:
        assert verdict.code is not VerdictCode.NEEDS_XZ
        return
    assert (verdict.level, verdict.code) == (WARN, VerdictCode.NEEDS_XZ)
    assert verdict.conversion is Conversion.DECOMPRESS


def packed(compression: Compression, *, is_hard_link: bool = False) -> ArchiveReport:
    layer = ArchivedLayer("sha256:d", "layer.tar", 1, compression, is_hard_link)
    return report(Evidence.DOCKER_MANIFEST, replace(image("a:1"), layers=(layer,)))


LAYERS = [
    # engine                reads not
    (docker("20.10.24"),    {ZSTD}),
    (docker("23.0.0"),      set()),
    (containerd("26.1.5"),  {BZIP2, XZ}),
    (podman("4.3.1"),       set()),
]  # fmt: skip


@pytest.mark.parametrize(("info", "reads_not"), LAYERS)
def test_layers_are_sent_to_engines_that_read_them(info: EngineInfo, reads_not) -> None:
    verdicts = {each: judge(packed(each), LOAD, info) for each in Compression}
    refused = {each for each, verdict in verdicts.items() if verdict.level is REFUSE}
    assert refused == reads_not
    for each in refused:
        assert verdicts[each].code is VerdictCode.LAYERS_UNREADABLE
        assert verdicts[each].conversion is Conversion.TO_DOCKER_FORM


@pytest.mark.parametrize(
    ("info", "level"),
    [(docker("28.5.2"), OK), (containerd("28.5.2"), REFUSE), (podman("4.3.1"), REFUSE)],
)
def test_only_classic_stores_follow_hard_links(info: EngineInfo, level: Level) -> None:
    linked = packed(Compression.NONE, is_hard_link=True)
    assert judge(linked, LOAD, info).level is level
    assert judge(linked, IMPORT, info).code is VerdictCode.IMAGES_NEED_LOAD


def test_podman_needs_no_link_to_a_layer_that_came_with_an_image_before() -> None:
    linked = packed(Compression.NONE, is_hard_link=True)
    (second,) = linked.images
    first = packed(Compression.NONE).images[0]
    both = replace(linked, images=(first, replace(second, names=("b:1",))))
    assert judge(both, LOAD, podman("4.3.1")).level is OK
    assert judge(both, LOAD, containerd("28.5.2")).level is REFUSE
    the_other_way_round = replace(both, images=both.images[::-1])
    assert judge(the_other_way_round, LOAD, podman("4.3.1")).level is REFUSE


@pytest.mark.parametrize(
    ("evidence", "names", "level"),
    [
        (Evidence.OCI_INDEX, ["a:1"], OK),
        (Evidence.DOCKER_MANIFEST_AND_OCI, ["a:1"], OK),
        (Evidence.DOCKER_MANIFEST_AND_OCI, ["a:1", "b:1"], REFUSE),  # taken by its manifest.json
        (Evidence.DOCKER_MANIFEST, ["a:1"], REFUSE),
    ],
)
def test_podman_of_debian_12_reads_gzip_around_a_layout(evidence, names, level: Level) -> None:
    found = report(evidence, *map(image, names), compression=GZIP)
    assert judge(found, LOAD, podman("4.3.1")).level is level
    assert judge(found, LOAD, podman("4.9.4")).level is OK


def test_containerd_does_not_find_its_way_on_odd_paths() -> None:
    found = report(Evidence.DOCKER_MANIFEST, replace(image("a:1"), has_odd_paths=True))
    assert judge(found, LOAD, docker("28.5.2")).level is OK
    assert judge(found, LOAD, podman("4.3.1")).level is OK
    verdict = judge(found, LOAD, containerd("28.5.2"))
    assert (verdict.level, verdict.code) == (REFUSE, VerdictCode.LAYERS_UNREADABLE)
    assert verdict.conversion is Conversion.TO_DOCKER_FORM


def test_podman_takes_an_empty_frame_for_no_compression() -> None:
    found = report(warnings=(ReportWarning.EMPTY_FRAME,), compression=ZSTD)
    assert judge(found, LOAD, docker("28.5.2")).level is OK
    assert judge(found, LOAD, containerd("28.5.2")).level is OK
    verdict = judge(found, LOAD, podman("5.0.0"))
    assert (verdict.level, verdict.code) == (REFUSE, VerdictCode.COMPRESSION_UNREADABLE)
    assert verdict.conversion is Conversion.DECOMPRESS
