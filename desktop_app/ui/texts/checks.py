"""What the check of a file came to: one line for its card, and a report to hand on."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from desktop_app.archives import (
    ArchivedImage,
    ArchiveReport,
    Compression,
    Depth,
    Finding,
    FindingCode,
    Severity,
)
from desktop_app.transfers.requests import CheckResult
from desktop_app.ui.texts.contents import kind_text
from desktop_app.ui.texts.findings import finding_text
from desktop_app.ui.texts.joints import joined, sentences
from desktop_app.ui.texts.program import program_text
from desktop_app.ui.texts.reports import file_line, image_line, report_line, size_line

_RANKS = {code: rank for rank, code in enumerate(FindingCode)}


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Problems before remarks; of each, what is wrong with the whole file before its contents."""
    return sorted(
        findings,
        key=lambda finding: (finding.severity is Severity.REMARK, _RANKS[finding.code]),
    )


def check_text(result: CheckResult) -> str:
    """Whether the file is whole, and the worst that was found, in a few sentences."""
    findings = worst_first(result.found.findings)
    if not findings:
        return _outcome_text(result)
    worst = finding_text(findings[0])
    advice = "" if result.found.is_whole else worst.advice
    return sentences([_outcome_text(result), worst.headline, advice])


def check_report(result: CheckResult) -> str:
    """All that was found as plain text, in the person's language, with the code of each finding."""
    found, report = result.found, result.found.report
    lines = [
        program_text(),
        file_line(found.path),
        size_line(report.size_bytes),
        report_line("SHA-256", _sha256(result)),
        report_line(QCoreApplication.translate("Checks", "Kind"), _kind(report)),
        report_line(QCoreApplication.translate("Checks", "Check"), depth_text(found.depth)),
        report_line(QCoreApplication.translate("Checks", "Result"), _outcome_text(result)),
        *map(_image, report.images),
        *_findings(result),
    ]
    return "\n".join(lines)


def depth_text(depth: Depth) -> str:
    """What a check of this depth is called."""
    if depth is Depth.FULL:
        return QCoreApplication.translate("Checks", "Full: every checksum")
    return QCoreApplication.translate("Checks", "Quick: the structure only")


def _outcome_text(result: CheckResult) -> str:
    if result.found.is_whole:
        return _good_text(result)
    severities = [finding.severity for finding in result.found.findings]
    problems = severities.count(Severity.PROBLEM)
    return QCoreApplication.translate("Checks", "%n problem(s) found.", "", problems)


def _good_text(result: CheckResult) -> str:
    """What may be said of a file without a problem, and no more than that."""
    codes = {finding.code for finding in result.found.findings}
    if result.sha256:
        return QCoreApplication.translate(
            "Checks", "Whole: the file is the one that its checksum was written for."
        )
    if result.found.depth is Depth.FULL and FindingCode.NO_DIGESTS not in codes:
        return QCoreApplication.translate("Checks", "Whole: every checksum is right.")
    structure = QCoreApplication.translate("Checks", "Its structure is whole.")
    if result.found.depth is Depth.FULL:  # the remark says why that is all
        return structure
    skipped = QCoreApplication.translate("Checks", "The contents of its layers were not read.")
    return sentences([structure, skipped])


def _sha256(result: CheckResult) -> str:
    return result.sha256 or QCoreApplication.translate("Checks", "not known")


def _kind(report: ArchiveReport) -> str:
    compression = report.compression
    packed = "" if compression is Compression.NONE else compression.value
    return joined([kind_text(report.kind), packed])


def _image(image: ArchivedImage) -> str:
    layers = QCoreApplication.translate("Checks", "%n layer(s)", "", len(image.layers))
    return image_line(image.names, [image.platform, layers, image.config_digest])


def _findings(result: CheckResult) -> Iterator[str]:
    for finding in worst_first(result.found.findings):
        if finding.severity is Severity.PROBLEM:
            name = QCoreApplication.translate("Checks", "Problem")
        else:
            name = QCoreApplication.translate("Checks", "Remark")
        text = finding_text(finding)
        yield report_line(f"{name} [{finding.code}]", sentences([text.headline, text.advice]))
