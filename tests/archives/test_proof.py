"""Risk: a stream that is not whole, not asked for or not true passes for a saved image."""

import io
import json
import os
import tarfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.archives import ArchiveKind, Evidence, HostileArchive
from desktop_app.archives.proof import prove_filesystem, prove_image_archive
from desktop_app.errors import ErrorCode, UserFacingError
from tests.archives import builder
from tests.archives.builder import Image, docker_20, docker_25, tar

ERROR = b'{"errorDetail":{"message":"no space left"},"error":"no space left"}\r\n'


def refusal(data: bytes, *wanted: str) -> UserFacingError:
    with pytest.raises(UserFacingError) as caught:
        prove_image_archive(io.BytesIO(data), wanted)
    return caught.value


@pytest.mark.parametrize(
    "entries",
    [
        docker_20(Image(layers=(builder.layer("a"), builder.layer("b"), builder.layer("a")))),
        docker_25(Image()),
        docker_25(Image(), compressed=True),
        builder.podman(Image()),
        builder.crane(Image()),
    ],
    ids=["docker 20", "docker 25", "containerd", "podman", "crane"],
)
def test_a_whole_archive_is_proved(entries) -> None:
    proof = prove_image_archive(io.BytesIO(tar(entries)), ["shop/web:1"])
    assert [image.names for image in proof.images] == [("shop/web:1",)]


def test_a_name_is_the_same_in_its_long_form() -> None:
    data = tar(docker_20(Image(("db:9",))))
    assert prove_image_archive(io.BytesIO(data), ["docker.io/library/db:9"]).images


def test_an_archive_cut_at_any_block_is_refused() -> None:
    whole = tar(docker_25(Image()))
    for end in range(0, len(whole.rstrip(b"\0")), 512):
        assert refusal(whole[:end], "shop/web:1").code is ErrorCode.STREAM_CUT


@pytest.mark.parametrize("end", [0, 700, 2000, None])
def test_an_error_that_the_engine_puts_into_the_stream_is_told_in_its_words(end) -> None:
    error = refusal(tar(docker_20(Image()))[:end] + ERROR)
    assert (error.code, error.detail) == (ErrorCode.STREAM_ERROR, "no space left")


def test_an_error_in_the_form_of_an_export_is_told_too() -> None:
    with pytest.raises(UserFacingError) as caught:
        prove_filesystem(io.BytesIO(builder.root_filesystem() + b'{"message":"gone"}'))
    assert (caught.value.code, caught.value.detail) == (ErrorCode.STREAM_ERROR, "gone")


def test_a_file_that_happens_to_hold_such_words_is_no_error() -> None:
    entries = [*docker_20(Image()), ("error.json", ERROR)]
    assert prove_image_archive(io.BytesIO(tar(entries)), ["shop/web:1"]).images


def test_anything_else_after_the_end_is_refused() -> None:
    assert refusal(tar(docker_20(Image())) + b"x").code is ErrorCode.STREAM_CUT


@pytest.mark.parametrize("data", [tar([]), tar([("manifest.json", b"[]")]), tar([("a", b"1")])])
def test_an_archive_without_images_is_refused(data: bytes) -> None:
    assert refusal(data).code is ErrorCode.SAVE_EMPTY


def test_an_image_that_was_asked_for_and_is_not_there_is_told() -> None:
    error = refusal(tar(docker_20(Image())), "shop/web:1", "shop/web:2")
    assert (error.code, error.params) == (ErrorCode.SAVE_IMAGE_MISSING, {"image": "shop/web:2"})


def test_a_hollow_archive_is_refused() -> None:
    entries = [entry for entry in docker_20(Image()) if not entry[0].endswith("layer.tar")]
    error = refusal(tar(entries))
    assert (error.code, error.params) == (ErrorCode.SAVE_INCOMPLETE, {"image": "shop/web:1"})


