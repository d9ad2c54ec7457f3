"""Risk: a load called a success that is none, or one that puts a name where it does not belong."""

import gzip
import io
import lzma
from dataclasses import replace
from pathlib import Path

import pytest
from typing_extensions import override

from desktop_app.archives.proof import prove_image_archive
from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.engine_info import ImageDetails, ImageStore
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress, run
from desktop_app.transfers import LoadOptions, load_archive
from desktop_app.transfers.requests import LoadedImage, LoadResult
from tests.archives import builder
from tests.archives.builder import Image, docker_20, docker_25, sha256, tar
from tests.transfers.stand_in import INFO, Received, StandIn, image

WEB = Image(("shop/web:1", "shop/web:latest"))
DATABASE = Image(("db:9",), (builder.layer("db"),))
NAMELESS = Image((), (builder.layer("nameless"),))
BUSYBOX = image("sha256:other", "sha256:0")


def says(*lines: str) -> Received:
    """An engine's answer of these lines."""
    return Received([{"stream": line} for line in lines])


def knowing(*images: Image, takes: Received) -> StandIn:
    """An engine that has these images once it was sent them."""
    known = {
        name: image(each.config_digest, *each.diff_ids)
        for each in images
        for name in (*each.names, each.config_digest)
    }
    return StandIn(takes=takes, gets_images=known)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.tar"
    path.write_bytes(tar(docker_20(WEB, DATABASE)))
    return path


def load(engine: StandIn, path: Path, name: str | None = None) -> LoadResult:
    given_names = {NAMELESS.config_digest: name} if name is not None else {}
    return run(load_archive(engine, path, LoadOptions(given_names)))


def failure(engine: StandIn, path: Path, name: str | None = None) -> UserFacingError:
    with pytest.raises(UserFacingError) as caught:
        load(engine, path, name)
    return caught.value


@pytest.mark.parametrize(
    "takes",
    [
        says(*(f"Loaded image: {name}\n" for name in (*WEB.names, *DATABASE.names))),
        says("Loaded image: localhost/shop/web:1,localhost/shop/web:latest,docker.io/library/db:9"),
        Received(
            [
                {"status": "Loading layer", "progressDetail": {"current": 1, "total": 2}},
                {"stream": "The image db:9 already exists, renaming the old one\n"},
                {"stream": "Loaded image: db:9\n"},
            ]
        ),
    ],
    ids=["docker", "podman", "with progress"],
)
def test_images_are_loaded_when_the_engine_has_them_under_every_name(path: Path, takes) -> None:
    engine = knowing(WEB, DATABASE, takes=takes)
    result = load(engine, path)
    assert result.path == path
    assert result.images == (
        LoadedImage(WEB.config_digest, WEB.names),
        LoadedImage(DATABASE.config_digest, DATABASE.names),
    )
    assert engine.takes.data == path.read_bytes()


def test_a_compressed_file_is_sent_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.tar.gz"
    path.write_bytes(gzip.compress(tar(docker_25(WEB))))
    engine = knowing(WEB, takes=says("Loaded image: shop/web:1\n"))
    assert load(engine, path).images[0].names == WEB.names
    assert engine.takes.data == path.read_bytes()


@pytest.mark.parametrize(
    ("data", "verdict"),
    [
        (builder.root_filesystem(), "filesystem-needs-import"),
        (tar(docker_20(WEB))[:3000], "damaged"),
        (b"", "empty"),
        (b"hello", "not-an-archive"),
        (builder.zipped("a", builder.root_filesystem()), "filesystem-needs-import"),
        (builder.zipped("a", tar(docker_20(Image(os="windows")))), "other-system"),
        (tar(docker_20(Image(os="windows"))), "other-system"),
    ],
)
def test_what_the_engine_cannot_load_is_refused_before_one_byte_is_sent(
    tmp_path: Path, data: bytes, verdict: str
) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    engine = StandIn()
    error = failure(engine, path)
    assert error.code is ErrorCode.FILE_UNSUITABLE
    assert error.params == {"path": str(path), "verdict": verdict}
    assert engine.takes.data == b""


CONVERTED = {
    "layout": tar(builder.oci_layout(WEB, DATABASE)),
    "zip": builder.zipped("a.tar", tar(docker_25(WEB, DATABASE))),
    "folder": tar([(f"saved/{name}", data) for name, data in docker_20(WEB, DATABASE)]),
    "xz": lzma.compress(tar(docker_20(WEB, DATABASE))),
}


