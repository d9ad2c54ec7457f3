"""Risk: what describes images is lost, or so much is kept that memory or patience ends."""

import gzip
import io
import json
import tracemalloc

import pytest

from desktop_app.archives import Compression, HostileArchive, HostileReason
from desktop_app.archives.survey import Survey, is_document, link_target, parsed, spells, survey
from desktop_app.archives.tar_reader import (
    DIRECTORY,
    HARD_LINK,
    REGULAR,
    SPARSE,
    SYMBOLIC_LINK,
    Member,
    TarReader,
)
from tests.archives import builder
from tests.archives.builder import Entry, tar

HEX = "0123456789abcdef" * 4
CONFIG = b'{"rootfs":{"diff_ids":[]}}'


def surveyed(*entries: Entry) -> Survey:
    return survey(TarReader(io.BytesIO(tar(entries))), lambda: None)


def regular(name: str, size: int = 10) -> Member:
    return Member(name, REGULAR, size, "")


@pytest.mark.parametrize(
    "name",
    [
        "manifest.json",
        "index.json",
        "oci-layout",
        "repositories",
        f"{HEX}.json",
        f"{HEX}/json",
        f"sha256:{HEX}",
        f"blobs/sha256/{HEX}",
    ],
)
def test_what_may_describe_images_is_kept(name: str) -> None:
    assert surveyed((name, CONFIG)).document(name) == json.loads(CONFIG)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (f"{HEX}/layer.tar", CONFIG),
        ("etc/app/config.json", CONFIG),
        ("big.json", b'{"_type":"in-toto","predicate":{}}'),
        (f"blobs/sha256/{HEX}", builder.layer('"rootfs" in a text')),
        (f"blobs/sha256/{HEX}", b"\x1f\x8b compressed"),
    ],
)
def test_anything_else_is_not_kept(name: str, data: bytes) -> None:
    assert surveyed((name, data)).documents == {}


@pytest.mark.parametrize(
    ("member", "is_one"),
    [
        (regular("manifest.json", 1 << 40), True),  # refused by its size when it is read
        (regular("dump.json", (8 << 20) + 1), False),  # a container's own; no reason to refuse it
        (regular(f"blobs/sha256/{HEX}", (4 << 20) + 1), False),
        (Member("manifest.json", SPARSE, 10, ""), False),
        (Member("manifest.json", DIRECTORY, 0, ""), False),
        (Member("manifest.json", SYMBOLIC_LINK, 0, "x"), False),
    ],
)
def test_what_is_read_is_told_by_kind_and_size(member: Member, is_one: bool) -> None:
    assert is_document(member) is is_one


def test_a_list_of_images_that_is_too_large_is_hostile() -> None:
    with pytest.raises(HostileArchive) as caught:
        surveyed(("manifest.json", bytes((8 << 20) + 1)))
    assert caught.value.reason is HostileReason.METADATA_TOO_LARGE


def test_a_file_in_a_root_file_system_may_be_as_large_as_it_likes() -> None:
    assert "dump.json" in surveyed(("dump.json", bytes((8 << 20) + 1))).members


def test_many_small_layers_are_no_attack() -> None:
    entries = [(f"blobs/sha256/{number:064x}", bytes(4 << 20)) for number in range(40)]
    assert len(surveyed(*entries).members) == 40


def test_more_documents_than_memory_is_for_are_hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.archives.survey._MOST_DOCUMENT_BYTES", 3 * len(CONFIG))
    entries = [(f"{number}.json", CONFIG) for number in range(4)]
    assert len(surveyed(*entries[:3]).documents) == 3
    with pytest.raises(HostileArchive) as caught:
        surveyed(*entries)
    assert caught.value.reason is HostileReason.METADATA_TOO_LARGE


