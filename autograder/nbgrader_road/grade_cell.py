"""``grade("task")`` in a notebook's cell: runs the pytest tests of a task on the variables of the live kernel.

Plain nbgrader uses this, and so does a student at work. The student's code and the tests share one process, so
nothing here resists a student who wants to cheat; ``autograder grade`` does.

nbgrader reads a test cell's points from its output: from the value of the last expression (full points if that is
no number), and zero points if anything was written to stderr. So the value is a plain float within the task's points,
nothing reaches stderr, and an error of the grader raises ``GraderError``: then ``save_auto_grades`` leaves the grade
to a person.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.course.tree import TOML, find_assignment_folder, find_course
from autograder.errors import AuthorError, GraderError
from autograder.nbgrader_road.silence import silence_output
from autograder.records import Assignment, Task, Verdict

if TYPE_CHECKING:
    from autograder.judge.context import GradingContext


def grade(task: str, hidden: bool = False) -> float:
    """Test one task and print a line for each test. Returns the points: a float from 0 to the task's automatic points.

    ``hidden=True`` runs the hidden tests of the course root (above the current directory, or named by
    ``AUTOGRADER_HOME``); where there is no course root, it runs the public tests and says so. Raises ``AuthorError``
    for an unknown task or missing tests, ``GraderError`` when a test itself is broken.
    """
    from autograder.course.assignment_file import load

    folder = _find_folder()
    assignment = load(folder / TOML)
    chosen_task = assignment.task(task)
    course = find_course(assignment.slug, folder)
    run_hidden = hidden and course is not None
    with silence_output(), contextlib.chdir(folder):
        verdict = _run_tests(chosen_task, assignment, folder, course, run_hidden)
    note = " (the hidden tests are not on this machine)" if hidden and not run_hidden else ""
    print(f"{chosen_task.number} {chosen_task.id}, {'hidden' if run_hidden else 'public'} tests{note}")
    for line in describe_checks(verdict):
        print(line)
    if verdict.status == "ungraded":
        raise GraderError(
            f"{task} could not be graded because of an error in the grader. You have not lost any points. "
            f"Please tell your instructor: {verdict.reason}"
        )
    return float(min(max(verdict.score, 0.0), chosen_task.points))


def describe_checks(verdict: Verdict) -> Iterator[str]:
    """Yield one line for each test: how it ended, what should hold, and what is wrong if it does not."""
    for check in verdict.checks:
        mark = {"passed": "ok", "error": "?"}.get(check.outcome, check.outcome)
        problem = f" → {' '.join(check.message.split())}" if check.message else ""
        yield f"  {mark:<8}{check.description}{problem}"


def _run_tests(task: Task, assignment: Assignment, folder: Path, course: Path | None, hidden: bool) -> Verdict:
    from autograder.judge.collect_tests import run_tests

    if course:
        root, tests = course, course / "tests" / assignment.slug
        test_folder = tests / ("hidden" if hidden else "public")
    else:
        root, tests = folder, folder / "tests"
        test_folder = tests
    paths = sorted(test_folder.glob("test_*.py"))
    if not paths:
        raise AuthorError(f"there are no tests in {test_folder}; expected test_*.py")
    context = _make_context(assignment, folder, tests, course if hidden else None)
    return run_tests(paths, root, context, task.id)


def _make_context(assignment: Assignment, folder: Path, tests: Path, course: Path | None) -> GradingContext:
    """Take the live kernel as the submission. With a course root, inputs are drawn from the course's secret."""
    from autograder import data
    from autograder.course.secret import course_secret
    from autograder.judge.context import GradingContext
    from autograder.judge.seeds import Seeds
    from autograder.nbgrader_road.kernel_worker import connect_in_process
    from autograder.worker import probes

    submission = folder.relative_to(course).as_posix() if course and folder.is_relative_to(course) else folder.name
    seeds = Seeds(course_secret(course) if course else b"public", submission)
    student = connect_in_process(_get_variables(), probes.load(tests), seeds, folder, assignment.scripts)
    return GradingContext(assignment, student, seeds, data.kind)


def _find_folder() -> Path:
    """Return the assignment's folder: around where the kernel was started, as cells change the current directory."""
    started_in = getattr(_get_shell(), "starting_dir", None)
    if started_in:
        with contextlib.suppress(AuthorError):
            return find_assignment_folder(Path(started_in))
    return find_assignment_folder(Path.cwd())


def _get_shell() -> Any:
    from IPython import get_ipython  # type: ignore[attr-defined, unused-ignore]

    return get_ipython()  # type: ignore[no-untyped-call, unused-ignore]


def _get_variables() -> dict[str, Any]:
    """Return the variables of the notebook that calls ``grade``."""
    shell = _get_shell()
    if shell is None:
        raise AuthorError(
            "grade() tests the variables of a notebook, so it works in a notebook only; "
            "elsewhere use pytest or `autograder grade`"
        )
    variables: dict[str, Any] = shell.user_ns
    return variables