@pytest.mark.parametrize("data", CONVERTED.values(), ids=CONVERTED)
def test_what_the_engine_does_not_read_is_made_to_fit_on_the_way(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    engine = knowing(WEB, DATABASE, takes=says("Loaded image: db:9\n"))
    result = load(engine, path)
    assert [each.names for each in result.images] == [WEB.names, DATABASE.names]
    sent = prove_image_archive(io.BytesIO(engine.takes.data)).images
    assert [each.names for each in sent] == [WEB.names, DATABASE.names]


@pytest.mark.parametrize(
    ("asked", "sent"), [("", "amd64"), ("linux/arm64", "arm64"), ("linux/s390x", None)]
)
def test_of_several_platforms_the_engine_gets_its_own_or_the_one_asked_for(
    path: Path, asked: str, sent: str | None
) -> None:
    foreign = Image(WEB.names, (builder.layer("arm"),), architecture="arm64")
    path.write_bytes(tar(builder.platforms(foreign, WEB)))
    known = foreign if sent == "arm64" else WEB
    engine = knowing(known, takes=says("Loaded image: shop/web:1\n"))
    job = load_archive(engine, path, LoadOptions(platform=asked))
    if sent is None:
        with pytest.raises(UserFacingError) as caught:
            run(job)
        assert caught.value.params["verdict"] == "platform-missing"
        assert not engine.takes.data
        return
    assert [each.names for each in run(job).images] == [WEB.names]
    (image_sent,) = prove_image_archive(io.BytesIO(engine.takes.data)).images
    assert image_sent.architecture == sent


@pytest.mark.parametrize(
    ("store", "owner", "movable", "is_moved"),
    [
        (ImageStore.CLASSIC, BUSYBOX, None, True),
        (ImageStore.CLASSIC, BUSYBOX, frozenset({"db:9"}), True),
        (ImageStore.CLASSIC, BUSYBOX, frozenset({"other:1"}), False),
        (ImageStore.CLASSIC, image("sha256:d", *DATABASE.diff_ids), frozenset(), False),
        (ImageStore.CONTAINERD, BUSYBOX, frozenset(), False),
        (ImageStore.CONTAINERD, image("sha256:d", *DATABASE.diff_ids), frozenset(), True),
        (ImageStore.CLASSIC, image(DATABASE.config_digest, "sha256:0"), frozenset(), True),
    ],
)
def test_a_name_that_another_image_got_meanwhile_is_not_moved_unasked(
    path: Path, store: ImageStore, owner: ImageDetails, movable, is_moved: bool
) -> None:
    path.write_bytes(tar(docker_20(DATABASE)))
    engine = knowing(DATABASE, takes=says("Loaded image: db:9\n"))
    engine.info = replace(INFO, store=store)
    engine.has_images = {"db:9": owner, owner.image_id: owner}
    job = load_archive(engine, path, LoadOptions(movable_names=movable))
    if is_moved:
        assert run(job).images[0].names == ("db:9",)
        return
    with pytest.raises(UserFacingError) as caught:
        run(job)
    assert caught.value.code is ErrorCode.NAME_TAKEN
    assert caught.value.params["name"] == "db:9"
    assert not engine.takes.data


CHANGED = {"shop/web:1": "shop/web:new", "db:9": "db:10"}


@pytest.mark.parametrize("form", [docker_20, docker_25, builder.oci_layout])
def test_a_name_that_is_changed_is_not_in_what_the_engine_gets(path: Path, form) -> None:
    path.write_bytes(gzip.compress(tar(form(WEB, DATABASE))))
    new_web = replace(WEB, names=("shop/web:new", "shop/web:latest"))
    new_database = replace(DATABASE, names=("db:10",))
    engine = knowing(new_web, new_database, takes=says("Loaded image: db:10\n"))
    engine.has_images["shop/web:1"] = BUSYBOX
    result = run(load_archive(engine, path, LoadOptions(CHANGED)))
    assert [each.names for each in result.images] == [new_web.names, new_database.names]
    sent = prove_image_archive(io.BytesIO(engine.takes.data)).images
    assert [each.names for each in sent] == [new_web.names, new_database.names]
    assert engine.image("shop/web:1") == BUSYBOX


def test_of_several_platforms_one_is_loaded_under_another_name(path: Path) -> None:
    foreign = Image(WEB.names, (builder.layer("arm"),), architecture="arm64")
    path.write_bytes(tar(builder.platforms(foreign, WEB)))
    new = replace(WEB, names=("shop/web:new", "shop/web:latest"))
    engine = knowing(new, takes=says("Loaded image: shop/web:new\n"))
    engine.info = replace(INFO, store=ImageStore.CONTAINERD)
    assert [
        each.names for each in run(load_archive(engine, path, LoadOptions(CHANGED))).images
    ] == [new.names]


def test_an_image_that_is_there_gets_the_changed_name_and_keeps_its_own(path: Path) -> None:
    known = image(DATABASE.config_digest, *DATABASE.diff_ids, names=DATABASE.names)
    engine = StandIn(has_images={"db:9": known, DATABASE.config_digest: known})
    path.write_bytes(tar(docker_20(DATABASE)))
    (loaded,) = run(load_archive(engine, path, LoadOptions(CHANGED))).images
    assert (loaded.names, loaded.was_there) == (("db:10",), True)
    assert not engine.takes.data
    assert engine.image("db:10") == engine.image("db:9") == known


@pytest.mark.parametrize(
    ("takes", "code"),
    [
        (Received([{"errorDetail": {"message": "no space"}}]), ErrorCode.ENGINE_REFUSED),
        (Received([]), ErrorCode.LOAD_NOTHING),
        (says("something else\n"), ErrorCode.LOAD_NOTHING),
        (
            says("Loaded image: shop/web:1\n", "Error unpacking image shop/web:1: not found\n"),
            ErrorCode.ENGINE_REFUSED,
        ),
    ],
)
def test_an_answer_of_success_that_reports_none_is_a_failure(path: Path, takes, code) -> None:
    error = failure(knowing(WEB, DATABASE, takes=takes), path)
    assert error.code is code
    assert code is ErrorCode.LOAD_NOTHING or error.detail


@pytest.mark.parametrize(
    ("has", "image_shown"),
    [
        ({}, "shop/web:1, shop/web:latest"),
        ({"other:1": BUSYBOX}, "shop/web:1, shop/web:latest"),
        (dict.fromkeys(WEB.names, BUSYBOX), "shop/web:1, shop/web:latest"),
        ({WEB.names[0]: image("sha256:w", *WEB.diff_ids)}, "shop/web:1, shop/web:latest"),
        (dict.fromkeys(WEB.names, image("sha256:w", *WEB.diff_ids)), "db:9"),
    ],
    ids=["nothing", "another name", "other layers", "one name only", "one image only"],
)
def test_an_engine_that_says_yes_and_does_not_have_it_is_not_believed(
    path: Path, has, image_shown: str
) -> None:
    engine = StandIn(takes=says("Loaded image: shop/web:1\n"), has_images=has)
    error = failure(engine, path)
    assert (error.code, error.params) == (ErrorCode.LOAD_UNPROVEN, {"image": image_shown})


def test_a_failure_to_ask_is_not_an_image_that_is_missing(path: Path) -> None:
    class Lost(StandIn):
        @override
        def image(self, reference: str) -> ImageDetails:
            raise UserFacingError(ErrorCode.ENGINE_LOST)

    assert failure(Lost(takes=says("Loaded image: x\n")), path).code is ErrorCode.ENGINE_LOST


def nameless(folder: Path, entries: list[builder.Entry]) -> Path:
    path = folder / "nameless.tar"
    path.write_bytes(tar(entries))
    return path


def test_a_nameless_image_gets_the_name_that_was_given_to_it(tmp_path: Path) -> None:
    path = nameless(tmp_path, docker_20(NAMELESS))
    takes = says(f"Loaded image ID: {NAMELESS.config_digest}\n")
    engine = knowing(replace(NAMELESS, names=("found:1",)), takes=takes)
    result = load(engine, path, name="docker.io/library/found:1")
    assert result.images == (LoadedImage(NAMELESS.config_digest, ("found:1",)),)
    (sent,) = prove_image_archive(io.BytesIO(engine.takes.data)).images
    assert sent.names == ("found:1",)


def test_an_image_that_would_be_another_one_gets_its_name_afterwards(tmp_path: Path) -> None:
    """A containerd store knows it by its manifest, which is sent as it is."""
    path = nameless(tmp_path, docker_25(NAMELESS))
    takes = says(f"Loaded image ID: {NAMELESS.config_digest}\n")
    engine = knowing(NAMELESS, takes=takes)
    engine.info = replace(engine.info, store=ImageStore.CONTAINERD)
    result = load(engine, path, name="docker.io/library/found:1")
    assert result.images == (LoadedImage(NAMELESS.config_digest, ("found:1",)),)
    assert engine.takes.data == path.read_bytes()
    assert engine.image("docker.io/library/found:1").image_id == NAMELESS.config_digest


def test_a_nameless_image_may_stay_nameless(tmp_path: Path) -> None:
    path = nameless(tmp_path, docker_20(NAMELESS))
    takes = says(f"Loaded image ID: {NAMELESS.config_digest}\n")
    result = load(knowing(NAMELESS, takes=takes), path)
    assert result.images == (LoadedImage(NAMELESS.config_digest, ()),)


def test_a_nameless_image_is_found_by_whatever_id_its_store_gives_it(tmp_path: Path) -> None:
    by_manifest = nameless(tmp_path, docker_25(NAMELESS))
    entries = builder.files(docker_25(NAMELESS))
    digest = next(
        f"sha256:{name.rpartition('/')[2]}"
        for name, data in entries.items()
        if name.startswith("blobs/") and b'"layers"' in data
    )
    for image_id in (digest, "sha256:of-a-store-to-come"):
        engine = StandIn(
            takes=says(f"Loaded image ID: {image_id}\n"),
            has_images={image_id: image(image_id, *NAMELESS.diff_ids)},
            info=replace(INFO, store=ImageStore.CONTAINERD),
        )
        assert load(engine, by_manifest).images[0].image_id == image_id


def test_a_nameless_image_that_is_not_there_is_told_by_its_digest(tmp_path: Path) -> None:
    path = nameless(tmp_path, docker_20(NAMELESS))
    error = failure(StandIn(takes=says("Loaded image ID: sha256:x\n")), path)
    assert error.params == {"image": NAMELESS.config_digest}


def test_a_given_name_that_is_none_is_refused_before_one_byte_is_sent(tmp_path: Path) -> None:
    path = nameless(tmp_path, docker_20(NAMELESS))
    engine = StandIn()
    assert failure(engine, path, name="No Name").code is ErrorCode.NAME_INVALID
    assert engine.takes.data == b""


def test_an_image_with_names_keeps_them_whatever_was_given(path: Path) -> None:
    engine = knowing(WEB, DATABASE, takes=says("Loaded image: db:9\n"))
    options = LoadOptions({DATABASE.config_digest: "other:1"})
    result = run(load_archive(engine, path, options))
    assert result.images[1].names == ("db:9",)
    assert "other:1" not in engine.has_images


def test_an_archive_from_before_docker_1_10_is_proved_by_its_layers(tmp_path: Path) -> None:
    """The engine says nothing of what it loads from one."""
    path = nameless(tmp_path, builder.legacy())
    layers = [f"sha256:{sha256(builder.layer(each))}" for each in ("lower", "upper")]

    def engine(*diff_ids: str) -> StandIn:
        gets = {"old/app:1": image("sha256:new", *diff_ids)}
        return StandIn(takes=says("Loaded image: old/app:1\n"), gets_images=gets)

    assert load(engine(*layers), path).images == (LoadedImage("sha256:new", ("old/app:1",)),)
    assert failure(engine("x"), path).code is ErrorCode.LOAD_UNPROVEN


def test_progress_goes_through_all_phases(path: Path) -> None:
    told: list[Progress] = []
    engine = knowing(WEB, DATABASE, takes=says("Loaded image: db:9\n"))
    run(load_archive(engine, path), told.append)
    phases = list(dict.fromkeys(progress.phase for progress in told))
    assert (phases[0], phases[-2:]) == (Phase.INSPECTING, [Phase.UNPACKING, Phase.CHECKING])


def test_a_cancel_while_the_engine_unpacks_ends_the_job(path: Path) -> None:
    cancel = CancelToken()

    def look(progress: Progress) -> None:
        if progress.phase is Phase.UNPACKING:
            cancel.cancel()

    engine = knowing(WEB, DATABASE, takes=Received(is_silent=True))
    with pytest.raises(Cancelled):
        run(load_archive(engine, path, cancel=cancel), look)


def test_of_several_platforms_the_one_that_the_engine_shows_is_proved(tmp_path: Path) -> None:
    """A layout for all platforms under one name: engines keep them all and show their own."""
    foreign = Image(WEB.names[:1], (builder.layer("arm"),), architecture="arm64")
    own = Image(WEB.names[:1])
    path = tmp_path / "a.tar"
    path.write_bytes(tar(builder.platforms(foreign, own)))
    engine = knowing(own, takes=says(f"Loaded image: {own.names[0]}\n"))
    engine = replace(engine, info=replace(engine.info, store=ImageStore.CONTAINERD))
    assert [each.names for each in load(engine, path).images] == [own.names]
