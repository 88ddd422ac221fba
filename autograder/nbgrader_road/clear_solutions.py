"""nbgrader's ClearSolutions with stubs that name the task."""

from __future__ import annotations

from typing import Any

from nbgrader.preprocessors import ClearSolutions

from autograder.course import solution_regions as regions
from autograder.course.grade_ids import strip_role


class ClearTaskSolutions(ClearSolutions):  # type: ignore[misc, unused-ignore]
    """Replaces each solution by ``raise NotImplementedError("<task id>")`` or by ``*Your answer here.*``.

    Raises ``AuthorError``, before anything is cleared, for a notebook whose markers are ambiguous.
    """

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        name = resources.get("metadata", {}).get("name") or resources.get("unique_key") or "notebook"
        regions.check(nb.cells, f"{name}.ipynb")
        self.text_stub = "*Your answer here.*"
        cleared: tuple[Any, Any] = super().preprocess(nb, resources)
        return cleared

    def preprocess_cell(self, cell: Any, resources: Any, cell_index: int) -> tuple[Any, Any]:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        self.code_stub = {"python": f'raise NotImplementedError("{strip_role(grade_id)}")'}
        cleared: tuple[Any, Any] = super().preprocess_cell(cell, resources, cell_index)
        return cleared
