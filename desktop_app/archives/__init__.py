"""Files: what one is, what is in it, whether it is whole. Pure Python, no Qt, no docker.

``tar_reader.py`` goes through an archive once; ``survey.py`` remembers names and documents; each
form of image archive has a module that reads them; ``content.py`` says what it all means, and
``identification.py`` does all this for a file, in one pass or two.
``compatibility.py`` then judges which method fits on which engine (``arrival.py`` knows how images
arrive there), ``conversions/`` makes a file fit while it is sent, and ``proof.py`` checks every
digest of a stream while it passes. ``verification.py`` reads a file and says all that is wrong with
it, by what stands in ``checks/``. An archive in parts is read as one file (``parts.py``,
``joined_file.py``). What a save writes around the engine's bytes is made in ``compressing.py`` and
``descriptions.py``. Nothing is ever unpacked: names inside are keys, not paths.
"""

from typing import TYPE_CHECKING

from desktop_app.late import late

if TYPE_CHECKING:
    from desktop_app.archives.checks.findings import Finding, FindingCode, Severity
    from desktop_app.archives.compatibility import Level, Method, Verdict, VerdictCode, judge
    from desktop_app.archives.conversions import Conversion
    from desktop_app.archives.conversions.converting import Choices, Converted, converted
    from desktop_app.archives.identification import complete, identify, is_current
    from desktop_app.archives.parts import part_set
    from desktop_app.archives.report import (
        ArchivedImage,
        ArchivedLayer,
        ArchiveKind,
        ArchiveReport,
        Compression,
        Depth,
        Evidence,
        HostileArchive,
        HostileReason,
        Parts,
        ReportWarning,
        VerificationReport,
    )
    from desktop_app.archives.verification import verify

__all__ = [
    "ArchiveKind",
    "ArchiveReport",
    "ArchivedImage",
    "ArchivedLayer",
    "Choices",
    "Compression",
    "Conversion",
    "Converted",
    "Depth",
    "Evidence",
    "Finding",
    "FindingCode",
    "HostileArchive",
    "HostileReason",
    "Level",
    "Method",
    "Parts",
    "ReportWarning",
    "Severity",
    "Verdict",
    "VerdictCode",
    "VerificationReport",
    "complete",
    "converted",
    "identify",
    "is_current",
    "judge",
    "part_set",
    "verify",
]

__getattr__ = late(
    __name__,
    {
        "ArchiveKind": "report",
        "ArchiveReport": "report",
        "ArchivedImage": "report",
        "ArchivedLayer": "report",
        "Choices": "conversions.converting",
        "Compression": "report",
        "Conversion": "conversions",
        "Converted": "conversions.converting",
        "Depth": "report",
        "Evidence": "report",
        "Finding": "checks.findings",
        "FindingCode": "checks.findings",
        "HostileArchive": "report",
        "HostileReason": "report",
        "Level": "compatibility",
        "Method": "compatibility",
        "Parts": "report",
        "ReportWarning": "report",
        "Severity": "checks.findings",
        "Verdict": "compatibility",
        "VerdictCode": "compatibility",
        "VerificationReport": "report",
        "complete": "identification",
        "converted": "conversions.converting",
        "identify": "identification",
        "is_current": "identification",
        "judge": "compatibility",
        "part_set": "parts",
        "verify": "verification",
    },
)
