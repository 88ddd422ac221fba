"""nbgrader's SaveAutoGrades, except that a fault of the grader leaves the grade open instead of zero."""

from __future__ import annotations

from typing import Any

from nbgrader import utils
from nbgrader.preprocessors import SaveAutoGrades

OURS = {"GraderError", "AuthorError"}


class SaveTestedGrades(SaveAutoGrades):
    """A test cell that ended in a fault of ours gets no score and waits for a person (``needs_manual_grade``)."""

    def _add_score(self, cell: Any, resources: Any) -> None:
        super()._add_score(cell, resources)
        errors = [output.ename for output in cell.get("outputs", ()) if output.output_type == "error"]
        if OURS & set(errors) and not utils.is_solution(cell):
            about = (cell.metadata["nbgrader"]["grade_id"], self.notebook_id, self.assignment_id, self.student_id)
            grade = self.gradebook.find_grade(*about)
            grade.auto_score = None
            grade.needs_manual_grade = True
            self.gradebook.db.commit()
            self.log.error("%s of %s is not graded: the grader failed, see the cell's output", about[0], about[3])
