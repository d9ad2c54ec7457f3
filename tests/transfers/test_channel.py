"""Risk: bytes lost, doubled or overwritten between two threads, or a thread that waits for ever."""

import os
import threading
from collections.abc import Iterator

import pytest

from desktop_app.transfers import channel as channel_module
from desktop_app.transfers.channel import Broken, Channel, Reader
from tests.transfers.sources import source_of

SMALL = 16 << 10  # bytes


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of blocks is what matters; in real ones it would be hundreds of megabytes."""
    monkeypatch.setattr(channel_module, "BLOCK_BYTES", SMALL)


def collected(reader: Reader) -> bytes:
    return b"".join(bytes(view) for view in reader)


def in_thread(function, *args) -> Iterator[object]:
    """Run a function in a thread; iterating once more joins it and gives its result."""
    results: list[object] = []
    thread = threading.Thread(target=lambda: results.append(function(*args)))
    thread.start()
    yield thread
    thread.join(10)
    assert not thread.is_alive()
    yield results[0]


def test_every_reader_sees_every_byte_though_buffers_are_reused() -> None:
    data = os.urandom(40 * SMALL + 17)  # more than twice as many blocks as there are buffers
    channel = Channel()
    slow, fast = in_thread(collected, channel.reader()), in_thread(collected, channel.reader())
    next(slow), next(fast)
    channel.fill_from(source_of(data, step=SMALL - 1))
    assert next(slow) == data
    assert next(fast) == data
    assert channel.passed_bytes == len(data)


def test_memory_is_bounded_because_a_reader_that_lags_holds_the_source_back() -> None:
    channel = Channel()
    reader = channel.reader()
    asked = threading.Semaphore(0)

    def endless(buffer: memoryview) -> int:
        asked.release()
        return len(buffer)

    filling = threading.Thread(target=lambda: pytest.raises(Broken, channel.fill_from, endless))
    filling.start()
    for _ in range(16):
        assert asked.acquire(timeout=10)
    assert not asked.acquire(timeout=0.2)  # the 17th buffer does not exist
    channel.break_off()
    filling.join(10)
    assert len(reader.waiting) == 16


def test_a_reader_that_leaves_early_does_not_hold_back_the_others() -> None:
    data = os.urandom(30 * SMALL)
    channel = Channel()
    leaving, staying = channel.reader(), in_thread(collected, channel.reader())
    next(staying)
    leaving.close()
    channel.fill_from(source_of(data))
    assert next(staying) == data


def test_a_channel_without_readers_lets_the_source_run_to_its_end() -> None:
    channel = Channel()
    channel.reader().close()
    channel.fill_from(source_of(bytes(20 * SMALL)))
    assert channel.passed_bytes == 20 * SMALL
    assert channel.has_ended


def test_breaking_off_wakes_a_reader_that_waits() -> None:
    channel = Channel()
    reader = channel.reader()
    waiting = in_thread(lambda: pytest.raises(Broken, collected, reader))
    next(waiting)
    channel.break_off()
    assert next(waiting)


@pytest.mark.parametrize("step", [1, 511, 512, 4096, SMALL + 1])
def test_readinto_gives_the_same_bytes_in_pieces_of_any_size(step: int) -> None:
    data = os.urandom(3000) if step == 1 else os.urandom(3 * SMALL + 5)
    channel = Channel()
    reader = channel.reader()
    channel.fill_from(source_of(data))
    got, buffer = bytearray(), memoryview(bytearray(step))
    while count := reader.readinto(buffer):
        got += buffer[:count]
    assert got == data