def test_a_hollow_archive_without_names_is_told_by_its_digest() -> None:
    image = Image(names=())
    entries = [entry for entry in docker_20(image) if not entry[0].endswith("layer.tar")]
    assert refusal(tar(entries)).params == {"image": image.config_digest}


@pytest.mark.parametrize("make", [docker_20, docker_25, builder.podman, builder.crane])
def test_one_wrong_bit_in_a_layer_is_found(make) -> None:
    entries = builder.files(make(Image()))
    name = max(entries, key=lambda name: len(entries[name]))
    data = bytearray(entries[name])
    data[len(data) // 3] ^= 1
    error = refusal(tar((entries | {name: bytes(data)}).items()))
    assert error.code is ErrorCode.DIGEST_MISMATCH
    assert error.params == {"member": name}


def test_a_configuration_that_is_not_its_digest_is_found() -> None:
    entries = builder.files(docker_20(Image()))
    name = next(name for name in entries if name.endswith(".json") and name != "manifest.json")
    changed = json.loads(entries[name]) | {"config": {"Cmd": ["/bin/evil"]}}
    error = refusal(tar((entries | {name: json.dumps(changed).encode()}).items()))
    assert (error.code, error.params) == (ErrorCode.DIGEST_MISMATCH, {"member": name})


def test_a_compressed_layer_that_does_not_unpack_is_found() -> None:
    entries = builder.files(builder.crane(Image()))
    name = next(name for name in entries if name.endswith(".gz"))
    data = tar((entries | {name: entries[name][:30]}).items())
    assert refusal(data).params == {"member": name}


def test_a_root_file_system_is_counted() -> None:
    proof = prove_filesystem(io.BytesIO(builder.root_filesystem()))
    assert proof.has_content
    assert proof.member_count == 6


def test_a_root_file_system_of_empty_folders_has_no_content() -> None:
    assert not prove_filesystem(io.BytesIO(tar([("bin", builder.folder())]))).has_content


@pytest.mark.parametrize("make", [docker_20, builder.crane], ids=["plain", "compressed"])
def test_a_large_layer_passes_in_pieces(make) -> None:
    layer = tar([("big", os.urandom(3 << 20))])
    assert prove_image_archive(io.BytesIO(tar(make(Image(layers=(layer,)))))).images


def test_a_layer_that_is_cut_by_an_error_of_the_engine_is_told_in_its_words() -> None:
    whole = tar(docker_20(Image(layers=(builder.layer("x" * 9000),))))
    error = refusal(whole[:6000] + ERROR)
    assert (error.code, error.detail) == (ErrorCode.STREAM_ERROR, "no space left")


def test_words_of_an_engine_that_are_no_message_are_no_answer() -> None:
    nested = b'{"message":' * 4000
    assert refusal(tar(docker_20(Image()))[:3000] + nested).code is ErrorCode.STREAM_CUT
    broken = b'{"message":"a"} and more'
    assert refusal(tar(docker_20(Image()))[:3000] + broken).code is ErrorCode.STREAM_CUT
    assert refusal(tar([]) + b'{"message":"first"}\n{"message":["second"]}').detail == ""


def test_a_whole_archive_may_end_with_anything_that_looks_like_a_message() -> None:
    entries = [*docker_20(Image()), ("sample.json", b'{"message":' * 9000)]
    assert prove_image_archive(io.BytesIO(tar(entries))).images


@pytest.mark.parametrize(
    "entries",
    [
        [("manifest.json", builder.manifest([("gone.json", ["shop/web:1"], ["gone"])]))],
        builder.hollow(Image()),
        builder.hollow(Image(), whole=[Image(("db:9",), (builder.layer("db"),))]),
        [each for each in builder.hollow(Image()) if each[0] != "manifest.json"],
    ],
    ids=["manifest", "hollow", "one of two", "index"],
)
def test_lists_without_the_parts_they_list_are_the_mark_of_a_store_that_is_not_whole(
    entries,
) -> None:
    error = refusal(tar(entries), "shop/web:1")
    assert (error.code, error.params) == (ErrorCode.SAVE_INCOMPLETE, {"image": "shop/web:1"})


def test_an_index_of_nothing_is_nothing() -> None:
    entries = [("oci-layout", b'{"imageLayoutVersion":"1.0.0"}'), ("index.json", b"{}")]
    assert refusal(tar(entries)).code is ErrorCode.SAVE_EMPTY


def test_an_archive_of_many_platforms_is_proved_by_the_one_that_is_there() -> None:
    proof = prove_image_archive(io.BytesIO(tar(builder.containerd(Image()))), ["shop/web:1"])
    assert [image.names for image in proof.images] == [("shop/web:1",)]


@pytest.mark.parametrize("cut_from", ["manifest", "config"])
def test_layers_that_only_one_of_two_lists_names_are_missing(cut_from: str) -> None:
    image = Image(layers=(builder.layer("a"), builder.layer("b")))
    entries = builder.files(docker_20(image))
    records = json.loads(entries["manifest.json"])
    if cut_from == "manifest":
        records[0]["Layers"].pop()
    else:
        records[0]["Layers"].append("more/layer.tar")
    error = refusal(tar((entries | {"manifest.json": json.dumps(records).encode()}).items()))
    assert error.code is ErrorCode.SAVE_INCOMPLETE


def test_layers_in_the_wrong_order_are_found() -> None:
    entries = builder.files(docker_20(Image(layers=(builder.layer("a"), builder.layer("b")))))
    records = json.loads(entries["manifest.json"])
    records[0]["Layers"].reverse()
    error = refusal(tar((entries | {"manifest.json": json.dumps(records).encode()}).items()))
    assert error.code is ErrorCode.DIGEST_MISMATCH


def test_a_layer_with_holes_is_not_there() -> None:
    entries = builder.files(docker_20(Image()))
    name = next(name for name in entries if name.endswith("layer.tar"))
    member = tarfile.TarInfo(name)
    member.type = tarfile.GNUTYPE_SPARSE
    rest = [entry for entry in entries.items() if entry[0] != name]
    assert refusal(tar([(name, member), *rest])).code is ErrorCode.SAVE_INCOMPLETE


def test_a_configuration_as_crane_names_it_is_checked() -> None:
    entries = builder.files(builder.crane(Image()))
    name = next(name for name in entries if name.startswith("sha256:"))
    error = refusal(tar((entries | {name: entries[name] + b" "}).items()))
    assert error.params == {"member": name}


def test_hostile_headers_are_told_as_such() -> None:
    member = tarfile.TarInfo("x")
    member.type, member.size = tarfile.XHDTYPE, 1 << 30
    with pytest.raises(HostileArchive):
        prove_filesystem(io.BytesIO(member.tobuf()))


@pytest.mark.parametrize("make", [docker_20, docker_25, builder.podman])
@given(st.data())
def test_one_wrong_bit_anywhere_is_found_or_changes_nothing_that_counts(make, data) -> None:
    whole = bytearray(tar(make(Image())))
    proved = prove_image_archive(io.BytesIO(bytes(whole)), ["shop/web:1"]).images
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    try:
        images = prove_image_archive(io.BytesIO(bytes(whole)), ["shop/web:1"]).images
    except UserFacingError:
        images = proved
    assert images == proved


def test_a_file_system_is_told_by_what_stands_at_its_top() -> None:
    deep = builder.root_filesystem([("usr/share/doc/readme", b"hello")])
    content = prove_filesystem(io.BytesIO(deep)).content
    assert (content.kind, content.evidence) == (ArchiveKind.FILESYSTEM, Evidence.DOCKERENV)
    other = prove_filesystem(io.BytesIO(tar([("a/b", b"hello")]))).content
    assert other.kind is ArchiveKind.OTHER
