"""What a check can find in a file, how bad it is, and the list that it makes of it."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

_MOST_OF_A_SEVERITY = 500
"""A file can be made to have millions; nobody reads so many."""


class Severity(StrEnum):
    """Whether a file is less than it should be, or only unusual."""

    PROBLEM = "problem"
    REMARK = "remark"


class FindingCode(StrEnum):
    """What was found, its subject in brackets; ``ui/texts/findings.py`` has sentences for each."""

    # The file as such.
    NO_BYTES = "no-bytes"  # []
    NO_MEMBERS = "no-members"  # []
    NOT_AN_ARCHIVE = "not-an-archive"  # []
    NO_IMAGES = "no-images"  # []: an archive with neither images nor a file system
    PACKED_AGAIN = "packed-again"  # []: what could be checked is in one more archive or folder
    CHECKSUM_WRONG = "checksum-wrong"  # [file of checksums]: not the file that was written
    CUT_SHORT = "cut-short"  # [last member that was begun]
    BAD_HEADER = "bad-header"  # [last member before it]
    BAD_COMPRESSION = "bad-compression"  # [last member that was begun]: around the whole file
    NO_END_MARKER = "no-end-marker"  # []: it may have been cut between two members
    PART_MISSING = "part-missing"  # [file]: of an archive in parts
    PART_DAMAGED = "part-damaged"  # [file]: not the part that was written
    TRAILING_DATA = "trailing-data"  # []
    BAD_MEMBER_NAME = "bad-member-name"  # [member]: leads out of the archive
    LINK_NOWHERE = "link-nowhere"  # [member]
    REPEATED_MEMBER = "repeated-member"  # [member]: remark
    CONTRADICTING_MEMBER = "contradicting-member"  # [member]: twice, with different contents
    NO_DIGESTS = "no-digests"  # []: remark; there is nothing to check contents by

    # Its lists.
    LIST_MISSING = "list-missing"  # [member]
    LIST_UNREADABLE = "list-unreadable"  # [member]
    LAYOUT_VERSION = "layout-version"  # [version]
    NAME_INVALID = "name-invalid"  # [name]
    NAME_TWICE = "name-twice"  # [name]: of two images
    INDEX_DISAGREES = "index-disagrees"  # [image]: manifest.json and index.json
    REPOSITORIES_DISAGREE = "repositories-disagree"  # [name]: remark

    # What the lists lead to.
    MANIFEST_MISSING = "manifest-missing"  # [digest]
    CONFIG_MISSING = "config-missing"  # [image]
    CONFIG_UNREADABLE = "config-unreadable"  # [image]
    LAYER_MISSING = "layer-missing"  # [member]
    LAYER_ELSEWHERE = "layer-elsewhere"  # [digest]: remark; it may only be had from its maker
    PLATFORMS_ABSENT = "platforms-absent"  # [digest]: remark; listed for other processors
    NOT_AN_IMAGE = "not-an-image"  # [digest]: remark; signatures, charts and the like
    DIGEST_INVALID = "digest-invalid"  # [what stands for one]
    SIZE_WRONG = "size-wrong"  # [digest]
    MEDIA_TYPE_UNKNOWN = "media-type-unknown"  # [media type, or the digest of what has none]
    MEDIA_TYPE_WRONG = "media-type-wrong"  # [digest]: it is something else than it is called
    PLATFORM_WRONG = "platform-wrong"  # [digest]: the index says another one than the image
    ROOTFS_TYPE = "rootfs-type"  # [image]
    LAYER_COUNT = "layer-count"  # [image]: not as many layers as diff IDs
    HISTORY_COUNT = "history-count"  # [image]: remark

    # Contents.
    DIGEST_WRONG = "digest-wrong"  # [member]: has not the digest that it is named by
    DIFF_ID_WRONG = "diff-id-wrong"  # [member]: is not the layer that the configuration means
    LAYER_DAMAGED = "layer-damaged"  # [member]: its compression does not add up
    LAYER_CUT_SHORT = "layer-cut-short"  # [member]
    LAYER_UNREADABLE = "layer-unreadable"  # [member]: no archive
    LAYER_REPEATS_PATH = "layer-repeats-path"  # [member: path]: remark
    LAYER_UNCHECKED = "layer-unchecked"  # [member]: it stands in a crowd of other files

    MORE_PROBLEMS = "more-problems"  # [their number]
    MORE_REMARKS = "more-remarks"  # [their number]


_REMARKS = {
    FindingCode.REPEATED_MEMBER,
    FindingCode.NO_DIGESTS,
    FindingCode.REPOSITORIES_DISAGREE,
    FindingCode.LAYER_ELSEWHERE,
    FindingCode.PLATFORMS_ABSENT,
    FindingCode.NOT_AN_IMAGE,
    FindingCode.HISTORY_COUNT,
    FindingCode.LAYER_REPEATS_PATH,
    FindingCode.MORE_REMARKS,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found.

    Attributes:
        code: what.
        subject: the member, image or digest that it was found at; it comes from the file, so it
            may be anything.
    """

    code: FindingCode
    subject: str = ""

    @property
    def severity(self) -> Severity:
        """A problem unless engines take no notice."""
        return Severity.REMARK if self.code in _REMARKS else Severity.PROBLEM


class Findings:
    """All that was found, in order, each thing once, and no more of it than anybody reads."""

    def __init__(self) -> None:
        self._kept: dict[Finding, None] = {}
        self._counts: Counter[Severity] = Counter()

    def add(self, code: FindingCode, subject: str = "") -> None:
        """Take one in."""
        finding = Finding(code, subject)
        if finding in self._kept:
            return
        self._counts[finding.severity] += 1
        if self._counts[finding.severity] <= _MOST_OF_A_SEVERITY:
            self._kept[finding] = None

    @property
    def has_problems(self) -> bool:
        """Whether there is more than remarks."""
        return self._counts[Severity.PROBLEM] > 0

    def all(self) -> tuple[Finding, ...]:
        """What was found, and how much more there is."""
        return (
            *self._kept,
            *self._rest(Severity.PROBLEM, FindingCode.MORE_PROBLEMS),
            *self._rest(Severity.REMARK, FindingCode.MORE_REMARKS),
        )

    def _rest(self, severity: Severity, code: FindingCode) -> tuple[Finding, ...]:
        left = self._counts[severity] - _MOST_OF_A_SEVERITY
        return (Finding(code, str(left)),) if left > 0 else ()
