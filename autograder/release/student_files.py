"""The small files that a released folder has beside the notebook and the tests."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from autograder.course.files import size_text
from autograder.course.notebook_cells import MAX_BYTES
from autograder.records import Assignment

PACKAGE = "deep-learning-autograder"
PYTEST_INI = "[pytest]\naddopts = -p autograder.student_side.pytest_plugin\ntestpaths = tests\n"


def make_requirements(assignment: Assignment, wheel: str = "") -> str:
    """Make ``requirements.txt``: the package with this assignment's extras, and an editor for the notebook.

    ``wheel`` is the file name of the package's wheel when it is in the same folder; without it the package is required
    by its name, which is enough where it is installed already (``pip install <course>``).
    """
    extras = f"[{','.join(sorted(assignment.extras))}]" if assignment.extras else ""
    if wheel:
        package = f"./{wheel}{extras}"
    else:
        comment = "# The course's own package: install it from the course, or use the zip that contains it."
        package = f"{comment}\n{PACKAGE}{extras}"
    return f"{package}\njupyterlab>=4\n"


def make_readme(assignment: Assignment) -> str:
    """Make ``README.md``: how to install, answer, test and check before handing in."""
    notebooks, scripts = _list_names(assignment.notebooks), _list_names(assignment.scripts)
    files = _list_names(sorted({name for task in assignment.tasks for name in task.files}))
    several = len(assignment.notebooks) > 1
    complete = f" Complete {scripts} in the same way; the notebook imports them." if scripts else ""
    saved = "the saved files" if scripts or several else "the saved notebook"
    example = assignment.rules.example
    upload = f" Give the upload a name like `{example}`." if example else ""
    extra_files = f" Hand in the files that your code saves, too: {files}." if files else ""
    sizes = (
        f"A file may have {size_text(assignment.rules.max_bytes)}, a notebook {size_text(MAX_BYTES)}, and all files "
        f"together {size_text(assignment.rules.max_total_bytes)}."
    )
    by_hand = any(task.manual_points for task in assignment.tasks)
    manual = " The explanations that a task asks for are graded by hand." if by_hand else ""
    steps = (
        "Install the packages, ideally in a new virtual environment: `pip install -r requirements.txt`",
        f"Open {notebooks} in Jupyter (`jupyter lab`) or another notebook editor. Write your answers where you find "
        "`NotImplementedError` or *Your answer here.* The cell after each answer runs the public tests of that task."
        f"{complete}",
        f"Run all public tests at once, from this folder: `pytest`. It reads {saved}, so save first.",
        f"Before you hand in, run {'each' if several else 'the'} notebook from top to bottom and save it with its "
        f"outputs. Then check your upload: `autograder check <your file>`.{upload}{extra_files} {sizes}",
    )
    listed = "\n".join(_wrap(f"{number}. {step}", "   ") for number, step in enumerate(steps, start=1))
    grading = (
        "The public tests only check the format of your answers and a few known values. Your grade comes from "
        f"additional tests that you do not see.{manual}"
    )
    return f"# {assignment.title}\n\n{assignment.course}\n\n{listed}\n\n{_wrap(grading)}\n"


def _wrap(text: str, indent: str = "") -> str:
    return textwrap.fill(text, 118, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _list_names(names: Sequence[str]) -> str:
    """Make a list for a sentence: `a`, `b` and `c`."""
    quoted = [f"`{name}`" for name in names]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
