"""Risk: an exported file system that is not recognised, or some archive taken for one."""

import pytest

from desktop_app.archives.filesystem import filesystem_evidence, looks_like_root
from desktop_app.archives.report import Evidence
from desktop_app.archives.survey import Survey
from desktop_app.archives.tar_reader import REGULAR, Member


def found(*names: str) -> Survey:
    survey = Survey()
    for name in names:
        survey.note(Member(name, REGULAR, 0, ""))
    return survey


@pytest.mark.parametrize(
    ("names", "evidence"),
    [
        ([".dockerenv", "hello"], Evidence.DOCKERENV),
        (["run/.containerenv"], Evidence.CONTAINERENV),
        ([".dockerenv", "run/.containerenv"], Evidence.DOCKERENV),
        (["bin/sh", "etc/passwd", "usr/bin/env"], Evidence.ROOT_FOLDERS),
        (["bin/sh", "etc/passwd"], None),
        (["home/bin/a", "home/etc/b", "home/usr/c"], None),
        (["sub/.dockerenv"], None),
        ([], None),
    ],
)
def test_a_root_file_system_is_told_by_what_is_in_it(names, evidence) -> None:
    assert filesystem_evidence(found(*names)) is evidence


def test_three_of_the_known_folders_are_enough() -> None:
    assert looks_like_root({"bin", "etc", "usr", "anything"})
    assert not looks_like_root({"bin", "etc", "anything"})
