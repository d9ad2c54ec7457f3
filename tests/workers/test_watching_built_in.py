"""Risk: the built-in engine comes in the place of one that was chosen, or does not come at all."""

from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.workers.snapshot import EngineSnapshot
from desktop_app.workers.watching import EngineWatch
from tests.workers.fakes import NOT_FOUND, FakeBuiltIn, FakeEngine, FakePlaces, image, names
from tests.workers.watches import AT_ONCE, STOPPED, Watch, is_absent, is_live, is_stale


def test_the_built_in_engine_is_used_where_there_is_no_other(watch: Watch) -> None:
    places = FakePlaces(NOT_FOUND, FakeEngine(url=FakeBuiltIn.URL))
    built_in = FakeBuiltIn(is_needed=True)
    watching = watch(places, built_in)
    watching.until(is_live)
    watching.end()
    assert places.asked_urls == [None, FakeBuiltIn.URL]
    assert built_in.calls == ["start", "stop"]


def test_an_engine_that_could_be_had_is_not_replaced_without_asking(watch: Watch) -> None:
    built_in = FakeBuiltIn()
    places = FakePlaces(STOPPED, FakeEngine(url=FakeBuiltIn.URL))
    watching = watch(places, built_in)
    assert watching.until(is_absent).can_use_podman
    assert built_in.calls == []
    watching.watch.use_built_in()
    watching.until(is_live)
    assert places.asked_urls[-1] == FakeBuiltIn.URL


def test_an_address_that_was_given_is_not_replaced_either() -> None:
    built_in = FakeBuiltIn(is_needed=True)
    seen: list[EngineSnapshot] = []

    def publish(snapshot: EngineSnapshot) -> None:
        seen.append(snapshot)
        if is_absent(snapshot):
            given.shut_down()

    given = EngineWatch(FakePlaces(STOPPED), publish, "tcp://far-away", built_in)
    given.run()
    assert is_absent(seen[-1])
    assert built_in.calls == ["stop"]


def test_a_podman_that_is_not_there_is_not_offered(watch: Watch) -> None:
    watching = watch(FakePlaces(STOPPED), FakeBuiltIn(is_installed=False))
    assert not watching.until(is_absent).can_use_podman


def test_going_over_leaves_no_rows_of_the_other_engine(watch: Watch) -> None:
    docker = FakeEngine(image("a", "linux/amd64"))
    watching = watch(FakePlaces(docker, FakeEngine(image("b", "linux/amd64"))), FakeBuiltIn())
    watching.until(is_live)
    watching.watch.use_built_in()
    assert watching.until(lambda snapshot: not snapshot.is_live) == EngineSnapshot()
    assert names(watching.until(is_live).images) == ["b"]
    assert docker.is_closed.is_set()


def test_a_built_in_engine_that_does_not_start_says_so_and_does_not_bar_the_way_to_others(
    watch: Watch,
) -> None:
    built_in = FakeBuiltIn(is_needed=True)
    built_in.failure = UserFacingError(ErrorCode.BUILT_IN_ENGINE_FAILED, {}, "no cgroups")
    places = FakePlaces(NOT_FOUND, FakeEngine())
    watching = watch(places, built_in)
    failed = watching.until(is_absent).stale_because
    assert failed is not None
    assert (failed.code, failed.detail) == (ErrorCode.BUILT_IN_ENGINE_FAILED, "no cgroups")
    watching.watch.refresh()
    watching.until(is_live)
    assert places.asked_urls == [None, None]


def test_a_built_in_engine_that_ended_is_started_again(watch: Watch) -> None:
    engine = FakeEngine(image("a", "linux/amd64"), url=FakeBuiltIn.URL)
    built_in = FakeBuiltIn(is_needed=True)
    watching = watch(FakePlaces(NOT_FOUND, engine), built_in, AT_ONCE)
    watching.until(is_live)
    engine.notices.end()
    watching.until(is_stale)
    watching.until(is_live)
    watching.end()
    assert built_in.calls == ["start", "start", "stop"]


def test_a_wish_for_a_built_in_engine_that_there_is_not_only_tries_again(watch: Watch) -> None:
    watching = watch(FakePlaces(STOPPED, FakeEngine()))
    watching.until(is_absent)
    watching.watch.use_built_in()
    watching.until(is_live)
