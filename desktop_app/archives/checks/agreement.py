"""Whether the two lists of one archive say the same: engines read one or the other."""

from collections.abc import Sequence

from desktop_app.archives.checks.findings import FindingCode, Findings
from desktop_app.archives.checks.images import Listed


def check_agreement(findings: Findings, docker: Sequence[Listed], oci: Sequence[Listed]) -> None:
    """Compare manifest.json with index.json.

    An index may have several platforms of an image, and manifest.json has one of them.

    Args:
        findings: gets the images that the lists disagree about.
        docker: images of manifest.json.
        oci: images of index.json.
    """
    by_digest = {image.config_digest: image for image in oci}
    for image in docker:
        twin = by_digest.get(image.config_digest)
        if twin is None or twin.holders != image.holders:
            findings.add(FindingCode.INDEX_DISAGREES, image.shown)
    ours, theirs = _digests_by_name(docker), _digests_by_name(oci)
    for name in [*ours, *theirs]:
        if ours.get(name, set()).isdisjoint(theirs.get(name, set())):
            findings.add(FindingCode.INDEX_DISAGREES, name)
    listed = {image.config_digest for image in docker}
    known = {image.group for image in oci if image.config_digest in listed}
    for image in oci:
        if image.group not in known:
            findings.add(FindingCode.INDEX_DISAGREES, image.shown)


def _digests_by_name(images: Sequence[Listed]) -> dict[str, set[str]]:
    by_name: dict[str, set[str]] = {}
    for image in images:
        for name in image.names:
            by_name.setdefault(name, set()).add(image.config_digest)
    return by_name
