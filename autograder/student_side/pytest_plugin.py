"""pytest in a student's own folder: tests the notebook found there and prints a summary for the student."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol

from autograder.course.tree import TOML
from autograder.errors import AuthorError, SubmissionError
from autograder.judge.pytest_plugin import JudgePlugin, task_of
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


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Run a test; if it fails and cells that were left out may be why, run it on a replay of the whole notebook."""
    judge = item.config.pluginmanager.get_plugin(JudgePlugin.NAME)
    if not isinstance(judge, JudgePlugin):
        return None
    hook = item.ihook
    hook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    reports = runtestprotocol(item, log=False, nextitem=nextitem)
    student = judge.context.student
    if any(report.failed for report in reports) and student.may_miss_something():
        _, again = judge.replay_task(task_of(item), [item])
        if any(report.failed for report in again):
            student.replay(None)
        else:
            reports = again  # and the next tests go on with what was run
    for report in reports:
        hook.pytest_runtest_logreport(report=report)
    hook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


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
