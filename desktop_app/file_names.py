"""Names for files that any disk takes: FAT, exFAT and NTFS are stricter than Linux."""

import re
from pathlib import Path

SUFFIX = ".tar"

_LONGEST_STEM = 180  # bytes; Linux takes 255 with all endings, and a Chinese character has 3
_FORBIDDEN = re.compile(r'[<>"|?*\\\x00-\x1f\x7f]')
_ENDING = re.compile(r"\.(tar(\.(gz|bz2|xz|zst))?|tgz|tbz2?|txz|tzst|zip)$", re.IGNORECASE)
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


def safe_file_name(text: str, suffix: str = SUFFIX) -> str:
    """A file's name made of an image's or a container's, ``.tar`` included."""
    stem = _FORBIDDEN.sub("-", text.replace("/", "-").replace(":", "_"))
    stem = stem.encode(errors="ignore")[:_LONGEST_STEM].decode(errors="ignore")
    stem = stem.strip(". ") or "image"
    if _RESERVED.fullmatch(stem):
        stem = f"{stem}_"
    return f"{stem}{suffix}"


def with_suffix(path: Path) -> Path:
    """The path with ``.tar`` at its end; added, not put in place of what is there."""
    return path if path.suffix.lower() == SUFFIX else path.with_name(f"{path.name}{SUFFIX}")


def stem_of(file_name: str) -> str:
    """The name of an archive without its ending, if it has one."""
    return _ENDING.sub("", file_name.strip())
