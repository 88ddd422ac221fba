"""Class downloads of course sites: one submission for each student, with the files under the student's own names.

The names are written from what the sites' documentation and source say, not from our patterns.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.intake import FoundClass, find_class
from autograder.records import Assignment, Person
from tests.helpers.uploads import STEM, make_assignment, notebook, write_zip

NOTEBOOK = f"{STEM}.ipynb"
# What is in the download; for each submission the student's own files; words of every sentence about what was left out.
LAYOUTS = {
    "canvas": (
        [
            f"doejane_11111_900001_{NOTEBOOK}",
            f"roeann_LATE_22222_900002_{STEM}-1.ipynb",
            f"leemia_44444_900004_{NOTEBOOK}",
            "leemia_44444_900005_model.pt",
            f"leemia_44444_900006_{STEM}-2.pdf",
            "ozan_55555_900007_hw2.html",
            "kimbo_66666_text.html",
            "李小明_77777_900009_x.ipynb",
        ],
        {
            "doejane_11111": [NOTEBOOK],
            "roeann_22222": [NOTEBOOK],
            "leemia_44444": ["model.pt", NOTEBOOK, f"{STEM}.pdf"],
            "ozan_55555": ["hw2.html"],
            "kimbo_66666": ["text.html"],
            "李小明_77777": ["x.ipynb"],
        },
        [],
    ),
    "canvas, anonymous": (
        ["anon_aB3d5_900001_a.ipynb", "LATE_anon_Xy9_900002_b.ipynb", "anon_aB3d5_900003_model.pt"],
        {"anon_aB3d5": ["a.ipynb", "model.pt"], "anon_Xy9": ["b.ipynb"]},
        [],
    ),
    "canvas, one student": (
        [f"doejane_11111_900001_{NOTEBOOK}", "doejane_11111_900002_model.pt"],
        {"doejane_11111": ["model.pt", NOTEBOOK]},
        [],
    ),
    "canvas, copies side by side": (
        ["doejane_1_2_a-1.ipynb", "doejane_1_3_a-2.ipynb", "roeann_2_4_b.ipynb"],
        {"doejane_1": ["a-1.ipynb", "a-2.ipynb"], "roeann_2": ["b.ipynb"]},
        [],
    ),
    "moodle, folders": (
        [
            f"Ada Lovelace_4711_assignsubmission_file/{NOTEBOOK}",
            "Ada Lovelace_4711_assignsubmission_file/model.pt",
            "Ada Lovelace_4711_assignsubmission_onlinetext/onlinetext.html",
            f"Group 3-Bo Kim_4712_assignsubmission_file_/{NOTEBOOK}",
            "Mia Lee_4713_assignsubmission_onlinetext/onlinetext.html",
            "Participant_4715_assignsubmission_file/code/x.ipynb",
            "Participant_4715_assignsubmission_file/code/y.txt",
        ],
        {
            "Ada Lovelace_4711": ["model.pt", NOTEBOOK],
            "Group 3-Bo Kim_4712": [NOTEBOOK],
            "Mia Lee_4713": ["onlinetext.html"],
            "Participant_4715": ["code/x.ipynb", "code/y.txt"],
        },
        ["Ada Lovelace_4711"],
    ),
    "moodle, flat": (
        [
            f"Ada Lovelace_4711_assignsubmission_file_{NOTEBOOK}",
            "Ada Lovelace_4711_assignsubmission_file_model.pt",
            "Ada Lovelace_4711_assignsubmission_onlinetext_onlinetext.html",
            "Bo Kim_4712_assignsubmission_file_my_answers_1.ipynb",
        ],
        {"Ada Lovelace_4711": ["model.pt", NOTEBOOK], "Bo Kim_4712": ["my_answers_1.ipynb"]},
        ["Ada Lovelace_4711"],
    ),
    "gradescope": (
        [
            f"assignment_5_export/submission_1/{NOTEBOOK}",
            "assignment_5_export/submission_2/a.ipynb",
            "assignment_5_export/submission_2/model.pt",
            "assignment_5_export/submission_3/notes.txt",
            "assignment_5_export/submission_metadata.yml",
        ],
        {"submission_1": [NOTEBOOK], "submission_2": ["a.ipynb", "model.pt"], "submission_3": ["notes.txt"]},
        [],
    ),
    "blackboard": (
        [
            "Homework 2_jdoe_attempt_2026-01-31-23-59-59.txt",
            f"Homework 2_jdoe_attempt_2026-01-31-23-59-59_{NOTEBOOK}",
            "Homework 2_jdoe_attempt_2026-01-31-23-59-59_model.pt",
            "Homework 2_a_roe_attempt_2026-01-30-08-00-00.txt",
            "Homework 2_a_roe_attempt_2026-01-30-08-00-00_old.ipynb",
            "Homework 2_a_roe_attempt_2026-01-30-09-00-00_new.ipynb",
            "Homework 2_mlee_attempt_2026-01-30-08-00-00.txt",
        ],
        {
            "jdoe": ["model.pt", NOTEBOOK],
            "a_roe": ["new.ipynb"],
            "mlee": ["Homework 2_mlee_attempt_2026-01-30-08-00-00.txt"],
        },
        ["jdoe", "old.ipynb"],
    ),
    "brightspace, folders": (
        [
            "index.html",
            f"12345-67890 - Jane Doe - Jan 31, 2026 1159 PM/{NOTEBOOK}",
            "12345-67890 - Jane Doe - Jan 30, 2026 1159 PM/first.ipynb",
            "12345-67890 - Jane Doe - Jan 30, 2026 1159 PM/model.pt",
            "12346-67890 - Ann-Marie O'Roe - 31 January, 2026 2359/a.ipynb",
        ],
        {"Jane Doe_12345": ["model.pt", NOTEBOOK], "Ann-Marie O_Roe_12346": ["a.ipynb"]},
        ["first.ipynb"],
    ),
    "brightspace, flat": (
        [
            "index.html",
            f"12345-67890 - Jane Doe - Jan 31, 2026 1159 PM - {NOTEBOOK}",
            "12345-67890 - Jane Doe - Jan 31, 2026 1159 PM - model.pt",
            "12346-67890 - Ann Roe - Feb 1, 2026 905 AM - my - answers.ipynb",
        ],
        {"Jane Doe_12345": ["model.pt", NOTEBOOK], "Ann Roe_12346": ["my - answers.ipynb"]},
        [],
    ),
    "sakai": (
        [
            "Homework 2/grades.csv",
            f"Homework 2/Doe, Jane(jdoe)/Submission attachment(s)/{NOTEBOOK}",
            "Homework 2/Doe, Jane(jdoe)/Submission attachment(s)/model.pt",
            "Homework 2/Doe, Jane(jdoe)/timestamp.txt",
            "Homework 2/Doe, Jane(jdoe)/Feedback Attachment(s)/marked.pdf",
            "Homework 2/Doe, Jane(jdoe)/comments.txt",
            "Homework 2/Roe, Ann(aroe)/Submission attachment(s)/a.ipynb",
            "Homework 2/Roe, Ann(aroe)/Roe, Ann(aroe)_submissionText.html",
            "Homework 2/Kim, Bo(bkim)/comments.txt",
        ],
        {"Doe Jane_jdoe": ["model.pt", NOTEBOOK], "Roe Ann_aroe": ["a.ipynb"]},
        ["grades.csv", "Roe Ann_aroe", "Kim Bo_bkim"],
    ),
    "ilias": (
        [
            f"Homework 2_88/Doe_Jane_jdoe_4711/{NOTEBOOK}",
            "Homework 2_88/Doe_Jane_jdoe_4711/model.pt",
            "Homework 2_88/van_der_Roe_Ann_aroe_4712/Late Submission - a.ipynb",
        ],
        {"Doe_Jane_jdoe_4711": ["model.pt", NOTEBOOK], "van_der_Roe_Ann_aroe_4712": ["a.ipynb"]},
        [],
    ),
    "ilias, teams": (
        [
            "Team 12/Doe_Jane_jdoe_4711/a.ipynb",
            "Team 12/Roe_Ann_aroe_4712/model.pt",
            "Team 13/Kim_Bo_bkim_4713/b.ipynb",
        ],
        {"Team 12": ["a.ipynb", "model.pt"], "Team 13": ["b.ipynb"]},
        [],
    ),
    "github classroom": (
        [
            "hw2-submissions/hw2-jdoe/hw2.ipynb",
            "hw2-submissions/hw2-jdoe/README.md",
            "hw2-submissions/hw2-jdoe/.git/HEAD",
            "hw2-submissions/hw2-a-roe/README.md",
        ],
        {"hw2-jdoe": ["README.md", "hw2.ipynb"], "hw2-a-roe": ["README.md"]},
        [],
    ),
    "nbgrader": (
        [
            "submitted/jdoe/hw2/x.ipynb",
            "submitted/jdoe/hw2/timestamp.txt",
            "submitted/jdoe/hw1/y.ipynb",
            "submitted/aroe/hw2/x.ipynb",
            "submitted/bkim/hw1/y.ipynb",
        ],
        {"jdoe": ["x.ipynb"], "aroe": ["x.ipynb"]},
        ["bkim"],
    ),
}


def files_of(found: FoundClass) -> dict[str, list[str]]:
    """ID → the files that a submission consists of, under the names that intake will read."""
    files: dict[str, list[str]] = {}
    for id, path in found.uploads:
        below = [file for file in path.rglob("*") if file.is_file() and ".git" not in file.parts]
        names = [file.relative_to(path).as_posix() for file in below] if path.is_dir() else [path.name]
        files[id] = sorted(name.rpartition("_assignsubmission_file_")[2] for name in names)
    return files


@pytest.fixture
def assignment() -> Assignment:
    return make_assignment()


@pytest.mark.parametrize("site", LAYOUTS)
@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_find_a_download_of_a_course_site(tmp_path: Path, assignment: Assignment, site: str, kind: str) -> None:
    """The zip and its folder are the same class."""
    names, expected, words = LAYOUTS[site]
    folder = tmp_path / "download"
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(notebook())
    path = write_zip(tmp_path / "download.zip", {name: notebook() for name in names})
    found = find_class([folder if kind == "folder" else path], assignment, tmp_path / "work")
    assert files_of(found) == {id: sorted(files) for id, files in expected.items()}
    assert len(found.notes) == len(words)
    for word in words:
        assert any(word in note for note in found.notes)


@pytest.mark.parametrize("site", ["canvas", "moodle, folders", "moodle, flat", "blackboard", "brightspace, folders"])
def test_find_the_parts_of_a_download(tmp_path: Path, assignment: Assignment, site: str) -> None:
    """``downloads/*`` names the parts of a class one by one; they belong together all the same."""
    names, expected, words = LAYOUTS[site]
    for name in names:
        (tmp_path / "all" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "all" / name).write_bytes(notebook())
    found = find_class(sorted((tmp_path / "all").iterdir()), assignment, tmp_path / "work")
    assert files_of(found) == {id: sorted(files) for id, files in expected.items()}
    assert len(found.notes) == len(words)


def people_in(tmp_path: Path, assignment: Assignment, *names: str) -> dict[str, tuple[Person, ...]]:
    for name in names:
        (tmp_path / "all" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "all" / name).write_bytes(notebook())
    return dict(find_class([tmp_path / "all"], assignment, tmp_path / "work").people)


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("doejane_LATE_11_22_a.ipynb", Person("doejane", "11")),
        ("Ada Lovelace_4711_assignsubmission_file/a.ipynb", Person("Ada Lovelace", "4711")),
        ("Homework_2_jdoe_attempt_2026-01-31-23-59-59_a.ipynb", Person("", "jdoe")),
        ("12-34 - Jane Doe - Jan 31, 2026 1159 PM/a.ipynb", Person("Jane Doe", "12")),
        ("Doe, Jane(jdoe)/Submission attachment(s)/a.ipynb", Person("Jane Doe", "jdoe")),
        ("Doe_Jane_jdoe_4711/a.ipynb", Person("Jane Doe", "jdoe")),
        ("hw2-submissions/hw2-jdoe/a.ipynb", Person("", "jdoe")),
        ("submitted/jdoe/hw2/a.ipynb", Person("", "jdoe")),
    ],
)
def test_find_who_a_student_is(tmp_path: Path, assignment: Assignment, name: str, person: Person) -> None:
    """The names that a site gives say who the students are."""
    assert list(people_in(tmp_path, assignment, name).values()) == [(person,)]


METADATA = """\
---
submission_1:
  :submitters:
  - :name: Jane Doe
    :sid: '0111'
    :email: jane@example.org
  - :name: Ann Roe
    :sid: 0222
    :email: ann@example.org
  :created_at: 2024-01-01 00:00:00.000000000 Z
  :score: 0.0
  :results: !ruby/hash:ActiveSupport::HashWithIndifferentAccess
    tests: []
submission_2:
  :submitters:
  - :name: Bo Kim
    :sid:
    :email: bo@example.org
submission_9:
  :submitters: []
"""


def test_read_the_students_of_a_gradescope_export(tmp_path: Path, assignment: Assignment) -> None:
    """All members of a group, and IDs as they are written; a submission without files is said."""
    for number in (1, 2, 3):
        (tmp_path / f"all/submission_{number}").mkdir(parents=True)
        (tmp_path / f"all/submission_{number}/a.ipynb").write_bytes(notebook())
    (tmp_path / "all/submission_metadata.yml").write_text(METADATA)
    found = find_class([tmp_path / "all"], assignment)
    assert found.people == {
        "submission_1": (Person("Jane Doe", "0111", "jane@example.org"), Person("Ann Roe", "0222", "ann@example.org")),
        "submission_2": (Person("Bo Kim", "", "bo@example.org"),),
    }
    assert len(found.uploads) == 3
    assert len(found.notes) == 1 and "submission_9" in found.notes[0]


@pytest.mark.parametrize("text", ["- [", "just text", "a: [1, 2]", "\x00", "submission_1: {':submitters': [x]}"])
def test_a_bad_list_of_students_costs_no_submission(tmp_path: Path, assignment: Assignment, text: str) -> None:
    """The class is graded without names."""
    (tmp_path / "all/submission_1").mkdir(parents=True)
    (tmp_path / "all/submission_1/a.ipynb").write_bytes(notebook())
    (tmp_path / "all/submission_metadata.yml").write_text(text)
    found = find_class([tmp_path / "all"], assignment)
    assert [id for id, _ in found.uploads] == ["submission_1"]
    assert found.people == {}


def test_a_sheets_own_name_is_none_of_canvas(tmp_path: Path, assignment: Assignment) -> None:
    """Two IDs and a word after them may be what a student wrote."""
    names = ["hw2_123456789_987654321_final.ipynb", "hw2_123456789_111111111_a.ipynb"]
    assert people_in(tmp_path, assignment, *names) == {}
