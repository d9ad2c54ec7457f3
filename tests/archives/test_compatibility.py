"""Risk: the wrong method goes ahead, the right one is refused, or an engine cannot use a file.

The tables are the specification; what engines do stands in them as it was seen on real ones.
"""

from dataclasses import replace

import pytest

from desktop_app.archives import (
    ArchiveKind,
    Conversion,
    Evidence,
    Method,
    ReportWarning,
    VerdictCode,
    judge,
)
from tests.archives.judging import (
    ENGINE,
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

BY_CONTENT = {
    # evidence                         load                               import
    Evidence.DOCKER_MANIFEST:         ("ok fits",                        "warn images-need-load"),
    Evidence.DOCKER_MANIFEST_AND_OCI: ("ok fits",                        "warn images-need-load"),
    Evidence.LEGACY_REPOSITORIES:     ("ok fits",                        "warn images-need-load"),
    Evidence.IMAGE_PARTS:             ("ok fits",                        "warn images-need-load"),
    Evidence.OCI_INDEX:               ("ok fits",                        "warn images-need-load"),
    Evidence.DOCKERENV:               ("refuse filesystem-needs-import", "ok fits"),
    Evidence.CONTAINERENV:            ("refuse filesystem-needs-import", "ok fits"),
    Evidence.ROOT_FOLDERS:            ("refuse filesystem-needs-import", "ok fits"),
    Evidence.NO_BYTES:                ("refuse empty",                   "refuse empty"),
    Evidence.NO_MEMBERS:              ("refuse empty",                   "refuse empty"),
    Evidence.CUT_SHORT:               ("refuse damaged",                 "refuse damaged"),
    Evidence.BAD_HEADER:              ("refuse damaged",                 "refuse damaged"),
    Evidence.BAD_METADATA:            ("refuse damaged",                 "refuse damaged"),
    Evidence.BAD_COMPRESSION:         ("refuse damaged",                 "refuse damaged"),
    Evidence.ZIP:                     ("ok fits",                        "ok fits"),
    Evidence.WRAPPED:                 ("ok fits",                        "ok fits"),
    Evidence.DOCKER_DIR:              ("refuse unknown-content",         "refuse unknown-content"),
    Evidence.UNKNOWN_TAR:             ("refuse unknown-content",         "warn unknown-content"),
    Evidence.PARTS_MISSING:           ("refuse parts-missing",           "refuse parts-missing"),
    Evidence.NOT_AN_ARCHIVE:          ("refuse not-an-archive",          "refuse not-an-archive"),
}  # fmt: skip
OTHER_METHOD = {"images-need-load": LOAD, "filesystem-needs-import": IMPORT}


@pytest.mark.parametrize("evidence", Evidence)
def test_content_decides_first_what_a_method_does_with_a_file(evidence: Evidence) -> None:
    for method, words in zip((LOAD, IMPORT), BY_CONTENT[evidence], strict=True):
        verdict = judge(report(evidence), method, docker("28.5.2"))
        if evidence is Evidence.OCI_INDEX:
            verdict = judge(report(evidence), method, containerd("28.5.2"))
        assert f"{verdict.level} {verdict.code}" == words
        assert verdict.suggested_method is OTHER_METHOD.get(verdict.code)


@pytest.mark.parametrize("kind", [ArchiveKind.UPDATE_PACK, ArchiveKind.ARCHIVE_PART])
@pytest.mark.parametrize("method", Method)
def test_what_nothing_writes_yet_goes_nowhere(kind: ArchiveKind, method: Method) -> None:
    verdict = judge(replace(report(Evidence.UNKNOWN_TAR), kind=kind), method, ENGINE)
    assert verdict.level is REFUSE


FORMS = [
    # form                            engine                is rewritten
    (Evidence.DOCKER_MANIFEST,         docker("20.10.24"),   False),
    (Evidence.DOCKER_MANIFEST,         containerd("29.0.0"), False),
    (Evidence.DOCKER_MANIFEST,         podman("4.3.1"),      False),
    (Evidence.DOCKER_MANIFEST_AND_OCI, docker("20.10.24"),   False),
    (Evidence.DOCKER_MANIFEST_AND_OCI, podman("4.3.1"),      False),
    (Evidence.LEGACY_REPOSITORIES,     docker("20.10.24"),   True),
    (Evidence.LEGACY_REPOSITORIES,     docker("29.0.0"),     True),
    (Evidence.LEGACY_REPOSITORIES,     containerd("28.5.2"), True),
    (Evidence.LEGACY_REPOSITORIES,     podman("4.3.1"),      True),
    (Evidence.OCI_INDEX,               docker("20.10.24"),   True),
    (Evidence.OCI_INDEX,               docker("29.0.0"),     True),
    (Evidence.OCI_INDEX,               containerd("26.1.5"), False),
    (Evidence.OCI_INDEX,               podman("4.3.1"),      False),
]  # fmt: skip


@pytest.mark.parametrize(("evidence", "info", "is_rewritten"), FORMS)
def test_a_form_is_rewritten_for_engines_that_do_not_read_it(evidence, info, is_rewritten) -> None:
    verdict = judge(report(evidence), LOAD, info)
    assert (verdict.level, verdict.code) == (OK, VerdictCode.FITS)
    assert verdict.conversion is (Conversion.TO_DOCKER_FORM if is_rewritten else None)


@pytest.mark.parametrize("evidence", [Evidence.ZIP, Evidence.WRAPPED])
@pytest.mark.parametrize("method", Method)
def test_what_is_packed_once_more_is_unwrapped(evidence: Evidence, method: Method) -> None:
    assert judge(report(evidence), method, ENGINE).conversion is Conversion.UNWRAP


@pytest.mark.parametrize(
    ("kind", "loads", "imports"),
    [
        (ArchiveKind.IMAGE_ARCHIVE, "ok fits", "warn images-need-load"),
        (ArchiveKind.FILESYSTEM, "refuse filesystem-needs-import", "ok fits"),
    ],
)
def test_what_is_known_to_be_inside_decides_before_it_is_unwrapped(kind, loads, imports) -> None:
    seen = replace(report(Evidence.ZIP), kind=kind)
    for method, words in ((LOAD, loads), (IMPORT, imports)):
        verdict = judge(seen, method, ENGINE)
        assert f"{verdict.level} {verdict.code}" == words
        assert verdict.conversion is (None if verdict.level is REFUSE else Conversion.UNWRAP)


@pytest.mark.parametrize(
    ("images", "conversion"),
    [
        ([image("a:1")], None),
        ([image("a:1"), image("a:1", architecture="arm64")], None),
        ([image("a:1"), image("a:1", architecture="arm64"), image("b:1")], Conversion.ONE_PLATFORM),
        ([image("a:1", "a:2")], Conversion.TO_DOCKER_FORM),
        ([image("a:1"), image("b:1")], Conversion.TO_DOCKER_FORM),
        ([image(), image()], Conversion.TO_DOCKER_FORM),
    ],
)
def test_podman_reads_one_name_of_an_oci_layout_and_no_more(images, conversion) -> None:
    found = report(Evidence.OCI_INDEX, *images)
    assert judge(found, LOAD, podman("5.0.0")).conversion is conversion
    assert judge(found, LOAD, containerd("28.5.2")).conversion is None


AMBIGUOUS = [
    # what it says twice            classic   containerd  podman
    (ReportWarning.INDEX_DISAGREES, ("fits", "ambiguous", "ambiguous")),
    (ReportWarning.REPEATED,        ("fits", "fits",      "ambiguous")),
]  # fmt: skip


@pytest.mark.parametrize(("warning", "codes"), AMBIGUOUS)
def test_other_images_than_those_shown_are_not_loaded(warning, codes) -> None:
    found = report(Evidence.DOCKER_MANIFEST_AND_OCI, warnings=(warning,))
    engines = (docker("28.5.2"), containerd("28.5.2"), podman("4.3.1"))
    verdicts = [judge(found, LOAD, info) for info in engines]
    assert tuple(verdict.code for verdict in verdicts) == codes
    for verdict in verdicts:
        is_warned = verdict.level is WARN
        assert verdict.conversion is (Conversion.TO_DOCKER_FORM if is_warned else None)
    assert judge(found, IMPORT, podman("4.3.1")).code is VerdictCode.IMAGES_NEED_LOAD


def test_an_archive_without_its_layers_is_not_loaded() -> None:
    incomplete = report(warnings=(ReportWarning.LAYERS_MISSING,))
    assert judge(incomplete, LOAD, ENGINE).code is VerdictCode.LAYERS_MISSING
    assert judge(incomplete, IMPORT, ENGINE).code is VerdictCode.IMAGES_NEED_LOAD


@pytest.mark.parametrize(
    "warning",
    [ReportWarning.NAMELESS, ReportWarning.TRAILING_DATA, ReportWarning.NO_END_MARKER],
)
def test_what_is_odd_but_usable_is_loaded(warning: ReportWarning) -> None:
    assert judge(report(warnings=(warning,)), LOAD, ENGINE).level is OK


def test_nameless_images_are_given_names_unless_they_would_be_other_images_then() -> None:
    nameless = report(warnings=(ReportWarning.NAMELESS,))
    for found in (nameless, replace(nameless, compression=XZ)):
        for info in (docker("28.5.2"), podman("4.3.1")):
            verdict = judge(found, LOAD, info)
            assert (verdict.level, verdict.conversion) == (OK, Conversion.GIVE_NAMES)
    assert judge(nameless, LOAD, containerd("28.5.2")).conversion is None
    assert judge(nameless, IMPORT, ENGINE).conversion is None


@pytest.mark.parametrize("kind", [Evidence.IMAGE_PARTS, Evidence.ROOT_FOLDERS])
def test_a_file_of_which_only_the_beginning_is_known_is_judged_by_its_kind(kind: Evidence) -> None:
    unread = replace(report(kind), images=(), complete=False, compression=ZSTD)
    method = IMPORT if kind is Evidence.ROOT_FOLDERS else LOAD
    assert judge(unread, method, docker("28.5.2")).code is VerdictCode.FITS
    assert judge(unread, method, docker("20.10.24")).conversion is Conversion.DECOMPRESS


PLATFORMS = [
    # engine                architectures         verdict
    (containerd("28.5.2"),  ("amd64", "arm64"),  "fits"),
    (containerd("28.5.2"),  ("arm64", "s390x"),  "other-processor"),
    (podman("5.0.0"),       ("amd64", "arm64"),  "one-platform-only"),
    (podman("5.0.0"),       ("arm64", "s390x"),  "platform-missing"),
    (podman("5.0.0"),       ("arm64",),          "other-processor"),
    (docker("28.5.2"),      ("amd64", "arm64"),  "one-platform-only"),
    (docker("28.5.2"),      ("arm64", "s390x"),  "platform-missing"),
]  # fmt: skip


@pytest.mark.parametrize(("info", "architectures", "code"), PLATFORMS)
def test_of_several_platforms_each_engine_gets_its_own(info, architectures, code) -> None:
    images = [image("a:1", architecture=each) for each in architectures]
    verdict = judge(report(Evidence.OCI_INDEX, *images), LOAD, info)
    assert verdict.code == code
    assert verdict.level is (OK if code == "fits" else WARN)
    chooses_itself = info.is_podman and code == "one-platform-only"
    needs_choice = code in ("one-platform-only", "platform-missing") and not chooses_itself
    assert verdict.conversion is (Conversion.ONE_PLATFORM if needs_choice else None)


def test_of_what_is_packed_once_more_one_platform_comes_too() -> None:
    images = [image("a:1", architecture=each) for each in ("amd64", "arm64")]
    wrapped = replace(report(Evidence.DOCKER_MANIFEST, *images), evidence=Evidence.WRAPPED)
    verdict = judge(wrapped, LOAD, containerd("28.5.2"))
    assert (verdict.code, verdict.conversion) == (
        VerdictCode.ONE_PLATFORM_ONLY,
        Conversion.UNWRAP,
    )


def test_an_image_for_two_systems_is_for_both() -> None:
    both = report(Evidence.OCI_INDEX, image("a:1", os="windows"), image("a:1"))
    assert judge(both, LOAD, containerd("28.5.2")).code is VerdictCode.FITS


def test_names_that_podman_makes_longer_replace_the_longer_ones() -> None:
    short = replace(image("a:1", "b:1"), short_names=frozenset({"a:1"}))
    found = report(Evidence.DOCKER_MANIFEST, short)
    verdict = judge(found, LOAD, podman("4.3.1"), {"a:1", "localhost/a:1", "b:1"})
    assert verdict.replaced_names == ("localhost/a:1", "b:1")


def test_names_are_replaced_as_a_conversion_writes_them() -> None:
    short = replace(image("a:1"), short_names=frozenset({"a:1"}))
    found = report(Evidence.DOCKER_MANIFEST, short, warnings=(ReportWarning.REPEATED,))
    verdict = judge(found, LOAD, podman("4.3.1"), {"a:1", "localhost/a:1"})
    assert verdict.replaced_names == ("a:1",)
    assert verdict.conversion is Conversion.TO_DOCKER_FORM


def test_images_of_another_system_are_not_loaded() -> None:
    windows = report(Evidence.DOCKER_MANIFEST, image("a:1"), image("b:1", os="windows"))
    assert judge(windows, LOAD, ENGINE).code is VerdictCode.OTHER_SYSTEM
    linux = report()
    assert judge(linux, LOAD, replace(ENGINE, os="windows")).code is VerdictCode.OTHER_SYSTEM


@pytest.mark.parametrize(
    ("architecture", "code"), [("amd64", "fits"), ("", "fits"), ("arm64", "other-processor")]
)
def test_images_for_another_processor_are_loaded_with_a_warning(architecture, code) -> None:
    foreign = report(Evidence.DOCKER_MANIFEST, image("a:1", architecture=architecture))
    verdict = judge(foreign, LOAD, ENGINE)
    assert verdict.code == code
    assert verdict.level is (OK if code == "fits" else WARN)


def test_names_that_other_images_will_lose_are_told_before_anything_else() -> None:
    foreign = image("a:1", "a:2", architecture="arm64")
    found = report(Evidence.DOCKER_MANIFEST, foreign, image("b:1"))
    verdict = judge(found, LOAD, ENGINE, {"a:2", "b:1", "c:1"})
    assert (verdict.level, verdict.code) == (WARN, VerdictCode.REPLACES_NAMES)
    assert verdict.replaced_names == ("a:2", "b:1")
    assert judge(found, IMPORT, ENGINE, {"a:2"}).replaced_names == ()


def test_what_is_refused_stays_refused_whatever_else_there_is_to_say() -> None:
    found = report(Evidence.OCI_INDEX, image("a:1", os="windows"))
    verdict = judge(found, LOAD, docker("28.5.2"), {"a:1"})
    assert (verdict.level, verdict.conversion) == (REFUSE, None)
