"""Rendering a source notebook: what students get, and what is refused before anything is written."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from autograder.course import solution_regions as regions
from autograder.errors import AuthorError, GraderError
from autograder.release import package
from autograder.release import render as release
from autograder.release import student_files as handout
from tests.helpers.later import import_later, needs
from tests.helpers.samples import CENTRE, REPOSITORY, cell, make_course, read_cells, source_cells, write_notebook

stub = import_later("autograder.nbgrader_road.clear_solutions")
pytestmark = needs("nbgrader")


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The sample course."""
    return make_course(tmp_path)


def cells_of(files: dict[str, bytes]) -> dict[str, dict]:
    return {made["id"]: made for made in json.loads(files["sample.ipynb"])["cells"]}


def text(made: dict) -> str:
    return "".join(made["source"])


def test_released_files(course: Path) -> None:
    """The folder holds notebook, toml, public tests and three small files; nothing hidden."""
    assert list(release.render_release("sample", course)) == [
        "README.md",
        "assignment.toml",
        "pytest.ini",
        "requirements.txt",
        "sample.ipynb",
        "tests/test_statistics.py",
    ]


def test_stubs_name_the_task(course: Path) -> None:
    """A code answer becomes ``raise NotImplementedError("<task>")``, a written one a placeholder; the rest stays."""
    made = cells_of(release.render_release("sample", course))
    assert text(made["centre"]).rstrip() == (
        'def centre(values):\n    """Mean of a 1-D array."""\n    raise NotImplementedError("centre")'
    )
    assert text(made["explained"]) == "**Q2, why n?** One or two sentences.\n\n*Your answer here.*"
    assert text(made["test-centre"]) == 'grade("centre")'
    assert text(made["imports"]) == "import numpy as np\nfrom autograder import grade"


def test_test_cells_are_locked(course: Path) -> None:
    """Test cells can neither be edited nor deleted; answers can be edited, not deleted."""
    made = cells_of(release.render_release("sample", course))
    assert made["test-centre"]["metadata"].items() >= {"deletable": False, "editable": False}.items()
    assert made["centre"]["metadata"]["deletable"] is False
    assert "editable" not in made["centre"]["metadata"]


