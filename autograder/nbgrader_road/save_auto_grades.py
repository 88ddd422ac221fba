"""nbgrader's SaveAutoGrades, except that an error of the grader leaves the grade open instead of zero."""

from __future__ import annotations

from typing import Any

from nbgrader import utils
from nbgrader.preprocessors import SaveAutoGrades

from autograder.nbgrader_road.execute_answers import KERNEL_DIED

UNDECIDED = {"GraderError", "AuthorError", KERNEL_DIED}
"""Errors in a test cell that do not tell whether the answer is right."""


class SaveTestedGrades(SaveAutoGrades):  # type: ignore[misc, unused-ignore]
    """Gives a test cell no score when the grader failed in it; a person grades it then (``needs_manual_grade``)."""

    def _add_score(self, cell: Any, resources: Any) -> None:
        super()._add_score(cell, resources)
        errors = [output.ename for output in cell.get("outputs", ()) if output.output_type == "error"]
        if UNDECIDED & set(errors) and not utils.is_solution(cell):
            grade_id = cell.metadata["nbgrader"]["grade_id"]
            grade = self.gradebook.find_grade(grade_id, self.notebook_id, self.assignment_id, self.student_id)
            grade.auto_score = None
            grade.needs_manual_grade = True
            self.gradebook.db.commit()
            self.log.error(
                "%s of %s is not graded because its test could not end; see the cell's output",
                grade_id,
                self.student_id,
            )
