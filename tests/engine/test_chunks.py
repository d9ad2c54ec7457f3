"""Risk: a byte too many or too few comes out of the coding, or an end that was cut seems whole."""

import http.client
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from desktop_app.engine.chunks import ChunkedBody


class _Slowly(io.RawIOBase):
    """Hands out what was sent in pieces of given sizes, one after another and over again."""

    def __init__(self, sent: bytes, sizes: list[int]) -> None:
        super().__init__()
        self._sent = sent
        self._sizes = sizes
        self._count = 0

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer) -> int:
        size = self._sizes[self._count % len(self._sizes)]
        self._count += 1
        piece = self._sent[: min(size, len(buffer))]
        self._sent = self._sent[len(piece) :]
        buffer[: len(piece)] = piece
        return len(piece)


def _body(sent: bytes, sizes: list[int] | None = None) -> ChunkedBody:
    return ChunkedBody(io.BufferedReader(_Slowly(sent, sizes or [1 << 20])))


def _read(body: ChunkedBody, buffer_bytes: int = 1 << 20) -> bytes:
    received, buffer = bytearray(), memoryview(bytearray(buffer_bytes))
    while count := body.readinto(buffer):
        received += buffer[:count]
    return bytes(received)


def _coded(*chunks: bytes) -> bytes:
    return b"".join(b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in (*chunks, b""))


@given(
    chunks=st.lists(st.binary(min_size=1, max_size=300), max_size=12),
    sizes=st.lists(st.integers(1, 90), min_size=1, max_size=4),
    buffer_bytes=st.integers(1, 700),
)
def test_every_byte_comes_out_however_it_is_cut(chunks, sizes, buffer_bytes) -> None:
    assert _read(_body(_coded(*chunks), sizes), buffer_bytes) == b"".join(chunks)


def test_chunks_may_be_larger_than_the_buffer() -> None:
    chunk = bytes(range(256)) * 4000
    assert _read(_body(_coded(chunk, chunk))) == chunk + chunk


def test_after_the_end_there_is_nothing_more() -> None:
    body = _body(_coded(b"all"))
    assert _read(body) == b"all"
    assert body.readinto(memoryview(bytearray(8))) == 0


def test_extensions_and_trailers_say_nothing() -> None:
    sent = b'0A ; name="x"\r\n0123456789\r\n0\r\nExpires: never\r\nMore: yes\r\n\r\n'
    assert _read(_body(sent)) == b"0123456789"


@given(cut=st.integers(0, len(_coded(b"first", b"second")) - 1))
def test_a_body_that_ends_early_is_not_whole(cut) -> None:
    with pytest.raises(http.client.IncompleteRead):
        _read(_body(_coded(b"first", b"second")[:cut]))


@pytest.mark.parametrize(
    "sent",
    [
        b"\r\nabc\r\n0\r\n\r\n",
        b"-3\r\nabc\r\n0\r\n\r\n",
        b"0x3\r\nabc\r\n0\r\n\r\n",
        b"3\r\nabcd\r\n0\r\n\r\n",
        b"f" * 17 + b"\r\n",
        b"<html>\r\n",
        b"3" * 5000,
    ],
    ids=["no-size", "negative", "prefixed", "too-long", "too-large", "no-chunks", "no-line"],
)
def test_what_is_no_chunk_is_an_error(sent) -> None:
    with pytest.raises(http.client.HTTPException):
        _read(_body(sent))
