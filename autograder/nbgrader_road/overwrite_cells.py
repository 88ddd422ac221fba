"""nbgrader's OverwriteCells, except that a submission may lack any cells.

nbgrader puts a missing test cell behind the answer it belongs to, and fails on the whole submission when that answer
was deleted too. Here missing cells come back at the notebook's end, where everything that is defined is defined.
"""

from __future__ import annotations

from typing import Any

from nbgrader.preprocessors import OverwriteCells


class OverwriteMissingCells(OverwriteCells):
    """Adds back missing test cells, and missing manual cells as nobody answered them."""

    def add_missing_grade_cells(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        original = self.gradebook.find_notebook(self.notebook_id, self.assignment_id)
        sources = {cell.name: cell for cell in original.source_cells}
        answers = {cell.name for cell in original.solution_cells}
        there = {cell.metadata.get("nbgrader", {}).get("grade_id") for cell in nb.cells}
        for graded in original.grade_cells:
            if graded.name in there:
                continue
            source, manual = sources[graded.name], graded.name in answers
            cell = self.missing_cell_transform(source, graded.max_score, is_solution=manual)
            cell["id"] = graded.name
            if manual:
                cell["source"] = source.source  # unchanged, so nbgrader scores it zero
            nb.cells.append(cell)
            self.log.warning("%s was missing and is added at the end", graded.name)
        return nb, resources
