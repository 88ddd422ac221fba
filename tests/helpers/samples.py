"""A small course with one assignment, ``sample``, for the tests of release, leaks and the nbgrader road."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]

TOML = r"""slug = "sample"
title = "Two statistics"
course = "Sample course"
notebooks = ["sample.ipynb"]
preload = ["numpy"]
extras = ["torch"]

[submission]
upload = ['sample_\w+\.ipynb']
notebooks = ['sample_\w+\.ipynb']
example = "sample_anna.ipynb"
must_be_run = false

[[task]]
id = "centre"
number = "Q1"
title = "The mean"
points = 4
needs = ["centre"]

[[task]]
id = "spread"
number = "Q2"
title = "The standard deviation"
points = 3
manual_points = 2
needs = ["spread"]
"""

CENTRE = """def centre(values):
    \"\"\"Mean of a 1-D array.\"\"\"
    ### BEGIN SOLUTION
    total_of_values = values.sum()
    return float(total_of_values / len(values))
    ### END SOLUTION
"""
SPREAD = """def spread(values):
    \"\"\"Root mean square distance from the mean.\"\"\"
    ### BEGIN SOLUTION
    residuals_here = values - centre(values)
    return float((residuals_here ** 2).mean() ** 0.5)
    ### END SOLUTION
"""
EXPLAINED = """**Q2, why n?** One or two sentences.

### BEGIN SOLUTION
Because the whole population is given, nothing is estimated.

Rubric
- one point for the population, one for the estimate
### END SOLUTION"""

PUBLIC = '''"""Public tests."""

import pytest
from autograder import checks


@pytest.mark.task("centre")
def test_centre_is_a_number(student, rng):
    """The centre of an array is a finite number."""
    checks.number(student.centre(rng.normal(size=5)), "the centre")


@pytest.mark.task("spread")
def test_spread_is_a_number(student, rng):
    """The spread of an array is a finite number."""
    checks.number(student.spread(rng.normal(size=5)), "the spread")
'''
HIDDEN = '''"""Hidden tests."""

import pytest
from autograder import checks
from solutions.sample import reference_centre, reference_spread


@pytest.mark.task("centre", weight=3)
def test_centre_is_the_mean(student, rng):
    """The centre is the mean."""
    hidden_values = rng.normal(size=37)
    checks.close(student.centre(hidden_values), reference_centre(hidden_values), "the centre")


@pytest.mark.task("centre")
def test_centre_of_constant(student):
    """The centre of equal numbers is that number."""
    import numpy as np

    checks.close(student.centre(np.full(1, 7.25)), 7.25, "the centre")


@pytest.mark.task("spread")
def test_spread_divides_by_n(student, rng):
    """The spread divides by n."""
    hidden_values = rng.normal(size=11) * 3 + 5
    checks.close(student.spread(hidden_values), reference_spread(hidden_values), "the spread")
'''
SOLUTIONS = '''"""References."""

import numpy as np


def reference_centre(values):
    return float(np.mean(np.asarray(values, dtype=np.float64)))


def reference_spread(values):
    return float(np.std(np.asarray(values, dtype=np.float64), ddof=0))
'''


def cell(kind: str, source: str, id: str, **nbgrader: Any) -> dict[str, Any]:
    """An nbformat 4.5 cell; ``nbgrader`` are ``grade_id``, ``grade``, ``solution``, ``points``."""
    about = {"grade": False, "solution": False, "locked": False, "task": False, "schema_version": 3, **nbgrader}
    made: dict[str, Any] = {"cell_type": kind, "id": id, "metadata": {}, "source": source}
    if nbgrader:
        made["metadata"]["nbgrader"] = about
    if kind == "code":
        made |= {"execution_count": None, "outputs": []}
    return made


def test_cell(task: str, points: float) -> dict[str, Any]:
    source = f'grade("{task}")\n### BEGIN HIDDEN TESTS\ngrade("{task}", hidden=True)\n### END HIDDEN TESTS'
    return cell("code", source, f"test-{task}", grade_id=task, grade=True, locked=True, points=points)


test_cell.__test__ = False  # type: ignore[attr-defined] # pytest would collect it


def source_cells() -> list[dict[str, Any]]:
    return [
        cell("markdown", "# Two statistics", "title"),
        cell("code", "import numpy as np\nfrom autograder import grade", "imports"),
        cell("code", CENTRE, "centre", grade_id="centre_answer", solution=True),
        test_cell("centre", 4),
        cell("code", SPREAD, "spread", grade_id="spread_answer", solution=True),
        test_cell("spread", 3),
        cell("markdown", EXPLAINED, "explained", grade_id="spread_explained", grade=True, solution=True, points=2),
    ]


def notebook(cells: Iterable[dict[str, Any]]) -> dict[str, Any]:
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return {"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def write_notebook(path: Path, cells: Iterable[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(notebook(cells), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read_cells(path: Path) -> list[dict[str, Any]]:
    cells: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return cells


def make_course(root: Path, cells: Iterable[dict[str, Any]] | None = None) -> Path:
    """Write the course into ``root`` and return it."""
    for name, text in {
        "assignments/sample/assignment.toml": TOML,
        "tests/sample/public/test_statistics.py": PUBLIC,
        "tests/sample/hidden/test_statistics.py": HIDDEN,
        "solutions/__init__.py": "",
        "solutions/sample/__init__.py": SOLUTIONS,
    }.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copy(REPOSITORY / "nbgrader_config.py", root)
    write_notebook(root / "assignments/sample/sample.ipynb", source_cells() if cells is None else cells)
    return root
