"""Risk: a damaged file passes for whole, or a whole one for damaged, or the check never ends."""

import bz2
import gzip
import io
import lzma
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.archives import verification
from desktop_app.archives.checks.findings import Finding, FindingCode, Severity
from desktop_app.archives.content import content_of
from desktop_app.archives.report import (
    ArchivedImage,
    ArchiveKind,
    ArchiveReport,
    Compression,
    Depth,
    Evidence,
    HostileArchive,
    HostileReason,
    VerificationReport,
)
from desktop_app.archives.survey import survey
from desktop_app.archives.tar_reader import TarReader
from desktop_app.archives.verification import verify
from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress, run
from tests.archives import builder
from tests.archives.builder import Entry, Image, files, tar
from tests.archives.checking import WEB, checked, codes, docker, findings, layout, one_bit_off

TWO = (WEB, Image(("shop/db:2",), (builder.layer("a"), builder.layer("b"), builder.layer("a"))))
LAYOUTS = {
    "docker 20": builder.docker_20(*TWO),
    "docker 25": builder.docker_25(*TWO),
    "containerd": builder.containerd(WEB),
    "podman": builder.podman(*TWO),
    "crane": builder.crane(*TWO),
    "jib": builder.jib(WEB),
    "oci": builder.oci_layout(*TWO),
    "legacy": builder.legacy(),
}
PACKERS: dict[Compression, Callable[[bytes], bytes]] = {
    Compression.NONE: bytes,
    Compression.GZIP: gzip.compress,
    Compression.BZIP2: bz2.compress,
    Compression.XZ: lzma.compress,
    Compression.ZSTD: zstandard.compress,
}
REMARKS = {
    "containerd": [FindingCode.PLATFORMS_ABSENT],
    "legacy": [FindingCode.NO_DIGESTS],
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.tar"


@pytest.mark.parametrize("depth", Depth)
@pytest.mark.parametrize("compression", PACKERS)
@pytest.mark.parametrize("form", LAYOUTS)
def test_a_whole_archive_of_any_form_is_whole(form: str, compression, depth, path: Path) -> None:
    report = checked(path, PACKERS[compression](tar(LAYOUTS[form])), depth)
    assert [finding.code for finding in report.findings] == REMARKS.get(form, [])
    assert report.is_whole
    assert report.report.compression is compression
    assert (report.path, report.depth) == (path, depth)
    assert report.report.images


@pytest.mark.parametrize("form", LAYOUTS)
def test_a_check_says_of_the_file_what_identification_says(form: str, path: Path) -> None:
    data = tar(LAYOUTS[form])
    content = content_of(survey(TarReader(io.BytesIO(data)), lambda: None), is_followed=False)
    report = checked(path, data).report
    assert (report.kind, report.evidence) == (content.kind, content.evidence)
    assert (report.images, report.warnings) == (content.images, content.warnings)


SMALL = 4 << 10
"""Attestations are checked, and no images to be identified."""


@pytest.mark.parametrize("form", LAYOUTS)
def test_what_can_be_identified_is_not_too_much_work_to_check(
    form: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = survey(TarReader(io.BytesIO(tar(LAYOUTS[form]))), lambda: None)
    content_of(found, is_followed=False)
    monkeypatch.setattr("desktop_app.archives.survey._MOST_EFFORT", found._effort + SMALL)
    assert checked(path, tar(LAYOUTS[form])).is_whole


def test_a_root_file_system_is_checked_for_its_structure_and_that_is_said(path: Path) -> None:
    report = checked(path, builder.root_filesystem())
    assert report.findings == (Finding(FindingCode.NO_DIGESTS),)
    assert report.is_whole
    assert report.report.kind is ArchiveKind.FILESYSTEM


OTHERS = {
    "no bytes": (b"", FindingCode.NO_BYTES),
    "no members": (tar([]), FindingCode.NO_MEMBERS),
    "no images": (tar([("manifest.json", b"[]")]), FindingCode.NO_IMAGES),
    "an index of nothing": (
        tar(
            [("oci-layout", b'{"imageLayoutVersion":"1.0.0"}'), ("index.json", b'{"manifests":[]}')]
        ),
        FindingCode.NO_IMAGES,
    ),
    "one folder around": (
        tar([(f"top/{name}", data) for name, data in LAYOUTS["docker 25"]]),
        FindingCode.PACKED_AGAIN,
    ),
    "other files": (tar([("a.txt", b"a"), ("b.txt", b"b")]), FindingCode.NO_IMAGES),
    "text": (b"hello " * 300, FindingCode.NOT_AN_ARCHIVE),
    "compressed text": (gzip.compress(b"hello " * 300), FindingCode.NOT_AN_ARCHIVE),
    "zip": (builder.zipped("a.tar", tar(LAYOUTS["docker 25"])), FindingCode.PACKED_AGAIN),
    "other zip": (builder.zipped("a.txt", b"a"), FindingCode.NOT_AN_ARCHIVE),
}


@pytest.mark.parametrize("depth", Depth)
@pytest.mark.parametrize("other", OTHERS)
def test_what_is_no_archive_of_images_is_said_and_no_error(other: str, depth, path: Path) -> None:
    data, code = OTHERS[other]
    report = checked(path, data, depth)
    assert [finding.code for finding in report.findings] == [code]
    assert not report.is_whole


def borders(data: bytes) -> Iterator[int]:
    """Where members begin, and where the last one ends."""
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        for member in archive:
            yield member.offset
            yield member.offset_data
            yield member.offset_data + -(-member.size // 512) * 512


@pytest.mark.parametrize("compression", [Compression.NONE, Compression.ZSTD])
@pytest.mark.parametrize("form", [*LAYOUTS, "file system"])
def test_a_file_cut_at_any_border_of_its_members_is_found_quickly(
    form: str, compression, path: Path
) -> None:
    data = builder.root_filesystem() if form == "file system" else tar(LAYOUTS[form])
    ends = sorted(set(borders(data)))
    for end in [*ends, ends[-1] + 512]:
        report = checked(path, PACKERS[compression](data[:end]), Depth.QUICK)
        assert not report.is_whole, end


WHOLE = tar(LAYOUTS["oci"])
BORDER = sorted(set(borders(WHOLE)))[2]
END = max(borders(WHOLE))
DAMAGES = {
    "cut in a member": (WHOLE[: BORDER - 100], [FindingCode.CUT_SHORT]),
    "cut between two": (WHOLE[:BORDER], [FindingCode.NO_END_MARKER, FindingCode.CUT_SHORT]),
    "gzip cut": (gzip.compress(WHOLE)[:-30], [FindingCode.BAD_COMPRESSION]),
    "gzip's own sum": (gzip.compress(WHOLE)[:-8] + bytes(8), [FindingCode.BAD_COMPRESSION]),
    "other data": (WHOLE[:BORDER] + b"x" * 512, [FindingCode.BAD_HEADER]),
    "an error behind it": (WHOLE + b"no space left", [FindingCode.TRAILING_DATA]),
    "no mark": (WHOLE[:END], [FindingCode.NO_END_MARKER]),
    "half a mark": (WHOLE[: END + 512], [FindingCode.NO_END_MARKER]),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_wrong_with_the_file_itself_is_told(damage: str, path: Path) -> None:
    data, expected = DAMAGES[damage]
    report = checked(path, data)
    assert [finding.code for finding in report.findings] == expected
    assert not report.is_whole


def test_a_cut_is_told_with_the_member_that_it_went_through(path: Path) -> None:
    name = LAYOUTS["oci"][0][0]
    assert checked(path, tar(LAYOUTS["oci"])[:600]).findings == (
        Finding(FindingCode.CUT_SHORT, name),
    )


WITHOUT_A_WITNESS = {"jib": {"config.json"}}
"""Nothing in such an archive says what these should be."""
LISTS = {"manifest.json", "index.json", "repositories", "oci-layout"}


@pytest.mark.parametrize("form", [form for form in LAYOUTS if form != "legacy"])
def test_one_wrong_bit_in_any_layer_configuration_or_manifest_is_found(
    form: str, path: Path
) -> None:
    entries = files(LAYOUTS[form])
    parts = [name for name in entries if name not in LISTS | WITHOUT_A_WITNESS.get(form, set())]
    parts = [name for name in parts if not name.endswith(("/json", "/VERSION"))]
    assert parts
    for name in parts:
        data = entries[name]
        for position in range(0, len(data), max(1, len(data) // 40)):
            changed = entries | {name: one_bit_off(data, position, position % 7)}
            report = checked(path, tar(linked(form, changed)))
            assert not report.is_whole, (name, position)


@pytest.mark.parametrize("form", [form for form in LAYOUTS if form != "legacy"])
def test_one_wrong_bit_in_a_list_is_found_or_there_is_nobody_to_ask(form: str, path: Path) -> None:
    """Alone in its archive, a list may call an image whatever it likes."""
    entries = files(LAYOUTS[form])
    images = [unnamed(image) for image in checked(path, tar(LAYOUTS[form])).report.images]
    for name in LISTS & set(entries):
        for position in range(0, len(entries[name]), 2):
            changed = entries | {name: one_bit_off(entries[name], position, position % 3)}
            report = checked(path, tar(linked(form, changed)))
            is_found = [each.code for each in report.findings] != REMARKS.get(form, [])
            assert is_found or [unnamed(each) for each in report.report.images] == images


def layers_of(image: ArchivedImage) -> tuple[object, ...]:
    return image.layers


def unnamed(image: ArchivedImage) -> tuple[object, ...]:
    return (image.config_digest, image.layers, image.platform)


def linked(form: str, entries: dict[str, bytes]) -> list[Entry]:
    """Members with the links between them, which are no files."""
    links = [entry for entry in LAYOUTS[form] if not isinstance(entry[1], bytes)]
    return [*links, *entries.items()]


@pytest.mark.parametrize("form", ["docker 25", "containerd"])
def test_a_name_that_only_one_of_two_lists_has_is_found(form: str, path: Path) -> None:
    entries = files(LAYOUTS[form])
    for name in ("manifest.json", "index.json"):
        changed = entries | {name: entries[name].replace(b"shop/web:1", b"shop/evil:1")}
        found = findings(path, changed.items())
        assert (FindingCode.INDEX_DISAGREES, "shop/web:1") in found
        assert (FindingCode.INDEX_DISAGREES, "shop/evil:1") in found


def test_quick_does_not_read_layers_and_full_does(path: Path) -> None:
    image = Image(layers=(builder.tar([("big", bytes(5 << 20))]),))
    entries = docker(image)
    name = next(name for name in entries if name.endswith("layer.tar"))
    entries[name] = one_bit_off(entries[name], 4 << 20)
    assert codes(path, entries, Depth.QUICK) == []
    assert codes(path, entries) == [FindingCode.DIFF_ID_WRONG]


@pytest.mark.parametrize("depth", Depth)
def test_progress_begins_grows_and_ends_at_the_size_of_the_file(depth, path: Path) -> None:
    path.write_bytes(tar(docker(Image(layers=(tar([("big", bytes(20 << 20))]),))).items()))
    seen: list[Progress] = []
    run(verify(path, depth=depth), seen.append)
    size = path.stat().st_size
    done = [progress.done_bytes for progress in seen]
    assert {(progress.phase, progress.total_bytes) for progress in seen} == {(Phase.READING, size)}
    assert (done[0], done[-1]) == (0, size)
    assert done == sorted(done)
    assert len(done) > (5 if depth is Depth.FULL else 1)


def test_progress_is_told_where_much_comes_out_of_little(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verification, "_TELL_EVERY_STEPS", 8)
    layer = tar([("big", bytes(25 << 20))])
    path.write_bytes(gzip.compress(tar(docker(Image(layers=(layer,))).items()), 1))
    assert path.stat().st_size < 4 << 20
    seen: list[Progress] = []
    assert run(verify(path), seen.append).is_whole
    assert len(seen) >= 4


def test_a_cancel_ends_it_in_the_middle_of_a_layer(path: Path) -> None:
    path.write_bytes(tar(docker(Image(layers=(tar([("big", bytes(20 << 20))]),))).items()))
    token = CancelToken()
    steps = verify(path, token)
    next(steps)
    next(steps)
    token.cancel()
    with pytest.raises(Cancelled):
        next(steps)


def test_what_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    for path, code in (
        (tmp_path / "gone", ErrorCode.FILE_GONE),
        (tmp_path, ErrorCode.FILE_IS_FOLDER),
    ):
        with pytest.raises(UserFacingError) as caught:
            run(verify(path))
        assert caught.value.code is code


def test_an_attack_is_told_with_the_path_of_the_file(path: Path) -> None:
    header = tarfile.TarInfo("x")
    header.type, header.size = tarfile.XHDTYPE, 1 << 30
    with pytest.raises(HostileArchive) as caught:
        checked(path, header.tobuf())
    assert caught.value.params == {"path": str(path), "reason": HostileReason.HEADER_TOO_LARGE}


def test_an_attack_in_a_layer_is_one_and_in_another_file_is_none(path: Path) -> None:
    header = tarfile.TarInfo("x")
    header.type, header.size = tarfile.XHDTYPE, 1 << 30
    trick = header.tobuf() + bytes(1024)
    with pytest.raises(HostileArchive):
        checked(path, tar(builder.docker_20(Image(layers=(trick,)))))
    assert checked(path, tar([*LAYOUTS["docker 20"], ("other", trick)])).is_whole


def test_an_index_without_its_mark_is_no_layout_where_docker_has_its_own_list(path: Path) -> None:
    entries = files(LAYOUTS["docker 25"])
    del entries["oci-layout"]
    assert codes(path, entries | {"index.json": b"anything"}) == []


def test_only_problems_make_a_file_less_than_whole() -> None:
    report = ArchiveReport(
        Path("a"), 1, ArchiveKind.IMAGE_ARCHIVE, Compression.NONE, Evidence.OCI_INDEX
    )
    remark, problem = Finding(FindingCode.NO_DIGESTS), Finding(FindingCode.CUT_SHORT)
    assert remark.severity is Severity.REMARK
    assert VerificationReport(Path("a"), report, Depth.FULL, (remark,)).is_whole
    assert not VerificationReport(Path("a"), report, Depth.FULL, (remark, problem)).is_whole


def test_a_legacy_archive_without_a_layer_or_a_parent_is_not_whole(path: Path) -> None:
    entries = files(builder.legacy())
    for name in (f"{'a' * 64}/layer.tar", f"{'a' * 64}/json"):
        rest = {each: data for each, data in entries.items() if each != name}
        assert not checked(path, tar(rest.items())).is_whole, name


def test_the_layout_of_an_index_is_checked_through_its_platforms(path: Path) -> None:
    entries = layout(manifest=lambda each: each["layers"].clear())
    assert codes(path, entries) == [FindingCode.LAYER_COUNT]


@pytest.mark.parametrize("form", LAYOUTS)
@given(st.data())
def test_whatever_happens_to_a_file_is_found_or_changes_nothing_that_counts(
    form: str, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Bits turned, bytes lost or put in anywhere, headers and paddings included.

    Nothing says what the configuration in an archive of Jib should be, but for its layers.
    """
    path = tmp_path_factory.getbasetemp() / f"{form}.tar"
    whole = tar(LAYOUTS[form])
    kept = layers_of if form in WITHOUT_A_WITNESS else unnamed
    images = [kept(image) for image in checked(path, whole).report.images]
    place = data.draw(st.integers(0, len(whole.rstrip(b"\0")) - 1))
    lost, added = data.draw(st.integers(0, 1024)), data.draw(st.binary(max_size=20))
    turned = one_bit_off(whole, place, data.draw(st.integers(0, 7)))
    broken = data.draw(st.sampled_from([turned, whole[:place] + added + whole[place + lost :]]))
    try:
        report = checked(path, broken)
    except HostileArchive:
        return
    is_told = {finding.code for finding in report.findings} - set(REMARKS.get(form, []))
    assert is_told or [kept(image) for image in report.report.images] == images
