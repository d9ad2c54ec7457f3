"""Risk: a person reads half a sentence in another language, or a name never gets into its place."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

_FOLDER = Path(__file__).resolve().parent.parent / "resources" / "translations"
_FILES = sorted(path.name for path in _FOLDER.glob("*.ts"))
_PLACEHOLDER = re.compile(r"\{\w*\}|%n|%\d")
_MNEMONIC = re.compile(r"&\w")
_FORMS = {"image-ferry_en.ts": 2, "image-ferry_zh_CN.ts": 1}
"""How many forms a counted thing has in a language."""


@dataclass(frozen=True)
class Message:
    """One text and what it is in another language; one that counts has several forms."""

    context: str
    source: str
    forms: tuple[str, ...]
    is_counted: bool
    is_finished: bool

    def place(self) -> str:
        return f"{self.context}: {self.source}"


def messages_of(xml: str) -> Iterator[Message]:
    for context in ET.fromstring(xml).iter("context"):  # noqa: S314  our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            is_counted = message.get("numerus") == "yes"
            forms = translation.findall("numerusform") if is_counted else [translation]
            yield Message(
                context.findtext("name") or "",
                message.findtext("source") or "",
                tuple(form.text or "" for form in forms),
                is_counted,
                translation.get("type") is None,
            )


@pytest.fixture(params=_FILES)
def file(request: pytest.FixtureRequest) -> str:
    """The name of one file of translations after the other."""
    name: str = request.param
    return name


@pytest.fixture
def messages(file: str) -> list[Message]:
    """All that is in it."""
    found = list(messages_of((_FOLDER / file).read_text(encoding="utf-8")))
    assert found
    return found


def test_every_text_is_translated(messages: list[Message]) -> None:
    left = [message for message in messages if not is_whole(message)]
    assert not left, f"{len(left)} texts wait for a translator: {listed(left)}"


def test_counted_things_have_every_form_of_the_language(file: str, messages: list[Message]) -> None:
    counted = [message for message in messages if message.is_counted]
    wrong = [message for message in counted if len(message.forms) != _FORMS[file]]
    assert counted
    assert not wrong, f"not {_FORMS[file]} forms: {listed(wrong)}"


def test_placeholders_are_those_of_the_source(messages: list[Message]) -> None:
    wrong = [message for message in messages if has_wrong_placeholders(message)]
    assert not wrong, f"other placeholders than the source: {listed(wrong)}"


def test_a_menu_entry_keeps_its_letter(messages: list[Message]) -> None:
    """Chinese puts it behind, as in 打开(&O): without it the menu cannot be used by key."""
    lost = [
        message
        for message in messages
        if _MNEMONIC.search(message.source)
        and any(form and not _MNEMONIC.search(form) for form in message.forms)
    ]
    assert not lost, f"no letter after &: {listed(lost)}"


def test_english_has_the_texts_that_count_and_no_others() -> None:
    english = (_FOLDER / "image-ferry_en.ts").read_text(encoding="utf-8")
    assert all(message.is_counted for message in messages_of(english))


@pytest.mark.parametrize(
    ("source", "form", "is_wrong"),
    [
        ("{file} is there", "{file} 已存在", False),
        ("{file} is there", "{flie} 已存在", True),
        ("{file} is there", "文件已存在", True),
        ("%n file(s)", "%n 个文件", False),
        ("%n file(s)", "个文件", True),
        ("{a} and {b}", "{b}、{a}", False),
        ("anything", "", False),
    ],
)
def test_a_wrong_placeholder_is_found(source: str, form: str, is_wrong: bool) -> None:
    message = Message("Context", source, (form,), is_counted=False, is_finished=True)
    assert has_wrong_placeholders(message) is is_wrong


def test_a_text_that_is_not_translated_is_found() -> None:
    body = "<source>Save</source><translation type='unfinished'>保存</translation>"
    xml = f"<TS><context><name>A</name><message>{body}</message></context></TS>"
    (message,) = messages_of(xml)
    assert not is_whole(message)


def is_whole(message: Message) -> bool:
    return message.is_finished and all(form.strip() for form in message.forms)


def has_wrong_placeholders(message: Message) -> bool:
    """The other test tells of texts that are not translated at all."""
    wanted = sorted(_PLACEHOLDER.findall(message.source))
    return any(form and sorted(_PLACEHOLDER.findall(form)) != wanted for form in message.forms)


def listed(messages: list[Message]) -> str:
    return "; ".join(message.place() for message in messages[:20])
