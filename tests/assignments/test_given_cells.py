"""The cells that a hand-out gives bind names of their own, so that running them overwrites nothing of an answer.

``loss, gradients = ...`` in a given cell would replace a student's function ``loss``, which later answers may call.
"""

from __future__ import annotations

import re
import symtable
from pathlib import Path

import pytest

from autograder.course.assignment_file import load
from autograder.course.notebook_cells import AnyCell, read_notebook
from tests.helpers.samples import REPOSITORY

NOTEBOOKS = sorted(REPOSITORY.glob("assignments/*/*.ipynb"))
TEMPORARY = set(
    "_ ax axes axis column columns figure image label name number picture pictures place places".split()
) | set("row title titles value words".split())
"""Names for the moment: what is drawn or printed. No answer calls them."""
HANDED_OUT = {
    "autoencoders.ipynb": {"device"},
    "backprop.ipynb": {"device"},
    "initialization.ipynb": {"device", "accuracy"},
    "minimal_neural_network.ipynb": {"N", "D", "K", "X", "y"},
    "toy_convnet.ipynb": {"X", "Y"},
}
"""What the text of a notebook says that answers may use."""


def names_bound(cell: AnyCell) -> set[str]:
    """The global names that a cell binds: by assignment, as a loop's variable, by ``def`` or ``class``; no imports."""
    source = re.sub(r"^[%!].*", "pass", cell.source, flags=re.MULTILINE)
    symbols = symtable.symtable(source, "cell", "exec").get_symbols()
    return {symbol.get_name() for symbol in symbols if symbol.is_assigned() and not symbol.is_imported()}


def names_of_given_cells(notebook: Path) -> set[str]:
    given = (cell for cell in read_notebook(notebook) if cell.kind == "code" and not cell.nbgrader.get("solution"))
    return set().union(*map(names_bound, given))


def is_common(name: str) -> bool:
    """One word or one letter, as a student may call a function too: loss, net, x, W1. Constants in capitals are not."""
    return "_" not in name and not re.fullmatch(r"[A-Z]{3,}", name)


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_given_cells_bind_no_name_of_an_answer(notebook: Path) -> None:
    """No given cell binds what a task asks for."""
    needs = {name for task in load(notebook.parent.name, REPOSITORY).tasks for name in task.needs}
    assert names_of_given_cells(notebook) & needs == set()


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_given_cells_bind_no_common_name(notebook: Path) -> None:
    """A given cell's name has two words, such as ``example_loss``, unless the text offers it to answers."""
    common = {name for name in names_of_given_cells(notebook) if is_common(name)}
    assert common - TEMPORARY == HANDED_OUT.get(notebook.name, set())
