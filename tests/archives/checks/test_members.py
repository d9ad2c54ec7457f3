"""Risk: two members of one name, a way out of the archive or a dead link is overlooked."""

import io
from pathlib import Path

import pytest

from desktop_app.archives.checks.findings import FindingCode
from desktop_app.archives.checks.images import Inventory
from desktop_app.archives.checks.members import Members
from desktop_app.archives.checks.passing import Inside
from desktop_app.archives.report import Depth
from desktop_app.archives.tar_reader import HARD_LINK, TarReader
from tests.archives import builder
from tests.archives.builder import Entry, Image, docker_20, docker_25, folder, link, tar
from tests.archives.checking import WEB, findings

CODE = FindingCode
LARGE = Image(layers=(tar([("big", bytes(9 << 20))]),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.tar"


def layer_in(entries: list[Entry]) -> tuple[str, bytes]:
    """The largest member."""
    return max(builder.files(entries).items(), key=lambda entry: len(entry[1]))


def passed_by(entries: list[Entry], *, is_thorough: bool = True) -> Inventory:
    """What is known once an archive has passed."""
    seen = Inventory(is_thorough=is_thorough)
    members, reader = Members(seen), TarReader(io.BytesIO(tar(entries)))
    for member in reader.members():
        for _ in members.look_at(member, reader):
            pass
    return seen


@pytest.mark.parametrize("depth", Depth)
def test_a_member_that_comes_again_alike_is_remarked(depth: Depth, path: Path) -> None:
    entries = docker_25(WEB)
    found = findings(path, [*entries, entries[0]], depth)
    assert found == [(CODE.REPEATED_MEMBER, entries[0][0])]


@pytest.mark.parametrize("depth", Depth)
@pytest.mark.parametrize("is_last", [True, False])
def test_a_list_that_comes_again_with_something_else_in_it_is_a_problem(
    depth: Depth, is_last, path: Path
) -> None:
    entries, other = docker_20(WEB), [("manifest.json", b"[]"), ("manifest.json", b"[ ]")]
    found = findings(path, [*other, *entries] if is_last else [*entries, *other], depth)
    problem = (CODE.CONTRADICTING_MEMBER, "manifest.json")
    assert (problem in found) is is_last
    assert found != []  # where the last one counts, there are no images


def test_a_layer_that_comes_again_is_compared_by_its_digest(path: Path) -> None:
    entries = docker_20(LARGE)
    name, data = layer_in(entries)
    other = data[:-1] + b"x"
    assert findings(path, [*entries, (name, data)]) == [(CODE.REPEATED_MEMBER, name)]
    assert findings(path, [(name, other), *entries]) == [(CODE.CONTRADICTING_MEMBER, name)]


def test_where_nobody_compared_two_layers_they_may_differ(path: Path) -> None:
    entries = docker_20(LARGE)
    name, data = layer_in(entries)
    found = findings(path, [*entries, (name, data)], Depth.QUICK)
    assert found == [(CODE.CONTRADICTING_MEMBER, name)]


def test_a_file_in_the_place_of_a_link_is_another_thing(path: Path) -> None:
    entries = docker_20(WEB)
    name, _ = layer_in(entries)
    found = findings(path, [(name, link("elsewhere")), ("elsewhere", b""), *entries])
    assert found == [(CODE.CONTRADICTING_MEMBER, name)]


def test_three_times_with_one_difference_is_a_difference(path: Path) -> None:
    entries = docker_25(WEB)
    name, data = layer_in(entries)
    found = findings(path, [(name, b"other"), *entries, (name, data), (name, data)])
    assert found == [(CODE.CONTRADICTING_MEMBER, name)]


def test_links_and_folders_that_come_again_alike_are_no_matter(path: Path) -> None:
    entries = [("a", folder()), ("a", folder()), ("b", link("a")), *docker_20(WEB)]
    assert findings(path, entries) == []
    assert findings(path, [("b", link("a")), *entries]) == [(CODE.REPEATED_MEMBER, "b")]


def test_what_a_file_system_has_twice_is_a_remark(path: Path) -> None:
    data: list[Entry] = [("etc/motd", b"1"), ("etc/motd", b"2"), ("bin", folder())]
    data.append(("usr", folder()))
    found = findings(path, data)
    assert found == [(CODE.REPEATED_MEMBER, "etc/motd"), (CODE.NO_DIGESTS, "")]


def test_so_many_repetitions_are_not_all_remembered(path: Path, monkeypatch) -> None:
    monkeypatch.setattr("desktop_app.archives.checks.members._MOST_REPEATED", 1)
    extra = [("a", b"1"), ("a", b"1"), ("b", b"1"), ("b", b"1")]
    assert findings(path, [*docker_20(WEB), *extra]) == [(CODE.REPEATED_MEMBER, "a")]


@pytest.mark.parametrize("kind", [b"1", b"2"], ids=["hard", "symbolic"])
def test_a_link_that_leads_nowhere_is_found(kind: bytes, path: Path) -> None:
    entries = [*docker_20(WEB), ("x/layer.tar", link("../gone.tar", kind))]
    assert findings(path, entries) == [(CODE.LINK_NOWHERE, "x/layer.tar")]


def test_links_of_a_file_system_lead_to_where_it_will_be(path: Path) -> None:
    links = [("etc/mtab", link("/proc/mounts")), ("usr/x", link("gone", HARD_LINK))]
    folders = [(name, folder()) for name in ("bin", "etc", "usr")]
    assert findings(path, [*folders, *links]) == [(CODE.NO_DIGESTS, "")]


@pytest.mark.parametrize("name", ["../evil", "a/../../evil", "a/.."])
def test_a_name_that_leads_out_of_the_archive_is_found(name: str, path: Path) -> None:
    assert findings(path, [*docker_20(WEB), (name, b"")]) == [(CODE.BAD_MEMBER_NAME, name)]


def test_names_with_two_dots_in_them_lead_nowhere(path: Path) -> None:
    assert findings(path, [*docker_20(WEB), ("a..b/...", b"")]) == []


def test_of_a_file_system_no_digests_are_taken() -> None:
    crowd = [(f"usr/lib/{number}", b"x" * 600) for number in range(9)]
    seen = passed_by([("bin/sh", b"x"), ("etc/passwd", b"x"), *crowd])
    assert set(seen.passed) == {"bin/sh", "etc/passwd"}
    assert seen.found.file_count == 11


def test_quick_looks_at_first_bytes_only() -> None:
    seen = passed_by(docker_20(LARGE), is_thorough=False)
    name, _ = layer_in(docker_20(LARGE))
    assert not seen.passed[name].digests
    assert seen.passed["manifest.json"].digests
    assert seen.passed["manifest.json"].inside is Inside.NOT_LOOKED
