"""Settings of plain nbgrader for a course tree; the course's ``nbgrader_config.py`` calls ``configure``.

``autograder release`` renders with the same list of preprocessors, so that both write the same notebook.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearHiddenTests,
    ClearOutput,
    ComputeChecksums,
    LimitOutput,
    LockCells,
    OverwriteKernelspec,
    SaveCells,
)

from autograder.nbgrader_road.clear_solutions import ClearTaskSolutions
from autograder.nbgrader_road.execute_answers import ExecuteAnswers
from autograder.nbgrader_road.overwrite_cells import OverwriteMissingCells
from autograder.nbgrader_road.place_tests import PlaceTestCells
from autograder.nbgrader_road.restore_metadata import RestoreMetadata
from autograder.nbgrader_road.save_auto_grades import SaveTestedGrades


def configure(c: Any) -> None:
    """Set the configuration object of ``get_config()``; the current directory is the course's root."""
    c.CourseDirectory.course_id = "deep-learning"
    c.CourseDirectory.source_directory = "assignments"
    c.CourseDirectory.release_directory = "release"

    c.GenerateAssignment.preprocessors = [
        LockCells,
        ClearTaskSolutions,
        ClearOutput,
        CheckCellMetadata,
        ComputeChecksums,
        SaveCells,  # the gradebook keeps the test cells with their hidden part
        ClearHiddenTests,
        ComputeChecksums,  # again: a student's copy is compared without the hidden part
        CheckCellMetadata,
    ]
    # nbgrader copies the notebook and what is beside it; the hook adds the tests, the requirements and the README.
    c.GenerateAssignment.post_convert_hook = "autograder.nbgrader_road.hooks.after_generate_assignment"

    c.ClearSolutions.begin_solution_delimeter = "### BEGIN SOLUTION"
    c.ClearSolutions.end_solution_delimeter = "### END SOLUTION"
    c.ClearHiddenTests.begin_test_delimeter = "### BEGIN HIDDEN TESTS"
    c.ClearHiddenTests.end_test_delimeter = "### END HIDDEN TESTS"

    c.Autograde.pre_convert_hook = "autograder.nbgrader_road.hooks.before_autograde"
    # nbgrader overwrites submitted files by the course's own, but scripts are the student's answers.
    c.Autograde.exclude_overwriting = {
        path.parent.name: tomllib.loads(path.read_text(encoding="utf-8")).get("scripts", [])
        for path in Path("assignments").glob("*/assignment.toml")
    }
    c.Autograde.sanitize_preprocessors = [
        RestoreMetadata,  # also of cells that were copied, so nbgrader's DeduplicateIds has nothing to do
        ClearOutput,
        OverwriteKernelspec,
        OverwriteMissingCells,
        PlaceTestCells,
        CheckCellMetadata,
    ]
    c.Autograde.autograde_preprocessors = [
        ExecuteAnswers,
        LimitOutput,
        SaveTestedGrades,
        AssignLatePenalties,
        CheckCellMetadata,
    ]
    c.Execute.timeout = 1800  # seconds per cell: training cells are executed too
    c.Execute.interrupt_on_timeout = True
    c.OverwriteCells.add_missing_cells = True  # a deleted test cell costs no points
