"""nbgrader's Execute for notebooks that were made elsewhere: see ``grading_kernel``; and a kernel may die."""

from __future__ import annotations

from typing import Any

from nbclient.exceptions import DeadKernelError
from nbformat.v4 import new_output
from nbgrader.preprocessors import Execute
from traitlets import List, Unicode

MAX_RESTARTS = 4
"""Times that a notebook is run anew because a cell ended Python; each may repeat hours of training."""
KERNEL_DIED = "KernelDied"
"""Name of the error in the output of a cell that ended Python."""
KERNEL_ARGUMENTS = [
    "--HistoryManager.hist_file=:memory:",
    "--IPKernelApp.extra_extensions=autograder.nbgrader_road.grading_kernel",
]


class ExecuteAnswers(Execute):  # type: ignore[misc, unused-ignore]
    """Runs a notebook again from the top without the cell in which Python ended (a crash, a restart for Colab)."""

    extra_arguments = List(
        Unicode(),
        [
            "--HistoryManager.hist_file=:memory:",
            "--IPKernelApp.extra_extensions=autograder.nbgrader_road.grading_kernel",
        ],
    ).tag(config=True)

    def preprocess(self, nb: Any, resources: Any, km: Any = None) -> tuple[Any, Any]:
        self.deadly_cells: set[int] = set()
        while True:
            self.running_cell: int | None = None
            try:
                executed: tuple[Any, Any] = super().preprocess(nb, resources, km)
                return executed
            except DeadKernelError:
                if self.running_cell is None or len(self.deadly_cells) == MAX_RESTARTS:
                    raise
                self.deadly_cells.add(self.running_cell)
                self.log.warning(
                    "%s: Python ended in cell %d; the notebook is run again without that cell",
                    resources["nbgrader"]["student"],
                    self.running_cell + 1,
                )

    def preprocess_cell(self, cell: Any, resources: Any, index: int) -> tuple[Any, Any]:
        if index in self.deadly_cells:
            message = "Python ended while this cell was running. The other cells were run again without it."
            error = {"ename": KERNEL_DIED, "evalue": message, "traceback": [f"{KERNEL_DIED}: {message}"]}
            cell.outputs = [new_output("error", **error)]  # type: ignore[no-untyped-call, unused-ignore]
            return cell, resources
        self.running_cell = index
        executed: tuple[Any, Any] = super().preprocess_cell(cell, resources, index)
        return executed
