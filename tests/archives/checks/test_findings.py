"""Risk: a problem is lost among thousands of remarks, or fills the memory itself."""

from desktop_app.archives.checks.findings import Finding, FindingCode, Findings, Severity

MANY = 1200


def test_each_thing_is_told_once_and_in_order() -> None:
    found = Findings()
    for subject in ("b", "a", "b"):
        found.add(FindingCode.LAYER_MISSING, subject)
    found.add(FindingCode.NO_END_MARKER)
    assert found.all() == (
        Finding(FindingCode.LAYER_MISSING, "b"),
        Finding(FindingCode.LAYER_MISSING, "a"),
        Finding(FindingCode.NO_END_MARKER),
    )


def test_a_problem_after_very_many_remarks_is_still_one() -> None:
    found = Findings()
    for number in range(MANY):
        found.add(FindingCode.REPEATED_MEMBER, str(number))
    before = found.has_problems
    found.add(FindingCode.CUT_SHORT)
    assert (before, found.has_problems) == (False, True)
    assert Finding(FindingCode.CUT_SHORT) in found.all()
    assert found.all()[-1] == Finding(FindingCode.MORE_REMARKS, str(MANY - 500))


def test_of_very_many_problems_the_rest_is_counted() -> None:
    found = Findings()
    for number in range(MANY):
        found.add(FindingCode.LAYER_MISSING, str(number))
    assert len(found.all()) == 501
    assert found.all()[-1] == Finding(FindingCode.MORE_PROBLEMS, str(MANY - 500))
    assert found.all()[-1].severity is Severity.PROBLEM


def test_what_engines_take_no_notice_of_is_a_remark() -> None:
    remarks = {code for code in FindingCode if Finding(code).severity is Severity.REMARK}
    assert remarks == {
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
