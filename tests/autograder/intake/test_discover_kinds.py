"""Whether a folder or a zip is one submission or a class, and that a class loses nobody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from autograder.intake import find_class
from autograder.records import Assignment
from tests.helpers.uploads import STEM, make_assignment, notebook, write_zip


def make_two_notebooks() -> Assignment:
    """A sheet with two notebooks, whose uploads may have any name."""
    assignment = make_assignment()
    rules = replace(assignment.rules, upload=(r"[\w .-]+\.zip",), notebooks=(r"network\.ipynb", r"encoder\.ipynb"))
    return replace(assignment, notebooks=("network.ipynb", "encoder.ipynb"), rules=rules)


def make_scripts() -> Assignment:
    """A sheet with a notebook and two scripts."""
    assignment = make_assignment()
    rules = replace(assignment.rules, upload=(r"[\w .-]+\.zip",), notebooks=(r"answers\.ipynb",))
    return replace(assignment, notebooks=("answers.ipynb",), scripts=("part1_net.py", "part2_fit.py"), rules=rules)


ONE = make_assignment()
TWO = make_two_notebooks()
SCRIPTS = make_scripts()

# sheet, files, the IDs in a folder called "all" and in a zip called "all.zip"
KINDS = {
    "two notebooks of one": (TWO, ["network.ipynb", "encoder.ipynb"], ["all"], ["all"]),
    "two notebooks and more": (TWO, ["network.ipynb", "encoder.ipynb", "a.pdf", "b.pt"], ["all"], ["all"]),
    "in folders of their own": (TWO, ["a/network.ipynb", "b/encoder.ipynb"], ["all"], ["all"]),
    "one is called otherwise": (TWO, ["network.ipynb", "second.ipynb"], ["all"], ["all"]),
    "named by the student": (TWO, ["network_jane.ipynb", "encoder_jane.ipynb"], ["all"], ["all"]),
    "a class of both": (
        TWO,
        ["jane/network.ipynb", "jane/encoder.ipynb", "bo/network.ipynb", "ann/encoder.ipynb"],
        ["ann", "bo", "jane"],
        ["ann", "bo", "jane"],
    ),
    "a flat class of both": (
        TWO,
        ["jane_network.ipynb", "jane_encoder.ipynb", "bo_network.ipynb", "bo_encoder.ipynb"],
        ["bo", "jane"],
        ["bo", "jane"],
    ),
    "zips that are called alike": (TWO, ["jane_network.zip", "network.zip"], *[["jane_network", "network"]] * 2),
    "scripts of one": (SCRIPTS, ["part1_net.py", "part2_fit.py", "model.pt"], ["all"], ["all"]),
    "scripts and a notebook": (SCRIPTS, ["part1_net.py", "part2_fit.py", "answers.ipynb"], ["all"], ["all"]),
    "an older copy": (SCRIPTS, ["part1_net.py", "part1_net_old.py", "part2_fit.py"], ["all"], ["all"]),
    "a class of scripts": (
        SCRIPTS,
        ["jane/part1_net.py", "jane/part2_fit.py", "bo/part1_net.py", "ann/hw/part1_net.py", "ann/hw/part2_fit.py"],
        ["ann", "bo", "jane"],
        ["ann", "bo", "jane"],
    ),
    "a flat class of scripts": (
        SCRIPTS,
        ["jane_part1_net.py", "jane_part2_fit.py", "bo_part1_net.py", "ann.ipynb"],
        ["ann", "bo", "jane"],
        ["ann", "bo", "jane"],
    ),
    "a folder beside": (ONE, ["x.ipynb", "data/a.csv", "runs/b.ipynb", "venv/lib/c.ipynb"], ["all"], ["all"]),
    "folders, one answer": (ONE, ["jane/x.ipynb", "bo/y.pdf"], ["bo", "jane"], ["bo", "jane"]),
    "notebooks side by side": (ONE, ["a.ipynb", "b.ipynb", "c.ipynb"], ["a", "b", "c"], ["a", "b", "c"]),
    "versions side by side": (
        ONE,
        ["hw2.ipynb", "hw2-old.ipynb", "hw2 (1).ipynb"],
        ["hw2", "hw2-old", "hw2 _1_"],
        ["all"],
    ),
    "one has the sheet's name": (ONE, [f"{STEM}.ipynb", "x.ipynb", "y.ipynb"], [STEM, "x", "y"], ["all"]),
    "as browsers save them": (
        ONE,
        ["a.ipynb.json", "b.ipynb.txt", "c.ipynb.download", "d.IPYNB", "e.ipynb (1).json", "grades.csv"],
        ["a", "b", "c", "d", "e"],
        ["a", "b", "c", "d", "e"],
    ),
    "wrong files": (ONE, ["a.ipynb", "b.ipynb", "c.pdf", "d.html", "e.py"], list("abcde"), ["all"]),
    "a report beside": (ONE, ["a.ipynb", "a.pdf", "a.pt", "b.zip", "b.pdf"], ["a", "b"], ["a", "b"]),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("zipped", [False, True])
def test_one_submission_or_a_class(tmp_path: Path, kind: str, zipped: bool) -> None:
    """The same files are the same submissions in a folder and in a zip, but for versions that lie side by side."""
    assignment, names, in_folder, in_zip = KINDS[kind]
    for name in names:
        (tmp_path / "all" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "all" / name).write_bytes(notebook())
    path = write_zip(tmp_path / "all.zip", {name: notebook() for name in names}) if zipped else tmp_path / "all"
    found = find_class([path], assignment, tmp_path / "work")
    assert sorted(id for id, _ in found.uploads) == sorted(in_zip if zipped else in_folder)


def test_a_zip_with_the_sheets_name_is_one_students(tmp_path: Path) -> None:
    """Whatever is in it."""
    path = write_zip(tmp_path / f"{STEM}.zip", {"a/x.ipynb": notebook(), "b/y.ipynb": notebook()})
    assert [id for id, _ in find_class([path], ONE, tmp_path / "work").uploads] == [STEM]


def test_what_is_left_out_is_said_once(tmp_path: Path) -> None:
    """Lists and empty folders in one sentence each; what machines leave behind in none."""
    for name in ("a.ipynb", "b/x.ipynb", "grades.csv", "notes.txt", ".DS_Store", "__MACOSX/._a", "Tom/.DS_Store"):
        (tmp_path / "all" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "all" / name).write_bytes(notebook())
    (tmp_path / "all/empty").mkdir()
    (tmp_path / "all/link.ipynb").symlink_to(tmp_path / "all/a.ipynb")
    found = find_class([tmp_path / "all"], ONE)
    assert [id for id, _ in found.uploads] == ["a", "b"]
    assert len(found.notes) == 3
    assert any('"grades.csv", "notes.txt"' in note for note in found.notes)
    assert any('"Tom", "empty"' in note for note in found.notes)
    assert any('"link.ipynb"' in note for note in found.notes)


def test_students_keep_their_names_where_their_folders_wrap_another(tmp_path: Path) -> None:
    """``uploads/*`` names folders of students; what they call their own folders does not matter."""
    for name in ("ann/hw/x.ipynb", "bo/hw/x.ipynb"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_bytes(notebook())
    found = find_class([tmp_path / "ann", tmp_path / "bo"], ONE)
    assert found.uploads == [("ann", tmp_path / "ann"), ("bo", tmp_path / "bo")]


def test_many_names_are_counted(tmp_path: Path) -> None:
    """A sentence stays short where a hundred files are left out."""
    (tmp_path / "all").mkdir()
    for name in ("a.ipynb", "b.ipynb", *(f"list{number}.csv" for number in range(100))):
        (tmp_path / "all" / name).write_bytes(notebook())
    (note,) = find_class([tmp_path / "all"], ONE).notes
    assert "and 90 more" in note and len(note) < 300


def test_a_class_zip_in_a_folder_is_opened(tmp_path: Path) -> None:
    """A download that was put into a folder is still a class; a student's zip in one stays a zip."""
    (tmp_path / "all").mkdir()
    names = ("doejane_1_11_a.ipynb", "roeann_2_12_a.ipynb")
    write_zip(tmp_path / "all/submissions.zip", {name: notebook() for name in names})
    found = find_class([tmp_path / "all"], ONE, tmp_path / "work")
    assert [id for id, _ in found.uploads] == ["doejane_1", "roeann_2"]


def test_names_that_windows_refuses_lose_no_student(tmp_path: Path) -> None:
    """The folders of a class's zip are made anew with names that a disk can hold."""
    files = {"Doe: J./x.ipynb": notebook(), "Roe\\y.ipynb": notebook(), "../z.ipynb": notebook()}
    found = find_class([write_zip(tmp_path / "class.zip", files)], ONE, tmp_path / "work")
    assert [id for id, _ in found.uploads] == ["Doe_ J", "Roe"]
    assert len(found.notes) == 1 and "../z.ipynb" in found.notes[0]


def test_a_zip_with_a_report_beside_it_is_the_upload(tmp_path: Path) -> None:
    """The answer is in the zip; the report beside it is said."""
    for name in ("doejane_1_11_hw2.zip", "doejane_1_12_report.pdf", "roeann_2_13_a.ipynb"):
        (tmp_path / name).write_bytes(notebook())
    found = find_class([tmp_path], ONE, tmp_path.with_name("work"))
    assert [path.name for _, path in found.uploads] == ["hw2.zip", "a.ipynb"]
    assert len(found.notes) == 1 and "report.pdf" in found.notes[0]


def test_the_instructors_files_stay_as_they_are(tmp_path: Path) -> None:
    """Finding submissions writes nothing into the download."""
    names = ("doejane_1_11_a.ipynb", "doejane_1_12_model.pt", "roeann_2_13_a.ipynb")
    for name in names:
        (tmp_path / name).write_bytes(name.encode())
    found = find_class([tmp_path], ONE)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)
    upload = dict(found.uploads)["doejane_1"]
    assert (upload / "model.pt").read_bytes() == b"doejane_1_12_model.pt"


FIRST = ["Ada", "Bo", "Jane", "Mia", "Zoë", "יעל", "小明"]
LAST = ["Doe", "Kim", "Lee", "O'Neil", "van Dam", "Roe", "Łuk"]
OWN = ["hw2.ipynb", "my answers.ipynb", "report.pdf", "model.pt", "a_1_2.txt", "utils.py", "x - y.png", "hw2.html"]


def lay_out_canvas(number: int, name: str, index: int, file: str) -> str:
    person = "".join(filter(str.isalnum, name)).lower()
    return f"{person}{'_LATE' if number % 2 else ''}_{number}_{9000 + 10 * number + index}_{file}"


LAY_OUT = {
    "canvas": lay_out_canvas,
    "moodle": lambda number, name, index, file: f"{name}_{number}_assignsubmission_file/{file}",
    "moodle flat": lambda number, name, index, file: f"{name}_{number}_assignsubmission_file_{file}",
    "gradescope": lambda number, name, index, file: f"submission_{number}/{file}",
    "blackboard": lambda number, name, index, file: f"HW 2_user{number}_attempt_2026-01-02-03-04-05_{file}",
    "brightspace": lambda number, name, index, file: f"{number}-7 - {name} - Jan 2, 2026 304 AM/{file}",
    "brightspace flat": lambda number, name, index, file: f"{number}-7 - {name} - Jan 2, 2026 304 AM - {file}",
    "sakai": lambda number, name, index, file: f"HW 2/{name}(u{number})/Submission attachment(s)/{file}",
    "ilias": lambda number, name, index, file: f"{name.replace(' ', '_')}_login_{number}/{file}",
    "nbgrader": lambda number, name, index, file: f"submitted/user{number}/hw2/{file}",
    "github": lambda number, name, index, file: f"hw2-submissions/hw2-user{number}/{file}",
}
PEOPLE = st.dictionaries(
    st.integers(1000, 9999),
    st.tuples(
        st.builds("{} {}".format, st.sampled_from(FIRST), st.sampled_from(LAST)),
        st.lists(st.sampled_from(OWN), min_size=1, max_size=4, unique=True),
    ),
    min_size=2,
    max_size=5,
)


@pytest.mark.parametrize("site", LAY_OUT)
@settings(max_examples=25, deadline=None)
@given(people=PEOPLE)
def test_a_class_comes_back_as_it_was(site: str, people: dict[int, tuple[str, list[str]]]) -> None:
    """Exactly these students, each once, with exactly their files and their contents."""
    assume(len({name for name, _ in people.values()}) > 1)  # files that all begin alike are named by the sheet
    with TemporaryDirectory() as folder:
        root = Path(folder) / "download"
        for number, (name, files) in people.items():
            for index, file in enumerate(files):
                path = root / LAY_OUT[site](number, name, index, file)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(f"{number} {file}")
        found = find_class([root], ONE, Path(folder) / "work")
        assert found.notes == ()
        came_back: list[tuple[int, set[str]]] = []
        for _, upload in found.uploads:
            paths = [path for path in upload.rglob("*") if path.is_file()] if upload.is_dir() else [upload]
            contents = {path.read_text() for path in paths}
            (number,) = {int(text.split()[0]) for text in contents}
            moodles = f"{people[number][0]}_{number}_assignsubmission_file_"
            came_back.append((number, {path.name.removeprefix(moodles) for path in paths}))
            assert contents == {f"{number} {file}" for file in people[number][1]}
        assert sorted(came_back) == sorted((number, set(files)) for number, (_, files) in people.items())
