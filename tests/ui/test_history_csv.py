"""Risk: a spreadsheet shows Chinese as rubbish, or runs what somebody wrote into a name."""

import csv
import io
from dataclasses import replace

from desktop_app.ui.history_csv import history_csv
from tests.desktop.past import ALL, CHECKED, DIGEST, IMPORTED, SAVED, SUM


def _rows(table: bytes) -> list[list[str]]:
    assert table.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def test_a_row_has_all_that_is_known() -> None:
    header, row = _rows(history_csv([SAVED]))
    assert header == ["Ended", "What", "File", "Size in bytes", "SHA-256", "Images", "Result"]
    assert row[0][:4] == "2026"
    assert row[1:] == [
        "Saved db:9.6 and shop/web:2.1 → db.tar",
        "/media/me/STICK/db.tar",
        "95000000",
        SUM,
        f"db:9.6 {DIGEST}\n{DIGEST}",
        "Done",
    ]


def test_lines_end_as_the_standard_wants_it_and_none_is_lost() -> None:
    table = history_csv(ALL)
    assert len(_rows(table)) == 1 + len(ALL)
    assert table.count(b"\r\n") == 1 + len(ALL)


def test_no_cell_is_a_formula() -> None:
    for name in ("=1+1", "+1", "-1", "@sum", "\tx", "\rx"):
        image = replace(IMPORTED.images[0], names=(name,))
        (_, row) = _rows(history_csv([replace(IMPORTED, images=(image,))]))
        assert row[5].startswith(f"'{name}")


def test_a_name_that_is_no_text_spoils_nothing() -> None:
    (_, row) = _rows(history_csv([CHECKED]))
    assert row[2] == "/media/me/STICK/old?.tar"
