"""pytest in a student's own folder: tests the notebook found there and prints a summary for the student."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from autograder.course.tree import TOML
from autograder.errors import AuthorError, SubmissionError
from autograder.judge.pytest_plugin import JudgePlugin
from autograder.records import Check

pytest_plugins = ["autograder.judge.pytest_plugin"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--notebook``."""
    parser.getgroup("autograder").addoption(
        "--notebook", metavar="FILE", help="the notebook to test, when the folder holds several"
    )


def pytest_sessionstart(session: pytest.Session) -> None:
    """Begin to judge the folder that pytest was started in, if it was handed out with an assignment."""
    config = session.config
    if not (config.rootpath / TOML).is_file():
        return
    from autograder.student_side.local_context import context_for

    notebook = config.getoption("--notebook")
    try:
        context = context_for(config.rootpath, Path(notebook) if notebook else None)
    except (AuthorError, SubmissionError) as error:
        raise pytest.UsageError(str(error)) from None
    judge = JudgePlugin(context.assignment)
    judge.begin(context)
    config.pluginmanager.register(judge, JudgePlugin.NAME)


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line for each task."""
    judge = terminalreporter.config.pluginmanager.get_plugin(JudgePlugin.NAME)
    if not isinstance(judge, JudgePlugin):
        return
    outcomes = [(task, judge.outcome_of(task.id)) for task in judge.assignment.tasks]
    if not any(outcome.checks for _, outcome in outcomes):
        return
    terminalreporter.section(judge.assignment.title)
    for task, outcome in outcomes:
        if outcome.checks:
            terminalreporter.write_line(f"{task.number:<6} {task.id:<24} {_summarize(outcome.checks)}")
    terminalreporter.write_line(
        "These tests only check the format of your answers and a few known values. Your grade comes from additional "
        "tests that you do not see."
    )


def _summarize(checks: Sequence[Check]) -> str:
    if all(check.message == "not attempted" for check in checks):
        return "not attempted"
    passed = sum(check.outcome == "passed" for check in checks)
    return "ok" if passed == len(checks) else f"{passed} of {len(checks)} tests passed"
