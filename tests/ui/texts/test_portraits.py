"""Risk: a secret is shown unasked, or somebody believes that the data of a volume are exported."""

from desktop_app.engine_info import ContainerRecord, ImageRecord
from desktop_app.models.images import ImageRow
from desktop_app.portraits import ContainerPortrait, ImagePortrait, Mount, StartSettings, Step
from desktop_app.ui.texts import Portrait, container_text, image_text
from tests.ui.samples import NOON, container, digest

_SETTINGS = StartSettings(
    ("/entry", "two words"),
    ("serve",),
    ("PASSWORD=secret", "PATH=/bin"),
    ("80/tcp",),
    ("/data",),
    "/srv",
    "me",
    {"b": "2", "a": "1"},
)
_ROW = ImageRow(
    ImageRecord(digest("d"), ("web:1", "web:2"), 228_000_000, NOON, "linux/amd64"), "web:1"
)


def _said(portrait: Portrait) -> dict[str, tuple[str, ...]]:
    return {fact.title: fact.lines for fact in portrait.facts}


def test_an_image_says_what_the_list_knows_before_the_engine_is_asked() -> None:
    text = image_text(_ROW, [container("web-dev")], None)
    assert text.title == "web:1"
    assert text.summary.startswith("dddddddddddd · linux/amd64\n228 MB · made ")
    assert _said(text) == {
        "Other names (tags)": ("web:2",),
        "Used by": ("web-dev · Stopped",),
    }


def test_an_image_with_all_its_settings_shows_names_of_the_environment_only() -> None:
    steps = (Step("make", 7),)
    text = image_text(_ROW, [], ImagePortrait(digest("d"), _SETTINGS, steps))
    assert text.steps == steps
    assert text.remark == ""
    assert _said(text) == {
        "Other names (tags)": ("web:2",),
        "Starts with (ENTRYPOINT)": ("/entry 'two words'",),
        "Command (CMD)": ("serve",),
        "Listens on (EXPOSE)": ("80/tcp",),
        "Data kept outside (VOLUME)": ("/data",),
        "Working folder (WORKDIR)": ("/srv",),
        "Runs as (USER)": ("me",),
        "Environment (ENV)": ("PASSWORD", "PATH"),
        "Labels (LABEL)": ("a = 1", "b = 2"),
    }
    (environment,) = (fact for fact in text.facts if fact.secret_lines)
    assert environment.secret_lines == ("PASSWORD=secret", "PATH=/bin")


def test_an_image_without_a_name_and_a_history_says_so() -> None:
    row = ImageRow(ImageRecord(digest("d"), (), 7, None), "")
    text = image_text(row, [], ImagePortrait(digest("d"), StartSettings()))
    assert (text.title, text.summary) == ("(no name)", "dddddddddddd\n7 bytes")
    assert text.remark == "The engine does not say how this image was made."
    assert text.facts == ()


def test_what_is_outside_of_a_container_is_said_to_be_left_out() -> None:
    record = ContainerRecord(64 * "c", "db", "postgres:9.6", "running", NOON, ("/data",))
    for text, line in (
        (container_text(record, None), "/data"),
        (
            container_text(
                record,
                ContainerPortrait(64 * "c", StartSettings(), (), (Mount("/data", "vol"),)),
            ),
            "/data ← vol",
        ),
        (
            container_text(
                record,
                ContainerPortrait(64 * "c", StartSettings(), (), (Mount("/data", 64 * "e"),)),
            ),
            "/data ← eeeeeeeeeeee",
        ),
    ):
        (outside,) = (fact for fact in text.facts if fact.remark)
        assert outside.lines == (line,)
        assert outside.remark == "These are not in an exported file."


def test_a_container_with_its_sizes_ports_and_end() -> None:
    portrait = ContainerPortrait(
        64 * "c", _SETTINGS, ("8080 → 80/tcp",), (), 12_000, 133_000_000, 137
    )
    text = container_text(container("web"), portrait)
    assert text.title == "web"
    assert text.summary == "cccccccccccc · Stopped\nended with code 137"
    said = _said(text)
    assert said["Image"] == ("shop/web:2.1",)
    assert said["Reached from outside (ports)"] == ("8080 → 80/tcp",)
    assert said["Size"] == (
        "About 133 MB in an exported file",
        "12.0 kB of that was written by the container",
    )
    assert "PASSWORD=secret" not in str(said)


def test_what_strangers_wrote_cannot_turn_the_text_around() -> None:
    settings = StartSettings(user="me\N{RIGHT-TO-LEFT OVERRIDE}toor", labels={"a": "1\n2"})
    said = _said(image_text(_ROW, [], ImagePortrait(digest("d"), settings)))
    assert said["Runs as (USER)"] == ("me\N{REPLACEMENT CHARACTER}toor",)
    assert said["Labels (LABEL)"] == ("a = 1 2",)
