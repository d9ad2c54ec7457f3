"""Root file systems: what tells one from any other tar."""

from desktop_app.archives.report import Evidence
from desktop_app.archives.survey import Survey

_ROOT_FOLDERS = {
    "bin", "boot", "dev", "etc", "home", "lib", "lib64", "opt", "proc", "root", "run", "sbin",
    "srv", "sys", "tmp", "usr", "var",
}  # fmt: skip
"""The folders of the Filesystem Hierarchy Standard 3.0, chapter 3, and the kernel's own."""

_ENOUGH_FOLDERS = 3


def filesystem_evidence(found: Survey) -> Evidence | None:
    """What speaks for a root file system; None if nothing does."""
    if ".dockerenv" in found.members:
        return Evidence.DOCKERENV
    if "run/.containerenv" in found.members:
        return Evidence.CONTAINERENV
    return Evidence.ROOT_FOLDERS if looks_like_root(found.top) else None


def looks_like_root(top: set[str]) -> bool:
    """Whether these names stand at the top of a root file system."""
    return len(top & _ROOT_FOLDERS) >= _ENOUGH_FOLDERS


def early_filesystem_evidence(found: Survey) -> Evidence | None:
    """What speaks so clearly for a root file system that the rest need not be seen for it.

    Images are left out only by their names: an archive that has any of theirs is read to the end.
    """
    evidence = filesystem_evidence(found)
    if evidence is Evidence.ROOT_FOLDERS and not found.has_system_files:
        return None
    return None if found.may_hold_images else evidence
