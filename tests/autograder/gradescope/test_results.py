"""The results.json for Gradescope: every report becomes one that the schema accepts and that gives nothing away."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest

from autograder.gradescope import run
from autograder.gradescope.results import make_results
from autograder.records import Assignment, Check, Discrepancy, Finding, LeaderboardEntry, Report, Verdict
from tests.helpers import packed
from tests.helpers.packed import validate

jsonschema = pytest.importorskip("jsonschema")

course, sheet = packed.course, packed.sheet  # fixtures


def check(outcome: Any, score: float, message: str = "") -> Check:
    found = (Discrepancy(problem="far-off", message=message),) if message else ()
    return Check("test_x", "It holds.", 1, score, outcome, found, detail="line 7 of a hidden test")


CENTRE = Verdict("centre", "passed", 4, 4, checks=(check("passed", 1),))
VERDICTS = {
    "passed": Verdict("spread", "passed", 3, 3, checks=(check("passed", 1),)),
    "partial": Verdict("spread", "partial", 1.2, 3, "off", (check("partial", 0.4, "2 % off"),)),
    "failed": Verdict("spread", "failed", 0, 3, "wrong", (check("failed", 0, "twice the right value"),)),
    "ungraded": Verdict("spread", "ungraded", 0, 3, "fault", (check("error", 0),), "Traceback: hidden"),
}


def report(*verdicts: Verdict, complete: bool = True, **more: Any) -> Report:
    return Report("sample", "submission", "0" * 64, verdicts, complete=complete, manual_points=2, **more)


@pytest.mark.parametrize(("status", "score"), [("passed", 7), ("partial", 5.2), ("failed", 4), ("ungraded", 4)])
def test_results_of_each_status_validate(sheet: Assignment, status: str, score: float) -> None:
    """Every verdict becomes an entry with its number, points, status and tag; the sum is on top."""
    found = make_results(report(CENTRE, VERDICTS[status]), sheet)
    validate(found)
    assert found["score"] == score
    assert found["stdout_visibility"] == "hidden"
    entry = found["tests"][1]
    assert (entry["number"], entry["max_score"], entry["tags"]) == ("Q2", 3, [status])
    assert entry.get("status") == {"passed": "passed", "ungraded": None}.get(status, "failed")
    assert entry.get("score") == {"passed": 3, "partial": 1.2, "failed": 0}.get(status)


def test_nothing_graded_has_no_score(sheet: Assignment) -> None:
    """When the grader failed at every task, the submission has no score at all, which is not a zero."""
    found = make_results(report(VERDICTS["ungraded"]), sheet)
    validate(found)
    assert "score" not in found
    assert "error in the grader" in found["output"]


def test_tasks_to_come_have_no_score_yet(sheet: Assignment) -> None:
    """The results after the first task keep its points and list the second as not graded."""
    found = make_results(report(CENTRE, complete=False), sheet)
    validate(found)
    assert found["score"] == 4
    assert [entry.get("score") for entry in found["tests"]] == [4, None]
    assert found["tests"][1]["output"] == "This task has not been graded yet."


def test_students_see_nothing_of_a_hidden_test(sheet: Assignment) -> None:
    """Details and reasons are for the instructor's log and stay out of results.json."""
    verdicts = [dataclasses.replace(verdict, task="spread") for verdict in VERDICTS.values()]
    text = json.dumps(make_results(report(CENTRE, *verdicts), sheet))
    assert "line 7" not in text
    assert "Traceback" not in text


def test_refused_upload_validates(sheet: Assignment) -> None:
    """An upload that cannot be read gets its zeros with the finding as the first thing to read."""
    zeros = [Verdict(task.id, "failed", 0, task.points, "There is no notebook.") for task in sheet.tasks]
    found = make_results(report(*zeros, findings=(Finding("There is no notebook.", fatal=True),)), sheet)
    validate(found)
    assert found["score"] == 0
    assert found["output"].startswith("There is no notebook.")


@pytest.mark.parametrize("text", [run.STARTED, run.FAULT])
def test_bare_results_validate(text: str) -> None:
    """What is there before the first task, or after a fault, is valid and gives no points."""
    validate(run.bare(text))
    assert "score" not in run.bare(text)


@pytest.mark.parametrize("wrong", [{"tests": [{"status": "partial"}]}, {"score": "7"}, {"points": 3, "score": 1}, {}])
def test_schema_refuses(wrong: dict[str, Any]) -> None:
    """The schema itself can fail: unknown statuses and fields, a score as text, an empty object."""
    with pytest.raises(jsonschema.ValidationError):
        validate(wrong)


def test_a_leaderboard_is_handed_on(sheet: Assignment) -> None:
    """Values that a test put on the leaderboard stand there under Gradescope's names."""
    entries = (LeaderboardEntry("accuracy", 0.83), LeaderboardEntry("parameters", 1200, "asc"))
    found = make_results(report(CENTRE, leaderboard=entries), sheet)
    validate(found)
    assert found["leaderboard"] == [
        {"name": "accuracy", "value": 0.83, "order": "desc"},
        {"name": "parameters", "value": 1200, "order": "asc"},
    ]
