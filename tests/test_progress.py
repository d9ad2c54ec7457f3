"""Risk: a job's result is lost, or its clean-up runs late or never."""

from collections.abc import Generator

import pytest

from desktop_app.progress import Phase, Progress, run

HALF = Progress(Phase.SENDING, 5, 10)
WHOLE = Progress(Phase.SENDING, 10, 10)


class Job:
    is_clean = False

    def body(self, error: Exception | None = None) -> Generator[Progress, None, str]:
        try:
            yield HALF
            if error is not None:
                raise error
            yield WHOLE
        finally:
            self.is_clean = True
        return "done"


def test_gives_the_result_and_every_step_on_the_way() -> None:
    steps = list[Progress]()
    assert run(Job().body(), steps.append) == "done"
    assert steps == [HALF, WHOLE]


def test_nobody_needs_to_watch() -> None:
    assert run(Job().body()) == "done"


def test_a_job_that_fails_has_cleaned_up() -> None:
    job = Job()
    with pytest.raises(OSError, match="disk"):
        run(job.body(OSError("disk")))
    assert job.is_clean


def test_a_watcher_that_fails_ends_the_job_at_once() -> None:
    """Without the closing, the clean-up would wait for Python's garbage collector."""
    job = Job()
    body = job.body()

    def fail(_: Progress) -> None:
        raise RuntimeError("watcher")

    with pytest.raises(RuntimeError, match="watcher"):
        run(body, fail)
    assert job.is_clean
