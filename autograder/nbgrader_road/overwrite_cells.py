"""nbgrader's OverwriteCells, for submissions in which any cell may be missing.

nbgrader puts a missing test cell after the answer it belongs to, and fails on the whole submission when that answer
was deleted too. Here missing cells are added at the end of the notebook, after all definitions.
"""

from __future__ import annotations

from typing import Any

from nbgrader.preprocessors import OverwriteCells


class OverwriteMissingCells(OverwriteCells):  # type: ignore[misc, unused-ignore]
    """Adds missing test cells, and missing cells that are graded by hand, without an answer."""

    def add_missing_grade_cells(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        original = self.gradebook.find_notebook(self.notebook_id, self.assignment_id)
        sources = {cell.name: cell for cell in original.source_cells}
        answers = {cell.name for cell in original.solution_cells}
        present = {cell.metadata.get("nbgrader", {}).get("grade_id") for cell in nb.cells}
        for graded in original.grade_cells:
            if graded.name in present:
                continue
            source, manual = sources[graded.name], graded.name in answers
            cell = self.missing_cell_transform(source, graded.max_score, is_solution=manual)
            cell["id"] = graded.name
            if manual:
                cell["source"] = source.source  # unchanged, so nbgrader scores it zero
            nb.cells.append(cell)
            self.log.warning("%s was missing; it was added at the end of the notebook", graded.name)
        return nb, resources
