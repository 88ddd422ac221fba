"""nbgrader's OverwriteCells, for submissions in which any cell may be missing.

nbgrader puts a missing test cell after the answer it belongs to, and fails on the whole submission when that answer
was deleted too. Here missing cells are added at the end of the notebook, after all definitions.

A missing cell that is graded by hand earns nothing, except in a notebook without any cell of the hand-out (a student
pasted the answers into a new one): there a person looks for the answer.
"""

from __future__ import annotations

from typing import Any

from nbgrader.preprocessors import OverwriteCells

from autograder.nbgrader_road.restore_metadata import make_cell_id

LOOK_FOR_ANSWER = (
    "*This notebook has none of the cells that were handed out. If it answers this question, the answer is in another "
    "cell.*\n\n"
)


class OverwriteMissingCells(OverwriteCells):  # type: ignore[misc, unused-ignore]
    """Adds missing test cells, and missing cells that are graded by hand, without an answer."""

    def add_missing_grade_cells(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        original = self.gradebook.find_notebook(self.notebook_id, self.assignment_id)
        sources = {cell.name: cell for cell in original.source_cells}
        answers = {cell.name for cell in original.solution_cells}
        present = {cell.metadata["nbgrader"]["grade_id"] for cell in nb.cells if "nbgrader" in cell.metadata}
        for graded in original.grade_cells:
            if graded.name in present:
                continue
            source, manual = sources[graded.name], graded.name in answers
            cell = self.missing_cell_transform(source, graded.max_score, is_solution=manual)
            cell["id"] = make_cell_id(nb)
            if manual:
                cell["source"] = source.source if present else LOOK_FOR_ANSWER + source.source  # unchanged scores zero
            nb.cells.append(cell)
            self.log.warning("%s was missing; it was added at the end of the notebook", graded.name)
        return nb, resources
