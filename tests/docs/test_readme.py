"""What the README and the table of all tasks say of the assignments is what their tomls say."""

from __future__ import annotations

import re

from autograder.course.assignment_file import load
from tests.helpers.samples import REPOSITORY
from tests.tools import task_table

ROW = re.compile(r"^\| `(\w+)` \| [^|]+ \| (\d+) \| ([\d.]+) \+ ([\d.]+) \|", re.MULTILINE)


def test_every_assignment_has_its_row():
    """Number of tasks, points by tests and points by hand."""
    told = {slug: tuple(map(float, numbers)) for slug, *numbers in ROW.findall((REPOSITORY / "README.md").read_text())}
    found = {}
    for folder in (REPOSITORY / "assignments").iterdir():
        tasks = load(folder.name, REPOSITORY).tasks
        found[folder.name] = (len(tasks), sum(t.points for t in tasks), sum(t.manual_points for t in tasks))
    assert told == found


def test_the_table_of_tasks_is_what_the_tomls_say():
    """Every task of every sheet has its line; `python -m tests.tools.task_table` writes them."""
    table = task_table.PAGE.read_text().split(f"<!-- {task_table.MARKER} -->\n")[1].split("<!-- end -->")[0]
    assert table.splitlines() == task_table.lines()
