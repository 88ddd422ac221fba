"""The assignment ``initialization`` by plain nbgrader and by ``autograder grade``: the same points.

Two pairs hand in: the model answer, and one that stopped after Task 1 with the misconceptions of six chaffs in its
answers. To be quick, the given cells train on a few images for one epoch and simulate less; no answer and no test is
shortened. Both ways grade the same run: the notebook as nbgrader executed it, with the weights that it wrote.
"""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from autograder.audit.replacements import replace_once
from autograder.audit.variants import read as read_variant
from autograder.course.assignment_file import load
from tests.helpers.commands import graded, nbgrader, scores
from tests.helpers.later import needs
from tests.helpers.samples import REPOSITORY, read_cells, write_notebook

pytestmark = [pytest.mark.slow, pytest.mark.thorough, pytest.mark.framework, needs("nbgrader", "torch")]

SLUG = "initialization"
SHORTER = {
    'FASHION_EPOCHS = 20 if data.kind("fashion_mnist") == "real" else 8': "FASHION_EPOCHS = 1",
    'SVHN_EPOCHS = 20 if device == "cuda" else 6': "SVHN_EPOCHS = 1",
    "hold_out(fashion_images, fashion_labels)": "hold_out(fashion_images[:1000], fashion_labels[:1000])",
    "hold_out(svhn_images, svhn_labels)": "hold_out(svhn_images[:1000], svhn_labels[:1000])",
    "svhn_test_images, svhn_test_labels, SEED": "svhn_test_images[:100], svhn_test_labels[:100], SEED",
    "repeats=10_000": "repeats=100",
    "\ndraw_double_descent()": "",
}
PAIRS = {
    "100000001_200000001": {},
    "100000002_200000002": {
        "backprop_by_hand": "backprop_ascends",
        "vgg11_table": "vgg11_without_biases",
        "teacher_student_risk": "risk_sum",
        "invariances": "normalise_by_mean",
        "init_variance": "init_std_always_relu",
        "double_descent": "double_descent_kinds_swapped",
    },
}
"""Pair → the chaff in its answer to each task; the first is the model answer."""


def hand_in(root: Path, pair: str, chaffs: dict[str, str]) -> None:
    """Write the pair's notebook where nbgrader looks for it."""
    cells = read_cells(root / f"assignments/{SLUG}/{SLUG}.ipynb")
    whole = "\n".join("".join(cell["source"]) for cell in cells)
    assert [long for long in SHORTER if long not in whole] == []
    for cell in cells:
        cell["source"] = "".join(cell["source"])
        for long, short in SHORTER.items():
            cell["source"] = cell["source"].replace(long, short)
    for task, chaff in chaffs.items():
        (path,) = (root / f"tests/{SLUG}/chaffs").rglob(f"{chaff}.py")
        variant = read_variant(path, load(SLUG, root))
        answer = next(c for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id") == f"{task}_answer")
        (answer["source"],) = replace_once([answer["source"]], variant.replace, chaff)
        answer["source"] += "\n\n" + variant.source
    if chaffs:
        end = next(n for n, cell in enumerate(cells) if cell["source"].startswith("## Task 2"))
        cells = cells[:end]
    write_notebook(root / f"submitted/{pair}/{SLUG}/{SLUG}.ipynb", cells)


def upload(root: Path, pair: str, folder: Path) -> Path:
    """The zip for Moodle: the notebook as executed, and the weights."""
    path = folder / f"ee046211_hw2_{pair}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted((root / f"autograded/{pair}/{SLUG}").iterdir()):
            if file.suffix == ".pt":
                archive.write(file, file.name)
            elif file.suffix == ".ipynb":
                archive.write(file, f"ee046211_hw2_{pair}.ipynb")
    return path


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the course after generate_assignment and autograde of both pairs."""
    root = tmp_path_factory.mktemp("course")
    for name in (f"assignments/{SLUG}", f"solutions/{SLUG}", f"tests/{SLUG}"):
        shutil.copytree(REPOSITORY / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("nbgrader_config.py", "solutions/__init__.py", "tests/__init__.py"):
        shutil.copy(REPOSITORY / name, root / name)
    nbgrader(root, "generate_assignment", SLUG, "--force")
    for pair, chaffs in PAIRS.items():
        hand_in(root, pair, chaffs)
    nbgrader(root, "autograde", SLUG)
    return root


def test_gradebook_and_grade_agree(course: Path, tmp_path: Path) -> None:
    """For each pair and task, nbgrader's gradebook and ``autograder grade`` hold the same automatic points."""
    ours = graded(course, SLUG, [upload(course, pair, tmp_path) for pair in PAIRS])
    theirs = {
        f"ee046211_hw2_{pair}": {id: points for id, points in found.items() if not id.endswith("_explained")}
        for pair, found in scores(course, SLUG).items()
    }
    assert theirs == ours


def test_misconceptions_cost_points(course: Path) -> None:
    """The model answer has full points wherever a chaff of the other pair has fewer."""
    found = scores(course, SLUG)
    right, wrong = (found[pair] for pair in PAIRS)
    (chaffs,) = (chaffs for chaffs in PAIRS.values() if chaffs)
    for task in chaffs:
        assert (wrong[task] or 0) < (right[task] or 0), task