@pytest.mark.slow
def test_same_input_same_bytes(course: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Two renderings, in two places, by two processes with other hash seeds, are equal byte for byte."""
    here = release.render_release("sample", course)
    other = make_course(tmp_path_factory.mktemp("other"))
    program = (
        "import sys, hashlib; from pathlib import Path; from autograder.release import render as release\n"
        "files = release.render_release('sample', Path(sys.argv[1]))\n"
        "print(hashlib.sha256(repr(files).encode()).hexdigest())"
    )
    command = [sys.executable, "-c", program, str(other)]
    done = subprocess.run(
        command, capture_output=True, text=True, env={"PYTHONPATH": str(REPOSITORY), "PYTHONHASHSEED": "7"}
    )
    assert done.stdout.strip() == hashlib.sha256(repr(here).encode()).hexdigest(), done.stderr


def test_write_replaces_what_was_there(course: Path) -> None:
    """Writing removes stale files; afterwards nothing is stale."""
    old = course / "release/sample/tests/test_old.py"
    old.parent.mkdir(parents=True)
    old.write_text("old")
    assert "release/sample/tests/test_old.py is not part of the release" in release.find_stale_files("sample", course)
    release.write_release("sample", course)
    assert not old.exists()
    assert release.find_stale_files("sample", course) == []


def test_stale_names_each_difference(course: Path) -> None:
    """A changed source, a missing file and a foreign one are told apart; caches are passed over."""
    folder = release.write_release("sample", course)
    (folder / "tests/__pycache__").mkdir()
    (folder / "tests/__pycache__/x.pyc").write_bytes(b"")
    (folder / "pytest.ini").unlink()
    (folder / "extra.txt").write_text("extra")
    cells = source_cells()
    cells[0]["source"] = "# Changed"
    write_notebook(course / "assignments/sample/sample.ipynb", cells)
    assert release.find_stale_files("sample", course) == [
        "release/sample/extra.txt is not part of the release",
        "release/sample/pytest.ini is missing",
        "release/sample/sample.ipynb is out of date",
    ]


def test_refusal_leaves_the_old_release(course: Path) -> None:
    """When rendering refuses, the folder stays as it was."""
    folder = release.write_release("sample", course)
    before = (folder / "sample.ipynb").read_bytes()
    write_notebook(course / "assignments/sample/sample.ipynb", source_cells()[:-1])
    with pytest.raises(AuthorError):
        release.write_release("sample", course)
    assert (folder / "sample.ipynb").read_bytes() == before


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        (CENTRE.replace("### END SOLUTION", ""), "line 3: ### BEGIN SOLUTION is never ended"),
        (CENTRE.replace("### BEGIN SOLUTION", ""), "line 6: '### END SOLUTION' ends nothing"),
        (CENTRE.replace("### BEGIN SOLUTION", "### BEGIN SOLUTON"), "line 3: '### BEGIN SOLUTON' is not a marker"),
        (CENTRE.replace("### BEGIN SOLUTION", "### begin solution"), "line 3: '### begin solution' is not a marker"),
        (CENTRE.replace("### END SOLUTION", "## END SOLUTION"), "line 6: '## END SOLUTION' is not a marker"),
        (
            CENTRE.replace("### END SOLUTION", "x = 1 ### END SOLUTION"),
            "line 6: 'x = 1 ### END SOLUTION' is not a marker",
        ),
        (
            CENTRE.replace("total_of", "### BEGIN SOLUTION\n    total_of", 1),
            "line 4: '### BEGIN SOLUTION' inside the region",
        ),
        (CENTRE.replace("### END SOLUTION", "### END HIDDEN TESTS"), "cannot end the region SOLUTION begun in line 3"),
        (CENTRE.replace("### END SOLUTION", "### END MARK SCHEME"), "'### END MARK SCHEME' is not a marker"),
        ("def centre(values):\n    return 0\n", "line 1: a solution cell without a solution region"),
    ],
)
def test_ambiguous_solution_markers_are_refused(course: Path, source: str, complaint: str) -> None:
    """Every way to mark a solution wrongly is refused with the cell, its id and the line."""
    cells = source_cells()
    cells[2]["source"] = source
    write_notebook(course / "assignments/sample/sample.ipynb", cells)
    with pytest.raises(AuthorError) as refusal:
        release.render_release("sample", course)
    assert "sample.ipynb, cell 3 (centre_answer), " in str(refusal.value)
    assert complaint in str(refusal.value)


@pytest.mark.parametrize("marker", ["### BEGIN HIDDEN TESTS", "### Begin Hidden Tests", "### BEGIN HIDEN TESTS"])
def test_ambiguous_test_markers_are_refused(course: Path, marker: str) -> None:
    """A hidden-tests marker without its partner, in lower case or misspelt is refused."""
    cells = source_cells()
    cells[3]["source"] = f'grade("centre")\n{marker}\ngrade("centre", hidden=True)'
    write_notebook(course / "assignments/sample/sample.ipynb", cells)
    with pytest.raises(AuthorError, match=r"sample\.ipynb, cell 4 \(centre\), line 2"):
        release.render_release("sample", course)


def test_regions_in_the_wrong_kind_of_cell(course: Path) -> None:
    """A solution in a given cell, hidden tests in an answer, a test cell with nothing hidden: all told at once."""
    cells = source_cells()
    cells[1]["source"] = "### BEGIN SOLUTION\nx = 1\n### END SOLUTION"
    cells[2]["source"] += "### BEGIN HIDDEN TESTS\nx = 1\n### END HIDDEN TESTS"
    cells[3]["source"] = 'grade("centre")'
    with pytest.raises(AuthorError) as refusal:
        regions.check(cells, "sample.ipynb")
    message = str(refusal.value)
    assert "cell 2, line 1: a solution region in a cell that is not a solution cell" in message
    assert "cell 3 (centre_answer), line 3: hidden tests in a cell that is not a test cell" in message
    assert "cell 4 (centre), line 1: a test cell without a hidden-tests region" in message


@pytest.mark.parametrize("line", ["## Solution", "# the solution begins", "Ended: solution of 1.", "### Hidden layers"])
def test_headings_are_no_markers(line: str) -> None:
    """Prose about solutions and hidden layers is left alone."""
    assert not regions.resembles_marker(line)


def test_points_and_ids_are_held_to_the_toml(course: Path) -> None:
    """A test cell with other points than the toml, or of no task, is refused."""
    cells = source_cells()
    cells[3]["metadata"]["nbgrader"]["points"] = 5
    write_notebook(course / "assignments/sample/sample.ipynb", cells)
    with pytest.raises(AuthorError, match="centre: points is 4 in the toml and 5 in the notebook"):
        release.render_release("sample", course)


def test_notebook_without_cell_ids_is_refused(course: Path) -> None:
    """Before nbformat 4.5 cells have no ids; they would be drawn anew at each rendering."""
    path = course / "assignments/sample/sample.ipynb"
    notebook = json.loads(path.read_text())
    notebook["nbformat_minor"] = 4
    for made in notebook["cells"]:
        del made["id"]
    path.write_text(json.dumps(notebook))
    with pytest.raises(AuthorError, match=r"save it as 4\.5"):
        release.render_release("sample", course)


def test_weights_of_the_model_answer_are_refused(course: Path) -> None:
    """A file that students hand in must not lie beside the source: nbgrader would copy it to them."""
    path = course / "assignments/sample/assignment.toml"
    toml = path.read_text().replace("must_be_run", "optional = ['net\\.pt']\nmust_be_run")
    path.write_text(toml.replace('needs = ["spread"]', 'needs = ["spread"]\nfiles = ["net.pt"]'))
    (path.parent / "net.pt").write_bytes(b"weights")
    with pytest.raises(AuthorError, match=r"net\.pt is a model answer"):
        release.render_release("sample", course)


def test_probes_travel_when_a_public_test_uses_one(course: Path) -> None:
    """Probes are released only when a public test asks for one."""
    probes = course / "tests/sample/probes"
    probes.mkdir()
    (probes / "__init__.py").write_text("def ask(student):\n    return student.centre\n")
    assert not any("probes" in name for name in release.render_release("sample", course))
    path = course / "tests/sample/public/test_statistics.py"
    path.write_text(path.read_text().replace("student.centre(rng.normal(size=5))", 'student.probe("ask")'))
    assert "tests/probes/__init__.py" in release.render_release("sample", course)


def test_assignment_without_public_tests_is_refused(course: Path) -> None:
    """Students need at least one public test file."""
    shutil.rmtree(course / "tests/sample/public")
    with pytest.raises(AuthorError, match="no public tests"):
        release.render_release("sample", course)


@pytest.mark.slow
def test_zip_installs_from_itself(course: Path) -> None:
    """The zip holds the folder and the wheel its requirements name; made twice it is the same file."""
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(REPOSITORY / name, course)
    shutil.copytree(REPOSITORY / "autograder", course / "autograder", ignore=shutil.ignore_patterns("__pycache__"))
    (course / "autograder/__pycache__").mkdir()
    first = package.make_zip("sample", course)
    content = first.read_bytes()
    with zipfile.ZipFile(first) as archive:
        names = archive.namelist()
        wheel = next(name for name in names if name.endswith(".whl"))
        assert archive.read("sample/requirements.txt").decode().split("\n")[0] == f"./{Path(wheel).name}[torch]"
        assert set(names) == {f"sample/{name}" for name in release.render_release("sample", course)} | {wheel}
        with archive.open(wheel) as file, zipfile.ZipFile(file) as inner:
            packed = {name.split("/")[0] for name in inner.namelist()}
    assert packed - {name for name in packed if name.endswith(".dist-info")} == {"autograder"}
    assert package.make_zip("sample", course).read_bytes() == content


def test_wheel_with_hidden_tests_is_refused() -> None:
    """A wheel that packs solutions or tests never leaves the machine."""
    with pytest.raises(GraderError, match=r"solutions/sample\.py"):
        package.check_wheel_names(["autograder/records.py", "solutions/sample.py", "x-1.dist-info/METADATA"])


def test_requirements_without_extras(course: Path) -> None:
    """An assignment that names no extra gets the bare package."""
    from dataclasses import replace

    from autograder.course import assignment_file as assignment

    bare = replace(assignment.load("sample", course), extras=())
    assert handout.make_requirements(bare, "a.whl") == "./a.whl\njupyterlab>=4\n"


def test_stub_notebook_is_what_the_model_answer_was_made_from(course: Path) -> None:
    """Source and release have the same cells in the same order, so that checksums and ids line up."""
    released = cells_of(release.render_release("sample", course))
    assert list(released) == [made["id"] for made in read_cells(course / "assignments/sample/sample.ipynb")]


def test_raw_cells_are_scanned_too(course: Path) -> None:
    """A marker in a raw cell is refused like any other."""
    cells = [*source_cells(), cell("raw", "### BEGIN SOLUTION\nsecret\n### END SOLUTION", "raw")]
    with pytest.raises(AuthorError, match="cell 8, line 1"):
        regions.check(cells, "sample.ipynb")
