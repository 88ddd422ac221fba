"""The small files that a released folder holds beside the notebook and the tests."""

from __future__ import annotations

from autograder.records import Assignment

PACKAGE = "deep-learning-autograder"
PYTEST_INI = "[pytest]\naddopts = -p autograder.student_side.pytest_plugin\ntestpaths = tests\n"


def requirements(assignment: Assignment, wheel: str = "") -> str:
    """``requirements.txt``: the package with this assignment's extras, and an editor for the notebook.

    ``wheel`` is the file name of the package's wheel when it lies beside the file; without it the package is named
    as one that is installed already (``pip install <course>``).
    """
    extras = f"[{','.join(sorted(assignment.extras))}]" if assignment.extras else ""
    if wheel:
        package = f"./{wheel}{extras}"
    else:
        package = (
            f"# the course's own package: install it from the course, or take the zip that holds it\n{PACKAGE}{extras}"
        )
    return f"{package}\njupyterlab>=4\n"


def readme(assignment: Assignment) -> str:
    """``README.md``: install, open, test, check the form."""
    upload = f" The upload is called like `{assignment.rules.example}`." if assignment.rules.example else ""
    files = sorted({name for task in assignment.tasks for name in task.files})
    weights = ", ".join(f"`{name}`" for name in files)
    along = f" Trained weights go along with it: {weights}." if files else ""
    opened = " and ".join(f"`{name}`" for name in assignment.notebooks)
    beside = " and ".join(f"`{name}`" for name in assignment.scripts)
    complete = f" Complete {beside} in the same way; the notebook imports them." if beside else ""
    read = "the files as they are" if beside else "the notebook as it is"
    return f"""# {assignment.title}

{assignment.course}

1. Install, best in a fresh virtual environment: `pip install -r requirements.txt`
2. Open {opened} in Jupyter (`jupyter lab`) or another editor for notebooks and answer where it says
   `NotImplementedError` or *Your answer here.* The cell after each answer runs that task's public tests.{complete}
3. Test everything at once, from this folder: `pytest`. The tests read {read} saved.
4. Before you hand in, run the notebook from top to bottom, save it with its outputs, and look at the form of the
   upload: `autograder check <your file>`.{upload}{along}

The public tests tell that an answer has the right form and a few known values; the marks come from further tests.
"""
