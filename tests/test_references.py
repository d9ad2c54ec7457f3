"""Risk: a name that docker takes is refused, one that it refuses is sent, or two spellings differ.

``docker tag`` of 28.2 was asked for each of the names here, and answers as the tables say.
"""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.references import Reference, familiar, is_valid, parse, suggest

HEX = "0123456789abcdef"

PARSED = {
    "postgres": ("docker.io", "library/postgres", "latest"),
    "postgres:9.6": ("docker.io", "library/postgres", "9.6"),
    "library/postgres": ("docker.io", "library/postgres", "latest"),
    "docker.io/postgres:9.6": ("docker.io", "library/postgres", "9.6"),
    "index.docker.io/library/postgres": ("docker.io", "library/postgres", "latest"),
    "shop/web:2.1": ("docker.io", "shop/web", "2.1"),
    "localhost/web": ("localhost", "web", "latest"),
    "localhost:5000/web": ("localhost:5000", "web", "latest"),
    "ghcr.io/a/b/c:v1": ("ghcr.io", "a/b/c", "v1"),
    "registry:5000/a:1": ("registry:5000", "a", "1"),
    "[::1]:5000/a": ("[::1]:5000", "a", "latest"),
    "Registry/a": ("Registry", "a", "latest"),  # capitals make it a registry
    "a.b-c/d__e--f": ("a.b-c", "d__e--f", "latest"),
    "web:1/2": ("web:1", "2", "latest"),
    "web:A_b-C.1": ("docker.io", "library/web", "A_b-C.1"),
}
INVALID = [
    "",
    ":",
    ":1",
    "web:",
    "Web",
    "a b",
    "a//b",
    "/a",
    "a/",
    "a..b",
    "a___b",
    "-a",
    "a-",
    "_a",
    "web:-1",
    "web:.1",
    "web:" + "t" * 129,
    "a" * 256,
    HEX * 4,
    "web@sha256:" + HEX * 4,
    "web:1:2",
    "-r.io/a",
    "r-.io/a",
    "r.io:port/a",
    "r.io:/a",
    "wéb",
    "a\nb",
    "web:1\n2",
]


@pytest.mark.parametrize(("text", "parts"), PARSED.items())
def test_fills_in_what_docker_fills_in(text: str, parts: tuple[str, str, str]) -> None:
    assert parse(text) == Reference(*parts)


@pytest.mark.parametrize("text", INVALID, ids=[text[:20] for text in INVALID])
def test_refuses_what_docker_refuses(text: str) -> None:
    assert not is_valid(text)
    with pytest.raises(UserFacingError) as caught:
        parse(text)
    assert (caught.value.code, dict(caught.value.params)) == (
        ErrorCode.NAME_INVALID,
        {"name": text},
    )


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("docker.io/library/postgres", "postgres:latest"),
        ("docker.io/shop/web:2", "shop/web:2"),
        ("docker.io/library/a/b:1", "library/a/b:1"),
        ("ghcr.io/library/a:1", "ghcr.io/library/a:1"),
        ("localhost/web", "localhost/web:latest"),
        ("<none>:<none>", "<none>:<none>"),
    ],
)
def test_shows_the_short_form(text: str, short: str) -> None:
    assert familiar(text) == short


def test_a_repository_is_the_short_form_without_the_tag() -> None:
    assert parse("registry:5000/a:1").repository == "registry:5000/a"
    assert parse("postgres:9.6").repository == "postgres"


def test_spaces_around_a_typed_name_do_not_count() -> None:
    assert parse(" web:1\n") == parse("web:1")


def test_the_longest_name_counts_what_docker_fills_in() -> None:
    """The shorter limit, of Docker 20.10, holds for all engines."""
    filled_in = len("docker.io/library/")
    assert is_valid("a" * (255 - filled_in))
    assert not is_valid("a" * (256 - filled_in))
    assert is_valid("r.io/" + "a" * 250)
    assert not is_valid("r.io/" + "a" * 251)


def test_the_longest_tag_is_taken() -> None:
    assert is_valid("web:" + "t" * 128)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("My App (2)", "my-app-2:latest"),
        ("web_1.tar", "web-1-tar:latest"),
        ("镜像", "image:latest"),
        ("", "image:latest"),
    ],
)
def test_suggests_a_name(text: str, name: str) -> None:
    assert suggest(text) == name


@given(st.text())
def test_any_text_gets_a_valid_suggestion(text: str) -> None:
    assert is_valid(suggest(text))


@given(st.text(string.ascii_lowercase + string.digits + "./:-_@A", max_size=40))
def test_the_short_form_means_the_same_image(text: str) -> None:
    """Names are compared in this form everywhere, so it must lead back to where it came from."""
    if is_valid(text):
        assert parse(familiar(text)) == parse(text)
        assert familiar(familiar(text)) == familiar(text)
