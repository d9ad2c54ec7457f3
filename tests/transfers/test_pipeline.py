"""Risk: a stage that outlives its transfer, a wrong error told, a cancel that nobody hears."""

import threading

import pytest

from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.progress import Phase, Progress, run
from desktop_app.transfers.channel import BLOCK_BYTES, Reader
from desktop_app.transfers.pipeline import Pipeline
from tests.transfers.sources import source_of

NOW = Progress(Phase.RECEIVING)


def nothing() -> None:
    pass


def counted(reader: Reader) -> int:
    return sum(len(view) for view in reader)


def watched(pipeline: Pipeline):
    """The watching generator of a pipeline, as a job sees it."""
    yield from pipeline.watch(lambda: NOW)


def test_all_stages_run_to_their_end_and_give_their_results() -> None:
    with Pipeline(CancelToken(), nothing) as pipeline:
        stream = pipeline.channel()
        counts = [pipeline.spawn(counted, stream.reader()) for _ in range(3)]
        pipeline.spawn(stream.fill_from, source_of(bytes(20 * BLOCK_BYTES)))
        run(watched(pipeline))
    assert [count.result() for count in counts] == [20 * BLOCK_BYTES] * 3


def test_the_first_failure_is_the_one_told_and_it_wakes_the_stage_that_waits_for_the_engine() -> (
    None
):
    cut = threading.Event()

    def silent_engine(_buffer: memoryview) -> int:
        assert cut.wait(10)
        raise ConnectionResetError("a consequence of the cut")

    def full_disk(_reader: Reader) -> None:
        raise OSError("the cause")

    with Pipeline(CancelToken(), cut.set) as pipeline, pytest.raises(OSError, match="the cause"):
        stream = pipeline.channel()
        pipeline.spawn(full_disk, stream.reader())
        pipeline.spawn(stream.fill_from, silent_engine)
        run(watched(pipeline))


def test_a_cancel_ends_the_transfer_though_the_engine_stays_silent() -> None:
    cut = threading.Event()
    cancel = CancelToken()

    def silent_engine(_buffer: memoryview) -> int:
        cancel.cancel()
        assert cut.wait(10)
        raise ConnectionResetError("a consequence of the cancel")

    with Pipeline(cancel, cut.set) as pipeline, pytest.raises(Cancelled):
        stream = pipeline.channel()
        pipeline.spawn(counted, stream.reader())
        pipeline.spawn(stream.fill_from, silent_engine)
        run(watched(pipeline))


def test_a_job_that_is_dropped_leaves_no_thread() -> None:
    cut = threading.Event()

    def silent_engine(_buffer: memoryview) -> int:
        assert cut.wait(10)
        return 0

    def body():
        with Pipeline(CancelToken(), cut.set) as pipeline:
            stream = pipeline.channel()
            pipeline.spawn(counted, stream.reader())
            pipeline.spawn(stream.fill_from, silent_engine)
            yield from pipeline.watch(lambda: NOW)

    job = body()
    next(job)
    job.close()
    assert not [t for t in threading.enumerate() if t.name.startswith("stage")]


def test_the_first_progress_comes_before_the_transfer_is_over() -> None:
    cut = threading.Event()

    def silent_engine(_buffer: memoryview) -> int:
        assert cut.wait(10)
        return 0

    with Pipeline(CancelToken(), cut.set) as pipeline:
        stream = pipeline.channel()
        pipeline.spawn(stream.fill_from, silent_engine)
        told = pipeline.watch(lambda: Progress(Phase.WAITING, stream.passed_bytes))
        assert next(told) == Progress(Phase.WAITING, 0)
        cut.set()
        assert list(told)[-1] == Progress(Phase.WAITING, 0)


def test_a_stage_that_needs_no_more_ends_early_without_holding_back_the_rest() -> None:
    def glance(reader: Reader) -> int:
        return len(next(iter(reader)))

    with Pipeline(CancelToken(), nothing) as pipeline:
        stream = pipeline.channel()
        first = pipeline.spawn(glance, stream.reader())
        whole = pipeline.spawn(counted, stream.reader())
        pipeline.spawn(stream.fill_from, source_of(bytes(40 * BLOCK_BYTES)))
        run(watched(pipeline))
    assert first.result() == BLOCK_BYTES
    assert whole.result() == 40 * BLOCK_BYTES
