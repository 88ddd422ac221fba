"""From checks to points, and from reports to files."""

import csv
import io
import json

import pytest
from rich.console import Console

from autograder.judge.scoring import judge_task
from autograder.records import Assignment, Check, Discrepancy, Finding, Person, Report, SubmissionRules, Task, Verdict
from autograder.report import csv_table, store, terminal

TASK = Task("t", "1", "T", 8.0)


def check(outcome, score=0.0, weight=1.0, found=(), **more):
    return Check("test_x", "Something holds.", weight, score, outcome, tuple(found), **more)


def seen(message, problem="far-off", diagnosis="", quantity=(), **values):
    return Discrepancy(quantity, problem, diagnosis, values, message)


def test_points_are_the_weighted_mean_of_the_checks():
    """Weights count: 3 of 4 parts hold, one of them half."""
    verdict = judge_task(TASK, [check("passed", 1.0, weight=2), check("partial", 0.5), check("failed", 0.0)])
    assert (verdict.score, verdict.max_score, verdict.status) == (5.0, 8.0, "partial")


def test_all_passed_is_exactly_the_full_points():
    """Thirds do not lose a rounding error."""
    verdict = judge_task(Task("t", "1", "T", 1.0), [check("passed", 1.0, weight=1 / 3)] * 3)
    assert (verdict.score, verdict.status, verdict.message) == (1.0, "passed", "")


def test_a_fault_of_a_test_is_ungraded_and_not_a_zero():
    """One test that breaks leaves the points open; its traceback is the reason and no sentence for the student."""
    verdict = judge_task(TASK, [check("passed", 1.0), check("error", detail="KeyError: secret")])
    assert verdict.status == "ungraded"
    assert "KeyError" in verdict.reason
    assert "secret" not in verdict.message


def test_no_test_at_all_is_ungraded():
    """A task without a single check cannot be a zero."""
    assert judge_task(TASK, []).status == "ungraded"


def test_a_sentence_is_said_once_and_a_named_mistake_first():
    """Equal sentences are joined; the diagnosis comes before the mere mismatch."""
    checks = [
        check("failed", found=[seen("dW is off.", quantity=("dW",))]),
        check("failed", found=[seen("dW is twice too large.", diagnosis="twice", quantity=("dW",))]),
        check("failed", found=[seen("dW is off.", quantity=("dW",))]),
    ]
    assert judge_task(TASK, checks).message == "dW is twice too large. dW is off."


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (seen("A 7.", quantity=("dW",), factor=7), seen("A 32.", quantity=("dW",), factor=32), "A 7."),
        (seen("A (1, 3).", diagnosis="flat", size=3), seen("A (1, 9).", diagnosis="flat", size=9), "A (1, 3)."),
        (seen("A.", quantity=("db1",)), seen("B.", quantity=("db2",)), "A. B."),
        (seen("A.", layer="conv1"), seen("B.", layer="conv2"), "A. B."),
        (seen("A.", diagnosis="sign"), seen("B.", diagnosis="scale"), "A. B."),
        (seen("In line 3.", problem="raised"), seen("In line 7.", problem="raised"), "In line 3. In line 7."),
        (seen("The same.", layer="conv1"), seen("The same.", layer="conv2"), "The same."),
    ],
)
def test_what_differs_in_numbers_alone_is_said_once(one, other, told):
    """Tests with inputs of several sizes meet one mistake; text that names a place keeps two apart."""
    assert judge_task(TASK, [check("failed", found=[one]), check("failed", found=[other])]).message == told


REPORT = Report(
    "a",
    "=cmd|' /C calc'!A0",
    "0" * 64,
    (
        Verdict(
            "t",
            "partial",
            5.0,
            8.0,
            "σ is off.",
            (check("partial", 0.5, found=[seen("σ is off.", quantity=("σ",), percent=7.5, layer="conv1")]),),
        ),
        Verdict("u", "ungraded", 0.0, 2.0, reason="we broke"),
    ),
    findings=(Finding("wrong name"),),
    problems=("cell 3 could not be read",),
    data={"mnist": "real"},
)
ASSIGNMENT = Assignment("a", "A", "C", (), SubmissionRules((), ""), (TASK, Task("u", "2", "U", 2.0)))


def test_a_report_survives_its_file(tmp_path):
    """Written and read back it is the same report, under the same key."""
    store.write(REPORT, tmp_path / "r.json", "key")
    assert store.read(tmp_path / "r.json") == (REPORT, "key")
    assert [path.name for path in tmp_path.iterdir()] == ["r.json"]


@pytest.mark.parametrize("content", ["", "{", '{"key": 1}', "[]"])
def test_a_damaged_report_counts_as_none(tmp_path, content):
    """Half a file is no report, and no crash."""
    (tmp_path / "r.json").write_text(content)
    assert store.read(tmp_path / "r.json") is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"status": "partial"', '"status": "perfect"'),
        ('"score": 5.0', '"score": "5.0"'),
        ('"verdicts": [', '"verdicts": 7, "x": ['),
        ('"key": "key"', '"key": 3'),
    ],
)
def test_a_report_with_a_field_of_another_type_counts_as_none(tmp_path, old, new):
    """Whoever reads a Report can rely on the types of its fields."""
    path = tmp_path / "r.json"
    store.write(REPORT, path, "key")
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert store.read(path) is None


def test_an_ungraded_task_is_an_empty_field_and_a_name_is_no_formula():
    """The CSV keeps open points open, and a spreadsheet does not run a student's name."""
    file = io.StringIO()
    csv_table.write_csv([REPORT], ASSIGNMENT, file)
    (row,) = csv.DictReader(io.StringIO(file.getvalue()))
    assert (row["t"], row["u"], row["score"], row["max_score"]) == ("5", "", "5", "10")
    assert row["submission"].startswith("'=")


def test_the_students_of_a_submission_are_in_the_table():
    """One row for a group, with all its members; nothing is added where the course site says nothing."""
    jane = Person("Jane Doe", "0111", "jane@example.org")
    file = io.StringIO()
    csv_table.write_csv([REPORT], ASSIGNMENT, file, {REPORT.submission: (jane, Person("Ann Roe", "0222"))})
    (row,) = csv.DictReader(io.StringIO(file.getvalue()))
    assert (row["name"], row["student_id"], row["email"]) == ("Jane Doe; Ann Roe", "0111; 0222", "jane@example.org; ")
    assert row["t"] == "5"
    console = Console(file=io.StringIO(), width=100)
    console.print(terminal.render_class([REPORT], ASSIGNMENT, {REPORT.submission: (jane,)}))
    assert "Jane Doe" in console.file.getvalue()
    nameless = io.StringIO()
    csv_table.write_csv([REPORT], ASSIGNMENT, nameless)
    assert "email" not in nameless.getvalue()


def test_the_totals_in_the_file_are_those_of_the_verdicts(tmp_path):
    """Other programs find score and max_score at the top of the file."""
    store.write(REPORT, tmp_path / "r.json", "key")
    data = json.loads((tmp_path / "r.json").read_text())
    assert (data["score"], data["max_score"]) == (5.0, 10.0)
