"""Risk: a card calls a file whole of which that is not known, or a report leaves something out."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.archives import Depth, Finding, FindingCode, VerificationReport
from desktop_app.transfers.requests import CheckResult
from desktop_app.ui.texts import check_report, check_text
from desktop_app.ui.texts.checks import worst_first
from tests.ui.samples import FILESYSTEM, NAMELESS, READ, SHOP
from tests.ui.texts.sentences import another_language

_PATH = Path("/media/stick/shop.tar")
_WHOLE = CheckResult(VerificationReport(_PATH, SHOP, Depth.FULL, ()))
_REMARK = Finding(FindingCode.REPEATED_MEMBER, "a.json")
_LAYER = Finding(FindingCode.DIGEST_WRONG, "blobs/f")
_CUT = Finding(FindingCode.CUT_SHORT, "blobs/e")


def _found(*findings: Finding, depth: Depth = Depth.FULL, sha256: str = "") -> CheckResult:
    found = replace(_WHOLE.found, findings=findings, depth=depth)
    return CheckResult(found, sha256)


@pytest.mark.parametrize(
    ("result", "text"),
    [
        (_WHOLE, "Whole: every checksum is right."),
        (
            _found(sha256=64 * "a"),
            "Whole: the file is the one that its checksum was written for.",
        ),
        (
            _found(depth=Depth.QUICK),
            "Its structure is whole. The contents of its layers were not read.",
        ),
        (
            _found(Finding(FindingCode.NO_DIGESTS)),
            "Its structure is whole. Only the structure of this file could be checked.",
        ),
        (
            _found(_REMARK),
            "Whole: every checksum is right. a.json is in the archive more than once.",
        ),
    ],
    ids=["full", "with a checksum", "quick", "a file system", "with a remark"],
)
def test_no_more_is_said_than_is_known(result: CheckResult, text: str) -> None:
    assert check_text(result) == text


def test_the_worst_comes_first_with_what_to_do() -> None:
    assert worst_first([_REMARK, _LAYER, _CUT]) == [_CUT, _LAYER, _REMARK]
    text = check_text(_found(_REMARK, _LAYER, _CUT))
    assert text.startswith("2 problem(s) found. The file ends too early, at blobs/e. ")
    assert text.endswith("have it made again where it came from.")


def test_a_report_says_all_that_is_known() -> None:
    lines = check_report(_found(_REMARK, _LAYER, sha256=64 * "a")).splitlines()
    assert lines[0].startswith("Image Ferry ")
    for line in (
        "File: /media/stick/shop.tar",
        "Size: 361 MB (361,000,000 bytes)",
        f"SHA-256: {64 * 'a'}",
        "Kind: Saved images",
        "Check: Full: every checksum",
        "Result: 1 problem(s) found.",
        f"Image: shop/web:2.1 · linux/amd64 · 1 layer(s) · sha256:{64 * 'a'}",
        f"Image: shop/api:2.1 · linux/arm64 · 1 layer(s) · sha256:{64 * 'b'}",
    ):
        assert line in lines
    assert lines[-2].startswith("Problem [digest-wrong]: blobs/f has not the checksum")
    assert lines[-1].startswith("Remark [repeated-member]: a.json is in the archive")


def test_a_report_says_what_is_not_known() -> None:
    result = _found(depth=Depth.QUICK)
    nameless = CheckResult(replace(result.found, report=NAMELESS))
    lines = check_report(nameless).splitlines()
    assert "SHA-256: not known" in lines
    assert "Check: Quick: the structure only" in lines
    assert any(line.startswith("Image: (without a name) · linux/amd64") for line in lines)


def test_a_report_names_the_compression_and_needs_no_images() -> None:
    packed = check_report(CheckResult(replace(_WHOLE.found, report=READ)))
    assert "Kind: Saved images · gzip\n" in packed
    plain = check_report(CheckResult(replace(_WHOLE.found, report=FILESYSTEM)))
    assert "Image:" not in plain


def test_names_from_the_file_cannot_forge_a_line() -> None:
    path = Path("/media/a\nResult: Whole.tar")
    report = check_report(CheckResult(replace(_WHOLE.found, path=path)))
    assert len(report.splitlines()) == len(check_report(_WHOLE).splitlines())


def test_everything_can_be_translated(qapp: QApplication) -> None:
    with another_language(qapp):
        assert check_text(_WHOLE).startswith("«")
        lines = check_report(_found(_REMARK, _LAYER)).splitlines()
    assert all(line.startswith(("«", "Image Ferry")) for line in lines)
