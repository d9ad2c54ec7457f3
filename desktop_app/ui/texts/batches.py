"""How far several transfers together are, and how they ended."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop_app.models.batch import BatchProgress
from desktop_app.models.transfers import TransferRecord
from desktop_app.ui.texts.errors import error_text
from desktop_app.ui.texts.joints import sentences
from desktop_app.ui.texts.quantities import long_time_left_text
from desktop_app.ui.texts.transfers import request_title, result_text, state_text
from desktop_app.workers.outcome import Failed, Succeeded


def batch_text(batch: BatchProgress) -> str:
    """``2 of 5 done, 1 failed, about 3 minutes left``, and in the end ``5 transfers done``."""
    if not batch.is_over:
        text = QCoreApplication.translate("Batches", "{ended} of {total} done")
        first = text.format(ended=batch.ended, total=batch.total)
    elif batch.failed or batch.cancelled:
        first = QCoreApplication.translate("Batches", "%n transfer(s) ended", "", batch.total)
    else:
        first = QCoreApplication.translate("Batches", "%n transfer(s) done", "", batch.total)
    parts = [first]
    if batch.failed:
        parts.append(QCoreApplication.translate("Batches", "%n failed", "", batch.failed))
    if batch.cancelled:
        parts.append(QCoreApplication.translate("Batches", "%n cancelled", "", batch.cancelled))
    if batch.seconds_left is not None:
        parts.append(long_time_left_text(batch.seconds_left))
    return QCoreApplication.translate("Batches", ", ").join(parts)


def ended_texts(records: Sequence[TransferRecord], batch: BatchProgress) -> tuple[str, str]:
    """A headline and a sentence for somebody who looks at something else.

    Args:
        records: all of the batch, over.
        batch: what they came to.
    """
    if len(records) > 1:
        return QCoreApplication.translate("Batches", "Transfers"), batch_text(batch)
    record = records[0]
    title = request_title(record.request, record.outcome)
    match record.outcome:
        case Succeeded(value):
            return title, result_text(value) or state_text(record.state)
        case Failed(code, params):
            text = error_text(code, params)
            return title, sentences([text.headline, text.advice])
        case _:
            return title, state_text(record.state)
