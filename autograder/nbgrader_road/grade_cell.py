"""``grade("task")`` in a notebook's cell: the task's pytest tests on the variables of the live kernel.

This is how plain nbgrader and a student at work see the tests. The student's code and the tests share one process,
so nothing here resists a student who wants to cheat; ``autograder grade`` does.

nbgrader reads a test cell's points off its output: the value of the last expression (no number: full points), and
zero when anything was written to stderr. So the value is a plain float within the task's points, nothing reaches
stderr, and a fault of the grader raises ``GraderError``, which ``save_auto_grades`` leaves to a person.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

from autograder.course.tree import TOML, find_assignment_folder, find_course
from autograder.errors import AuthorError, GraderError
from autograder.records import Assignment, Task, Verdict

if TYPE_CHECKING:
    from autograder.judge.context import GradingContext


def grade(task: str, hidden: bool = False) -> float:
    """Test one task, print a line for each test, return the points: a float in 0 … the task's automatic points.

    ``hidden=True`` runs the hidden tests of the course root (above the current directory, or named by
    ``AUTOGRADER_HOME``); where there is none it runs the public ones and says so. Raises AuthorError for an
    unknown task or missing tests, GraderError when a test itself fails.
    """
    from autograder.course import assignment_file as assignments

    folder = find_assignment_folder(Path.cwd())
    assignment = assignments.load(folder / TOML)
    item = assignment.task(task)
    course = find_course(assignment.slug, folder)
    hide = hidden and course is not None
    with silent_stderr():
        verdict = _test(item, assignment, folder, course, hide)
    missing = "; the hidden ones are not here" if hidden and not hide else ""
    print(f"{item.number} {item.id}, {'hidden' if hide else 'public'} tests{missing}")
    for line in feedback(verdict):
        print(line)
    if verdict.status == "ungraded":
        raise GraderError(f"{task} is not graded, and this is no fault of the answer: {verdict.reason}")
    return float(min(max(verdict.score, 0.0), item.points))


def feedback(verdict: Verdict) -> Iterator[str]:
    """One line for each test: how it ended, its claim, and what was found instead."""
    for check in verdict.checks:
        mark = {"passed": "ok", "error": "?"}.get(check.outcome, check.outcome)
        found = f" → {' '.join(check.message.split())}" if check.message else ""
        yield f"  {mark:<8}{check.description}{found}"


@contextlib.contextmanager
def silent_stderr() -> Iterator[None]:
    """Drop whatever is written to stderr or stdout meanwhile: by Python, by a log handler made earlier, by C code."""
    sink = io.StringIO()
    descriptor = os.dup(2)
    with contextlib.ExitStack() as stack:
        stack.callback(os.close, descriptor)
        stack.callback(os.dup2, descriptor, 2)
        with open(os.devnull, "wb") as null:
            os.dup2(null.fileno(), 2)
        with contextlib.suppress(AttributeError):  # a plain text file's methods cannot be replaced
            stack.enter_context(mock.patch.object(sys.stderr, "write", sink.write))
        stack.enter_context(contextlib.redirect_stderr(sink))
        stack.enter_context(contextlib.redirect_stdout(sink))
        yield


def _test(task: Task, assignment: Assignment, folder: Path, course: Path | None, hidden: bool) -> Verdict:
    from autograder.judge import collect_tests as collect

    if course:
        root, tests = course, course / "tests" / assignment.slug
        chosen = tests / ("hidden" if hidden else "public")
    else:
        root, tests = folder, folder / "tests"
        chosen = tests
    paths = sorted(chosen.glob("test_*.py"))
    if not paths:
        raise AuthorError(f"no tests in {chosen}; expected test_*.py")
    context = _context(assignment, folder, tests, course if hidden else None)
    return collect.run_tests(paths, root, context, task.id)


def _context(assignment: Assignment, folder: Path, tests: Path, course: Path | None) -> GradingContext:
    """The live kernel as the submission. With a course root, inputs follow from the course's secret."""
    from autograder import data
    from autograder.course.secret import course_secret
    from autograder.judge.context import GradingContext
    from autograder.judge.seeds import Seeds
    from autograder.nbgrader_road.kernel_worker import connect_in_process
    from autograder.worker import probes

    who = folder.relative_to(course).as_posix() if course and folder.is_relative_to(course) else folder.name
    seeds = Seeds(course_secret(course) if course else b"public", who)
    student = connect_in_process(_variables(), probes.load(tests), seeds, folder, assignment.scripts)
    return GradingContext(assignment, student, seeds, data.kind)


def _variables() -> Mapping[str, Any]:
    from IPython import get_ipython  # type: ignore[attr-defined, unused-ignore]

    shell = get_ipython()  # type: ignore[no-untyped-call, unused-ignore]
    if shell is None:
        raise AuthorError("grade() tests the variables of a notebook; outside of one use pytest or `autograder grade`")
    variables: Mapping[str, Any] = shell.user_ns
    return variables