def test_of_members_with_one_name_the_last_one_counts_as_when_unpacking() -> None:
    found = surveyed((f"{HEX}.json", CONFIG), (f"{HEX}.json", b'{"rootfs":"last"}'))
    assert found.document(f"{HEX}.json") == {"rootfs": "last"}
    hidden = surveyed((f"{HEX}.json", CONFIG), (f"{HEX}.json", b"no document"))
    assert hidden.document(f"{HEX}.json") is None


def test_a_document_that_is_there_twice_is_told_unless_it_is_the_same() -> None:
    name = f"{HEX}.json"
    assert surveyed((name, CONFIG), (name, CONFIG)).repeated == set()
    assert surveyed((name, CONFIG), (name, b'{"rootfs":"last"}')).repeated == {name}
    assert surveyed((name, CONFIG), (name, b"no document")).repeated == {name}
    assert surveyed((name, CONFIG), (name, builder.link("x"))).repeated == {name}


@pytest.mark.parametrize(
    ("name", "is_of_images", "is_of_a_system"),
    [
        (f"blobs/sha256/{HEX}", True, False),
        (f"{HEX}/layer.tar", True, False),
        (f"{HEX}.json", True, False),
        (f"{HEX}.tar.gz", True, False),
        (f"sha256:{HEX}", True, False),
        ("oci-layout", True, False),
        ("manifest.json", False, False),
        (f"usr/{HEX}.json", False, True),
        ("etc/hostname", False, True),
        ("etc", False, False),
        ("srv/etc/hostname", False, False),
    ],
)
def test_what_names_say_early_is_remembered(name, is_of_images, is_of_a_system) -> None:
    found = surveyed((name, b"1"), ("other", b"2"))
    assert (found.has_image_names, found.has_system_files) == (is_of_images, is_of_a_system)
    assert found.may_hold_images is (is_of_images or name == "manifest.json")


def test_files_are_counted_and_the_first_one_is_looked_at() -> None:
    found = surveyed(("folder", builder.folder()), ("a", b"x" * 600), ("index.json", b"{}"))
    assert (found.file_count, found.first_file, found.first_head) == (2, "a", b"x" * 512)
    assert surveyed(("index.json", b"{}"), ("a", b"x")).first_head == b"{}"
    assert surveyed(("empty", b""), ("a", b"x")).first_head == b""


def test_a_large_root_file_system_takes_little_memory() -> None:
    found = Survey()
    tracemalloc.start()
    for number in range(100_000):
        found.note(regular(f"usr/share/doc/package{number}/copyright"))
    found.note(regular("late/.file"))
    used_bytes, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert used_bytes < 10 << 20
    assert found.top == {"usr", "late"}
    assert "late/.file" in found.members


