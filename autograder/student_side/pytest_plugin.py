"""pytest in a student's own folder: makes the context of that folder and prints a summary for the student."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from autograder.errors import AuthorError, SubmissionError
from autograder.records import Check

if TYPE_CHECKING:
    pass
from autograder.judge.context import CONTEXT

pytest_plugins = ["autograder.judge.pytest_plugin"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.getgroup("autograder").addoption(
        "--notebook", metavar="FILE", help="the notebook to test, when the folder holds several"
    )


def pytest_sessionstart(session: pytest.Session) -> None:
    if CONTEXT not in session.config.stash and (session.config.rootpath / "assignment.toml").is_file():
        from autograder.student_side.local_context import context_for

        try:
            notebook = session.config.getoption("--notebook")
            session.config.stash[CONTEXT] = context_for(session.config.rootpath, notebook and Path(notebook))
        except (AuthorError, SubmissionError) as error:
            raise pytest.UsageError(str(error)) from None


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: Any) -> None:
    """One line a task, for the student."""
    context = terminalreporter.config.stash.get(CONTEXT, None)
    if context is None or not context.student_side or not context.checks:
        return
    terminalreporter.section(context.assignment.title)
    for task in context.assignment.tasks:
        if checks := context.checks.get(task.id):
            terminalreporter.write_line(f"{task.number:<6} {task.id:<24} {_summary(checks)}")
    terminalreporter.write_line("These tests look at the shape of an answer; the hidden ones decide the points.")


def _summary(checks: list[Check]) -> str:
    if all(check.message == "not attempted" for check in checks):
        return "not attempted"
    passed = sum(check.outcome == "passed" for check in checks)
    return "ok" if passed == len(checks) else f"{passed} of {len(checks)} hold"
