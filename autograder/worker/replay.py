"""Runs a whole notebook in order in IPython's own shell, as a kernel does.

A judge asks for it where a check fails and the dependency slice may have left out too much (``worker.doubt``). It takes
seconds, not hours: a cell that computes for too long is cut off, which is said.
"""

from __future__ import annotations

import ast
import asyncio
import contextlib
import signal
import sys
import time
from collections.abc import Iterator
from typing import Any

from autograder.records import Cell
from autograder.worker import shell
from autograder.worker.ipython_syntax import first_code_line
from autograder.worker.program import Program
from autograder.worker.statement import Problem, describe, event_loop, name_cell

CELL_SECONDS = 2.0
"""Processor time of one cell; half of it for each cell that was cut off before."""
ALL_SECONDS = 10.0
"""Processor time of all cells together; then only definitions and imports are run."""
LEAST_SECONDS = 0.25
ASLEEP_SECONDS = 15.0
"""How long a cell may take on the clock: only one that waits takes so long, also on a busy machine."""


class CutOff(BaseException):
    """Raised inside a cell that takes too long; no ``except Exception`` of the student's catches it."""


def replay(program: Program) -> None:
    """Run all cells in order in a fresh module. What fails or is cut off becomes a problem of the program."""
    program.problems = [problem for problem in program.problems if not problem.while_running]
    program.reset()
    program.replayed = True
    program.activate()
    if program.is_notebook:
        _replay_notebook(program)
    else:
        _replay_file(program)


def _replay_notebook(program: Program) -> None:
    cells = [cell for cell in program.cells if not cell.file and (cell.ran or not program.runs_partly)]
    kernel = shell.get_ipython()
    uses_loop = any("asyncio" in cell.source or "await" in cell.source for cell in cells)
    started = time.process_time()
    # The tests of the hand-out are no part of the answer; an import would lead from here to the judge.
    vars(sys.modules["autograder"])["grade"] = _grade_nothing
    seconds = CELL_SECONDS
    for cell in cells:
        if time.process_time() - started > ALL_SECONDS:
            _define_the_rest(program, cell)
            continue
        error = _run_cell(kernel, cell, uses_loop, seconds)
        if error is not None:
            program.problems.append(_explain(cell, error, seconds))
        if isinstance(error, CutOff):
            seconds = max(seconds / 2, LEAST_SECONDS)
            _define(program, cell)
    for statement in program.statements:
        statement.executed = not statement.cell.file


def _grade_nothing(*task: object, **options: object) -> float:
    return 0.0


def _run_cell(kernel: Any, cell: Cell, uses_loop: bool, seconds: float) -> BaseException | None:
    """Run one cell as a kernel does; returns what ended it early. ``uses_loop``: inside of a running event loop."""
    kernel.label = f"<{name_cell(cell)}>"
    source = _move_magic_up(cell.source)

    async def run() -> Any:
        transformed = kernel.transform_cell(source)
        if kernel.should_run_async(source, transformed_cell=transformed):
            return await kernel.run_cell_async(source, store_history=True, transformed_cell=transformed)
        return kernel.run_cell(source, store_history=True)

    try:
        with limit(seconds):
            if not uses_loop:  # settings of NumPy and decimal belong to the context: no task of its own
                result = kernel.run_cell(source, store_history=True)
            else:
                result = event_loop().run_until_complete(asyncio.ensure_future(run(), loop=event_loop()))
    except BaseException as raised:  # between two steps of the shell
        return raised
    error: BaseException | None = result.error_before_exec or result.error_in_exec
    return error


def _move_magic_up(source: str) -> str:
    """Colab runs a cell magic below comments; a kernel wants it in the first line."""
    lines = source.split("\n")
    first = first_code_line(lines)
    return "\n".join(lines[first:]) if lines[first].lstrip().startswith("%%") else source


def _define_the_rest(program: Program, cell: Cell) -> None:
    """Of a cell for which no time is left, run what takes none, and say so."""
    _define(program, cell)
    message = (
        f"{name_cell(cell)} was not run as a whole when your work was graded: all cells together took more than "
        f"{ALL_SECONDS:g} s of processor time. Its functions and constants count."
    )
    program.problems.append(Problem(name_cell(cell), message, while_running=True))


def _define(program: Program, cell: Cell) -> None:
    """Run the definitions, imports and constants of a cell."""
    for statement in program.statements:
        if statement.cell is cell and (statement.is_definition or statement.is_import or statement.is_constant):
            program.execute(statement)


def _replay_file(program: Program) -> None:
    """Run the statements of a ``.py`` file; what fails costs only itself."""
    for statement in program.statements:
        try:
            with limit(CELL_SECONDS):
                statement.execute(program.module, program.future)
        except BaseException as error:
            program.problems.append(_explain(statement.cell, error))


def _explain(cell: Cell, error: BaseException, seconds: float = CELL_SECONDS) -> Problem:
    label = name_cell(cell)
    if isinstance(error, CutOff):
        what = (
            f"was ended after {seconds:g} s: when work is graded, training in a cell is cut off. Hand in what you "
            "trained as a file."
        )
    else:
        what = f"failed: {describe(error)}"
    return Problem(label, f"{label}{_line_of(error, label)} {what}", _bound_by(cell), while_running=True)


def _line_of(error: BaseException, label: str) -> str:
    """``, line 3,`` of the cell, where the error has a line there."""
    trace, line = error.__traceback__, 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == f"<{label}>" and not line:
            line = trace.tb_lineno
        trace = trace.tb_next
    return f", line {line}," if line else ""


def _bound_by(cell: Cell) -> frozenset[str]:
    try:
        nodes = ast.walk(ast.parse(cell.source))
    except (SyntaxError, ValueError):
        return frozenset()
    return frozenset(node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))


@contextlib.contextmanager
def limit(seconds: float) -> Iterator[None]:
    """Raise ``CutOff`` in the block after ``seconds`` of processor time, and again if the block catches it."""
    if sys.platform == "win32":  # only a student's own tests run there
        yield
        return

    def cut(number: int, frame: object) -> None:
        raise CutOff

    older = [(number, signal.signal(number, cut)) for number in (signal.SIGPROF, signal.SIGALRM)]
    signal.setitimer(signal.ITIMER_PROF, seconds, 0.25)
    signal.setitimer(signal.ITIMER_REAL, ASLEEP_SECONDS, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in older:
            signal.signal(number, handler)
