"""Risk: one file installs different images in two engines, and nobody is told."""

import pytest

from desktop_app.archives.checks.agreement import check_agreement
from desktop_app.archives.checks.findings import Findings
from desktop_app.archives.checks.images import Listed

WEB = Listed(("web:1",), "sha256:web", ("a", "b"), "first")
ARM = Listed(("web:1",), "sha256:arm", ("c",), "first")
NAMELESS = Listed((), "sha256:bare", ("d",), "second")


def disagreements(docker: list[Listed], oci: list[Listed]) -> list[str]:
    findings = Findings()
    check_agreement(findings, docker, oci)
    return [finding.subject for finding in findings.all()]


@pytest.mark.parametrize(
    ("docker", "oci", "expected"),
    [
        ([WEB], [WEB], []),
        ([WEB], [ARM, WEB], []),
        ([WEB, NAMELESS], [NAMELESS, WEB], []),
        ([WEB], [ARM], ["web:1"]),
        ([WEB], [], ["web:1"]),
        ([WEB], [Listed(("web:2",), "sha256:web", ("a", "b"), "first")], ["web:1", "web:2"]),
        ([WEB], [Listed(("web:1",), "sha256:web", ("b", "a"), "first")], ["web:1"]),
        ([WEB], [Listed(("web:1",), "sha256:web", (), "first")], ["web:1"]),
        ([WEB, NAMELESS], [WEB], ["sha256:bare"]),
        ([WEB], [WEB, NAMELESS], ["sha256:bare"]),
        (
            [WEB, Listed(("db:1",), "sha256:db", (), "x")],
            [
                Listed(("web:1",), "sha256:db", (), "x"),
                Listed(("db:1",), "sha256:web", ("a", "b"), "y"),
            ],
            ["web:1", "db:1"],
        ),
    ],
    ids=[
        "the same", "more platforms", "any order", "another image", "nothing", "another name",
        "another order of layers", "no layers", "only here", "only there", "names swapped",
    ],
)  # fmt: skip
def test_images_that_only_one_list_has_or_has_otherwise_are_named(
    docker: list[Listed], oci: list[Listed], expected: list[str]
) -> None:
    assert disagreements(docker, oci) == expected
