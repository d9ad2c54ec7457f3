"""Risk: what a producer has written as it should be is called damaged, or a defect is not seen."""

import pytest

from desktop_app.archives import ArchiveKind, Depth, Evidence, FindingCode, Severity, verify
from desktop_app.progress import run
from tests.corpus.conftest import Made
from tests.corpus.producers import HAND_MADE, PACKED, PRODUCERS, PROGRAMS
from tests.corpus.specimens import Specimen, found_in

_NEEDS_PROGRAMS = pytest.mark.engine_real

_ALL = (
    *(pytest.param(each, id=each.name) for each in (*PRODUCERS, *HAND_MADE, *PACKED)),
    *(pytest.param(each, id=each.name, marks=_NEEDS_PROGRAMS) for each in PROGRAMS),
)

CODE = FindingCode
_DEFECTS = {
    "docker 25.0.0 save": {CODE.LAYER_COUNT, CODE.INDEX_DISAGREES},
    "containerd store, hollow": {CODE.CONFIG_MISSING, CODE.LAYER_MISSING},
    "rules_docker, layers left out": {CODE.LAYER_MISSING},
    "a layout, layers taken out": {CODE.LAYER_MISSING},
    "one archive appended to another": {CODE.CONTRADICTING_MEMBER},
    "a link to nowhere": {CODE.LINK_NOWHERE},
    "index and manifest disagree": {CODE.INDEX_DISAGREES},
    "no bytes": {CODE.NO_BYTES},
    "no members": {CODE.NO_MEMBERS},
    "no archive": {CODE.NOT_AN_ARCHIVE},
    "cut in a member": {CODE.CUT_SHORT},
    "no end marker": {CODE.NO_END_MARKER},
    "bytes after the end": {CODE.TRAILING_DATA},
}
"""Of specimens that are not as their producers would have them. All others are whole, unless there
is nothing in them that an engine could load or import."""

_OTHERS = {Evidence.WRAPPED: {CODE.PACKED_AGAIN}, Evidence.ZIP: {CODE.PACKED_AGAIN}}
"""What is found where it would be seen only after one more unpacking."""


@pytest.mark.parametrize("depth", Depth)
@pytest.mark.parametrize("specimen", _ALL)
def test_what_is_whole_is_called_so_and_nothing_else(
    specimen: Specimen, depth: Depth, made: Made
) -> None:
    report = run(verify(made(specimen), depth=depth))
    problems = {each.code for each in report.findings if each.severity is Severity.PROBLEM}
    is_other = specimen.expected.kind is ArchiveKind.OTHER
    other = _OTHERS.get(report.report.evidence, {CODE.NO_IMAGES})
    assert problems == _DEFECTS.get(specimen.name, other if is_other else set())
    assert report.is_whole is not bool(problems)
    assert found_in(report.report) == specimen.expected
