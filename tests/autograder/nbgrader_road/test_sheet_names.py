"""Which file of a hand-in nbgrader is to grade as which notebook; and cell magics in the kernel that it grades in."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.course.assignment_file import load
from autograder.nbgrader_road.grading_kernel import make_cell_magic_reader
from autograder.nbgrader_road.sheet_names import choose_notebooks, link_notebooks
from tests.helpers.samples import REPOSITORY

OWN = "initialization.ipynb"
SHEET = "ee046211_hw2_123456789_987654321.ipynb"


@pytest.mark.parametrize(
    ("handed_in", "chosen"),
    [
        ([OWN], OWN),
        ([SHEET], SHEET),
        ([OWN, SHEET], SHEET),  # as `autograder grade` decides: the sheet's name is the one to hand in
        (["ee046211_hw2_1_2.ipynb"], "ee046211_hw2_1_2.ipynb"),
        ([OWN, "notes.ipynb"], OWN),
        (["a.ipynb", "b.ipynb"], None),
        ([SHEET, "ee046211_hw2_123456789_111111111.ipynb"], None),
    ],
)
def test_one_notebook(handed_in: list[str], chosen: str | None) -> None:
    """The sheet's name, else the assignment's own, else the only file; two of one kind are not guessed between."""
    found, messages = choose_notebooks(handed_in, load("initialization", REPOSITORY))
    assert found == ({OWN: chosen} if chosen else {})
    assert bool(messages) == (chosen is None)


def test_two_notebooks() -> None:
    """A missing one of two is named; one file that is left over is taken for it."""
    spirals = load("spirals", REPOSITORY)
    network, autoencoder = spirals.notebooks
    assert choose_notebooks([network], spirals) == (
        {network: network},
        [f"{autoencoder} cannot be graded: it is not there. Leave one file, named {autoencoder}."],
    )
    assert choose_notebooks([network, "Copy.ipynb"], spirals)[0] == {network: network, autoencoder: "Copy.ipynb"}


def test_a_second_hand_in_is_found_again(tmp_path: Path) -> None:
    """The link of the first time is not taken for a file of the student's, and nothing is overwritten."""
    assignment = load("initialization", REPOSITORY)
    (tmp_path / OWN).write_text("untouched")
    (tmp_path / SHEET).write_text("first")
    link_notebooks(tmp_path, assignment)
    (tmp_path / SHEET).write_text("second")
    paths, messages = link_notebooks(tmp_path, assignment)
    assert [path.read_text() for path in paths] == ["second"]
    assert (tmp_path / "initialization_not_graded1.ipynb").read_text() == "untouched"
    assert f"{SHEET} is graded as {OWN}." in messages


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("x = 1\n", "x = 1\n"),
        ("%%time\nx = 1\n", "%%time\nx = 1\n"),
        ("# timed\n\n%%time\nx = 1\n", "%%time\nx = 1\n"),
        ("%%wandb --live\nx = 1\n", "\nx = 1\n"),
        ("# a comment\nx = 1\n%%time\n", "# a comment\nx = 1\n%%time\n"),
        ("%%\nx = 1\n", "\nx = 1\n"),
        ("# only a comment\n", "# only a comment\n"),
    ],
)
def test_cell_magics(cell: str, read: str) -> None:
    """An unknown cell magic is dropped, and comments above a known one, so that IPython finds it in the first line."""
    transform = make_cell_magic_reader(lambda: {"time"})
    assert "".join(transform(cell.splitlines(keepends=True))) == read
