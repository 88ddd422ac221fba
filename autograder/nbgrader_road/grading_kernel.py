"""An IPython extension for the kernel that nbgrader grades in: a failing statement costs only what needs it.

A notebook was made elsewhere: on Colab, with a person at the keyboard, with other packages. ``autograder grade`` runs
only what an answer needs. A kernel runs everything, so here what cannot run is passed over instead of ending the cell
or the kernel.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Container
from typing import Any

EXIT_SKIPPED = "exit() or quit() was skipped, so that the cells below are graded."


def load_ipython_extension(shell: Any) -> None:
    """Change the shell of this kernel; IPython calls it before the first cell."""
    run_statements = shell.run_ast_nodes

    async def run_each_statement(
        nodelist: list[ast.stmt], cell_name: str, interactivity: str = "", compiler: Any = compile, result: Any = None
    ) -> bool:
        """Run all statements of a cell; show the value of the last one alone, whatever the notebook has configured."""
        failed = False
        for number, node in enumerate(nodelist, start=1):
            shown = "last_expr" if number == len(nodelist) else "none"
            if await run_statements([node], cell_name, shown, compiler, result):
                failed = True
                if isinstance(getattr(result, "error_in_exec", None), KeyboardInterrupt):
                    break  # the time for the cell is over
        return failed

    shell.run_ast_nodes = run_each_statement
    shell.ask_exit = lambda: print(EXIT_SKIPPED)
    shell.input_transformers_cleanup.append(make_cell_magic_reader(lambda: _known_cell_magics(shell)))


def make_cell_magic_reader(known: Callable[[], Container[str]]) -> Callable[[list[str]], list[str]]:
    """Return an input transformer: comments may be above a cell magic, as on Colab, and an unknown one is dropped.

    ``known`` returns the names of the cell magics of this kernel.
    """

    def read_cell_magic(lines: list[str]) -> list[str]:
        first = next((n for n, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")), None)
        if first is None or not lines[first].startswith("%%"):
            return lines
        words = lines[first][2:].split()
        is_known = bool(words) and words[0] in known()
        return lines[first:] if is_known else ["\n"] * (first + 1) + lines[first + 1 :]

    return read_cell_magic


def _known_cell_magics(shell: Any) -> Container[str]:
    manager = shell.magics_manager
    return {*manager.magics["cell"], *manager.lazy_magics}