def test_a_folder_of_more_files_than_anybody_can_list_is_no_attack(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("desktop_app.archives.survey._MOST_MEMBERS", 50)
    found = Survey()
    for number in range(1000):
        found.note(regular(f"{number}/file"))
    assert len(found.members) == len(found.top) == 50


def test_names_that_would_fill_the_memory_are_hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.archives.survey._MOST_NAME_CHARACTERS", 10_000)
    found = Survey()
    with pytest.raises(HostileArchive):
        for number in range(100):
            found.note(Member(f"{number}/{'x' * 400}", SYMBOLIC_LINK, 0, "y" * 400))


def test_work_without_end_is_hostile() -> None:
    found = surveyed(("manifest.json", b'["%s"]' % bytes(7 << 20).replace(b"\0", b"x")))
    with pytest.raises(HostileArchive) as caught:
        for _ in range(20):
            found.document("manifest.json")
    assert caught.value.reason is HostileReason.METADATA_TOO_LARGE


@pytest.mark.parametrize("kind", [SYMBOLIC_LINK, HARD_LINK])
def test_a_member_is_found_behind_one_link_and_no_further(kind: bytes) -> None:
    found = surveyed(
        ("target.json", CONFIG),
        ("first", builder.link("target.json", kind)),
        ("second", builder.link("first", kind)),
        ("circle", builder.link("circle", kind)),
        ("nowhere", builder.link("gone", kind)),
    )
    assert found.holder("first") == found.members["target.json"]
    assert [found.holder(name) for name in ("second", "circle", "nowhere", "gone")] == [None] * 4
    assert found.document("first") == json.loads(CONFIG)


@pytest.mark.parametrize(
    ("name", "kind", "link", "target"),
    [
        ("b/layer.tar", SYMBOLIC_LINK, "../a/layer.tar", "a/layer.tar"),
        ("b/layer.tar", SYMBOLIC_LINK, "layer2.tar", "b/layer2.tar"),
        ("b/layer.tar", SYMBOLIC_LINK, "/a/./layer.tar", "a/layer.tar"),
        ("b/layer.tar", HARD_LINK, "a/layer.tar", "a/layer.tar"),
        ("b", SYMBOLIC_LINK, "../../../../etc/passwd", "etc/passwd"),  # a key in the archive
        ("b", SYMBOLIC_LINK, "", ""),
    ],
)
def test_a_link_means_a_key_in_the_archive_and_nothing_outside(name, kind, link, target) -> None:
    assert link_target(Member(name, kind, 0, link)) == target


@pytest.mark.parametrize(
    ("data", "document"),
    [
        (b'{"a": [1]}', {"a": [1]}),
        (b"", None),
        (b"{", None),
        (b"\xff\xfe\xff", None),
        (b"9" * 5000, None),
    ],
)
def test_json_is_read_and_anything_else_is_nothing(data: bytes, document: object) -> None:
    assert parsed(data) == document


@pytest.mark.parametrize("value", [b"[]", b"{}", b"1", b'{"a":1}'])
def test_json_of_more_values_than_memory_is_for_is_hostile(value: bytes) -> None:
    assert parsed(b"[" + b",".join([value] * 50_000) + b"]") is not None
    with pytest.raises(HostileArchive) as caught:
        parsed(b"[" + b",".join([value] * 250_001) + b"]")
    assert caught.value.reason is HostileReason.METADATA_TOO_LARGE


def test_json_that_is_deeper_than_python_follows_is_hostile() -> None:
    with pytest.raises(HostileArchive) as caught:
        parsed(b'{"a":' * 100_000)
    assert caught.value.reason is HostileReason.JSON_TOO_DEEP


@pytest.mark.parametrize(
    ("keys", "is_exact"),
    [
        (["Config", "RepoTags"], True),
        (["Other", "Config"], True),
        ([], True),
        (["repotags"], False),
        (["RepoTags", "REPOTAGS"], False),
        (["RepoTag\u017f"], False),  # Go folds this long s, too
    ],
)
def test_another_spelling_of_a_key_is_another_meaning(keys: list[str], is_exact: bool) -> None:
    assert spells(keys, "Config", "RepoTags") is is_exact


def test_the_walk_tells_how_it_goes_and_how_it_ended() -> None:
    ticks: list[int] = []
    whole = tar([("a", b"1"), ("b", b"2")])
    found = survey(TarReader(io.BytesIO(whole)), lambda: ticks.append(1))
    assert found.has_end_marker
    assert len(ticks) == 2
    assert not survey(TarReader(io.BytesIO(whole[:2048])), lambda: None).has_end_marker


def test_compressions_are_told_by_the_data_of_the_last_member_of_a_name() -> None:
    packed, plain = gzip.compress(b"1"), b"plain"
    found = surveyed(("oci-layout", b"{}"), ("a", packed), ("b", packed), ("b", plain), ("c", b""))
    assert found.compressions == {"a": Compression.GZIP}


def test_files_of_a_root_file_system_are_passed_over_unread() -> None:
    packed = gzip.compress(b"1")
    found = surveyed(("etc/a.gz", packed), ("etc/b.gz", packed), ("usr/c.gz", packed))
    assert list(found.compressions) == ["etc/a.gz"]  # the first file is looked at in any case
    found = surveyed(("first", b""), ("0.tar", packed), ("etc/b.gz", packed))
    assert list(found.compressions) == ["0.tar"]
