"""Risk: a layer is left out that the engine lacks, or images are said to be there that are not."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typing_extensions import override

from desktop_app.archives import ArchivedImage, ArchivedLayer, ArchiveReport, Evidence, identify
from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.engine_info import EngineInfo, ImageDetails, ImageRecord, ImageStore
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.transfers.presence import (
    find,
    images_there,
    is_told_by_digests,
    layers_there,
)
from desktop_app.transfers.requests import LoadedImage
from tests.archives import builder
from tests.archives.builder import Image, docker_20, tar
from tests.archives.judging import report as report_of
from tests.transfers.stand_in import INFO, StandIn, image

WEB = Image(("shop/web:1", "shop/web:latest"))
DB = Image(("db:9",), (builder.layer("db"),))
NAMELESS = Image((), (builder.layer("nameless"),))
PODMAN = replace(INFO, is_podman=True)
CONTAINERD = replace(INFO, store=ImageStore.CONTAINERD)


@pytest.fixture
def report(tmp_path: Path) -> ArchiveReport:
    path = tmp_path / "a.tar"
    path.write_bytes(tar(docker_20(WEB, DB, NAMELESS)))
    return identify(path)


def having(*images: Image, info: EngineInfo = INFO, names: bool = True) -> StandIn:
    """A classic engine with these images, which knows them by the digests of configurations."""
    found: dict[str, ImageDetails] = {}
    for each in images:
        own = each.names if names else ()
        details = image(each.config_digest, *each.diff_ids, names=own)
        found |= dict.fromkeys((each.config_digest, *own), details)
    return StandIn(has_images=found, info=info)


def there(
    engine: StandIn, report: ArchiveReport, given: str | None = None
) -> tuple[LoadedImage, ...] | None:
    given_names = {} if given is None else {NAMELESS.config_digest: given}
    return images_there(engine, report, given_names, CancelToken())


def test_images_that_are_all_there_are_known_by_their_digests(report: ArchiveReport) -> None:
    engine = having(WEB, DB, NAMELESS)
    assert there(engine, report) == (
        LoadedImage(WEB.config_digest, WEB.names, was_there=True),
        LoadedImage(DB.config_digest, DB.names, was_there=True),
        LoadedImage(NAMELESS.config_digest, (), was_there=True),
    )


def test_names_that_are_missing_are_put_on(report: ArchiveReport) -> None:
    engine = having(WEB, DB, NAMELESS, names=False)
    found = there(engine, report, given="docker.io/shop/new:1")
    assert found is not None
    assert found[2].names == ("shop/new:1",)
    for name, owner in (("shop/web:latest", WEB), ("db:9", DB), ("shop/new:1", NAMELESS)):
        assert engine.image(name).image_id == owner.config_digest


@pytest.mark.parametrize(
    "engine",
    [
        having(WEB, DB),
        StandIn(has_images=having(WEB, DB).has_images | {NAMELESS.config_digest: image("x", "y")}),
        having(WEB, DB, NAMELESS, info=CONTAINERD),
        StandIn(),
    ],
    ids=["one is missing", "other layers", "containerd", "empty"],
)
def test_what_is_not_all_there_is_sent_and_nothing_is_named(
    report: ArchiveReport, engine: StandIn
) -> None:
    before = dict(engine.has_images)
    assert there(engine, report, given="shop/new:1") is None
    assert engine.has_images == before


@pytest.mark.parametrize(
    ("entries", "has", "names"),
    [
        (docker_20(DB), (), ("localhost/db:9",)),
        (builder.podman(DB), (), ("db:9",)),
        (builder.oci_layout(DB), ("localhost/db:9",), ("localhost/db:9",)),
        (builder.oci_layout(DB), ("db:9",), ("db:9",)),
        (builder.oci_layout(DB), (), None),
    ],
)
def test_podman_is_asked_for_the_names_that_it_gives(
    tmp_path: Path, entries, has: tuple[str, ...], names: tuple[str, ...] | None
) -> None:
    path = tmp_path / "a.tar"
    path.write_bytes(tar(entries))
    details = image(DB.config_digest, *DB.diff_ids, names=has)
    engine = StandIn(has_images={DB.config_digest: details}, info=PODMAN)
    found = there(engine, identify(path))
    assert found == (None if names is None else (LoadedImage(DB.config_digest, names, True),))


@pytest.mark.parametrize(
    ("known_as", "whole", "is_there"),
    [
        ("manifest", ("manifest",), True),
        ("db:9", ("another", "manifest"), True),  # the ID is that of an index
        ("manifest", (), False),  # hollow, or an engine that does not say
        ("db:9", ("another",), False),
        ("config", ("manifest",), False),
    ],
)
def test_a_containerd_store_has_what_it_says_it_has_whole(
    tmp_path: Path, known_as: str, whole: tuple[str, ...], is_there: bool
) -> None:
    path = tmp_path / "a.tar"
    path.write_bytes(tar(builder.docker_25(DB)))
    report = identify(path)
    digests = {"manifest": report.images[0].manifest_digest, "config": DB.config_digest}
    details = image("sha256:there", *DB.diff_ids, names=DB.names)
    details = replace(details, whole_manifests=tuple(digests.get(each, each) for each in whole))
    has = {digests.get(known_as, known_as): details}
    engine = StandIn(has_images=has, info=CONTAINERD)
    found = (LoadedImage("sha256:there", DB.names, was_there=True),)
    assert there(engine, report) == (found if is_there else None)


def test_of_an_image_for_several_platforms_all_are_sent(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    path.write_bytes(tar(builder.platforms(DB, replace(DB, architecture="arm64"))))
    report = identify(path)
    (own, _) = report.images
    details = image("sha256:there", *DB.diff_ids, names=DB.names)
    details = replace(details, whole_manifests=(own.manifest_digest,))
    engine = StandIn(has_images={"db:9": details}, info=CONTAINERD)
    assert there(engine, report) is None


def test_only_what_has_digests_can_be_asked_for(report: ArchiveReport, tmp_path: Path) -> None:
    path = tmp_path / "old.tar"
    path.write_bytes(tar(builder.legacy()))
    old = identify(path)
    assert is_told_by_digests(report)
    assert not is_told_by_digests(old)
    assert not is_told_by_digests(report_of(Evidence.ZIP))
    assert there(StandIn(), old) is None


def test_an_engine_that_fails_is_not_one_without_the_image() -> None:
    class Lost(StandIn):
        @override
        def image(self, reference: str) -> ImageDetails:
            raise UserFacingError(ErrorCode.ENGINE_LOST)

    assert find(StandIn(), "x") is None
    with pytest.raises(UserFacingError):
        find(Lost(), "x")


MB = 1 << 20


def archived(*layers: str, name: str = "shop/web:2", megabytes: int = 10) -> ArchivedImage:
    """An image of a file; its layers are called by one letter each."""
    found = tuple(ArchivedLayer(each, f"{each}.tar", megabytes * MB) for each in layers)
    return replace(report_of().images[0], names=(name,), layers=found)


def left_out(
    has: list[str],
    *images: ArchivedImage,
    info: EngineInfo = INFO,
    is_packed: bool = False,
) -> str:
    """The layers that an engine with these chains need not be sent."""
    known = {f"sha256:{chain}": image(f"sha256:{chain}", *chain) for chain in has}
    engine = StandIn(has_images=known, info=info)
    found = report_of(Evidence.DOCKER_MANIFEST, *images)
    return "".join(sorted(layers_there(engine, found, CancelToken(), is_packed=is_packed)))


@pytest.mark.parametrize(
    ("has", "images", "omitted"),
    [
        ([], ["abc"], ""),
        (["ab"], ["abc"], "ab"),
        (["abcd"], ["abc"], "abc"),
        (["abx", "a"], ["abc"], "ab"),
        (["b", "xb", "xabc"], ["abc"], ""),  # they stand on others there
        (["ab"], ["abc", "xb"], "a"),  # one of the images needs it elsewhere
        (["ab", "xb"], ["abc", "xb"], "abx"),
        (["aa"], ["aab"], "a"),
        (["a"], ["aab"], ""),  # the same layer twice, of which the engine has the first
        (["abc", "abd"], ["abc", "abd"], "abcd"),
    ],
)
def test_only_what_stands_on_the_same_layers_is_left_out(
    has: list[str], images: list[str], omitted: str
) -> None:
    assert left_out(has, *(archived(*each) for each in images)) == omitted


@pytest.mark.parametrize("info", [PODMAN, CONTAINERD], ids=["podman", "containerd"])
def test_engines_that_want_every_layer_get_them(info: EngineInfo) -> None:
    assert left_out(["ab"], archived(*"abc"), info=info) == ""


def test_layers_are_left_out_where_that_pays() -> None:
    assert left_out(["ab"], archived(*"abc", megabytes=0)) == ""
    assert left_out(["a"], archived(*"abcd"), is_packed=True) == ""
    assert left_out(["ab"], archived(*"abcd"), is_packed=True) == "ab"
    assert left_out(["a"], archived(*"abcd")) == "a"


class Asked(StandIn):
    """Remembers what it was asked for; its images get older and older."""

    def __init__(self, *chains: str) -> None:
        super().__init__(has_images={f"sha256:{each}": image(each, *each) for each in chains})
        self.looks: list[str] = []

    @override
    def images(self) -> tuple[ImageRecord, ...]:
        names = {"sha256:xy": ("shop/web:1",)}
        return tuple(
            ImageRecord(each, names.get(each, ()), 1000, datetime(2020, 1, 1 + number, tzinfo=UTC))
            for number, each in enumerate(self.has_images)
        )

    @override
    def image(self, reference: str) -> ImageDetails:
        self.looks.append(reference.removeprefix("sha256:"))
        return super().image(reference)


def test_likely_images_are_asked_for_first_and_no_more_than_it_takes() -> None:
    engine = Asked("s", "xy", "t", "ab", "u")
    found = report_of(Evidence.DOCKER_MANIFEST, archived(*"ab"))
    assert layers_there(engine, found, CancelToken()) == {"a", "b"}
    assert engine.looks == ["xy", "u", "ab"]


def test_no_more_images_are_asked_for_than_pays() -> None:
    engine = Asked(*(f"{number}" for number in range(9)))
    found = report_of(Evidence.DOCKER_MANIFEST, archived("a", megabytes=3))
    assert layers_there(engine, found, CancelToken()) == set()
    assert len(engine.looks) == 3


def test_an_image_that_is_gone_meanwhile_is_none() -> None:
    engine = Asked("ab")
    engine.has_images = {"sha256:gone": image("sha256:other")}

    class Forgetful(Asked):
        @override
        def image(self, reference: str) -> ImageDetails:
            raise UserFacingError(ErrorCode.IMAGE_GONE, {"image": reference})

    found = report_of(Evidence.DOCKER_MANIFEST, archived(*"ab"))
    assert layers_there(Forgetful("ab"), found, CancelToken()) == set()


def test_asking_can_be_cancelled(report: ArchiveReport) -> None:
    cancel = CancelToken()
    cancel.cancel()
    found = report_of(Evidence.DOCKER_MANIFEST, archived(*"ab"))
    with pytest.raises(Cancelled):
        layers_there(Asked("ab"), found, cancel)
    with pytest.raises(Cancelled):
        images_there(having(WEB), report, {}, cancel)
