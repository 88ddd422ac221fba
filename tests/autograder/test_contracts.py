"""Who may import whom: what `.importlinter` cannot say, and that it sees the imports that Python makes late."""

from __future__ import annotations

import ast
import graphlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.course.tree import slugs_of
from tests.helpers.samples import REPOSITORY

grimp = pytest.importorskip("grimp")

SURFACE = ("autograder.checks", "autograder.data", "autograder.probing", "autograder.grade")
"""What the author of an assignment may import; everything inside of the three packages included."""
SKELETON = REPOSITORY / "autograder/release/skeleton/assignment"


def author_files() -> list[Path]:
    """The code of every assignment: references, hidden and public tests, probes, wheats and chaffs."""
    slugs = slugs_of([], REPOSITORY)
    folders = [REPOSITORY / "solutions", SKELETON, *(REPOSITORY / "tests" / slug for slug in slugs)]
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


def imported_names(source: str) -> Iterator[str]:
    """Dotted names of what ``source`` imports, wherever the import stands; relative imports are left out."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def beyond_the_surface(source: str) -> list[str]:
    """Names of ``autograder`` that the author of an assignment must not rely on."""
    ours = [name for name in imported_names(source) if name.split(".")[0] == "autograder"]
    return [name for name in ours if not any(name == one or name.startswith(f"{one}.") for one in SURFACE)]


def import_graph(package: str) -> dict[str, set[str]]:
    """Module → modules that it imports: at its top, inside functions and for types only."""
    graph = grimp.build_graph(package, cache_dir=None)
    return {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}


def cycle_in(graph: dict[str, set[str]]) -> list[str]:
    """The modules along one cycle; empty when there is none."""
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        return list(error.args[1])
    return []


def test_assignments_import_the_author_surface_alone() -> None:
    """Hidden tests, probes and references rely on checks, data, probing and grade, so everything else may change."""
    foreign = {
        f"{path.relative_to(REPOSITORY)}: {name}"
        for path in author_files()
        for name in beyond_the_surface(path.read_text(encoding="utf-8"))
    }
    assert foreign == set()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("from autograder import checks, data, grade", []),
        ("from autograder.checks.subspaces import largest_angle", []),
        ("import autograder.probing.torch_checkpoint as checkpoint", []),
        ("from solutions import autograder", []),
        ("import autograder", ["autograder"]),
        ("from autograder import judge", ["autograder.judge"]),
        ("from autograder.checksums import crc", ["autograder.checksums.crc"]),
        ("def late():\n    import autograder.worker.serve", ["autograder.worker.serve"]),
    ],
)
def test_surface_is_recognised(line: str, names: list[str]) -> None:
    """Late imports and neighbours with a similar name are noticed; what lies inside the surface is not."""
    assert beyond_the_surface(line) == names


def test_no_module_imports_itself_round_a_corner() -> None:
    """No cycle between the modules of the package, late and type-only imports included."""
    assert cycle_in(import_graph("autograder")) == []


@pytest.mark.parametrize(
    "late",
    [
        "def f():\n    from corners import a\n",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from corners import a\n",
        "from corners.a import x\n",
    ],
    ids=["inside a function", "for types", "at the top"],
)
def test_cycle_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, late: str) -> None:
    """A cycle of two modules is found, however late the second import is made. The layers rest on the same graph."""
    package = tmp_path / "corners"
    package.mkdir()
    for name, source in {"__init__": "", "a": "from corners import b\nx = 1\n", "b": late}.items():
        (package / f"{name}.py").write_text(source)
    monkeypatch.syspath_prepend(str(tmp_path))
    assert set(cycle_in(import_graph("corners"))) == {"corners.a", "corners.b"}
