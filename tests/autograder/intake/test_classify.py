"""The record that intake makes of each file of an upload: what it is, why it is refused, whose it is."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from autograder.intake.archives import Member
from autograder.intake.classify import OPTIONAL, UploadedFile, classify_members, classify_upload_name, rename_file
from tests.helpers.uploads import OTHER, STEM, make_assignment

ASSIGNMENT = make_assignment(max_bytes=1000)
NOTEBOOK = ASSIGNMENT.notebooks[0]


def classify(path: str, size: int = 10, refusal: str = "") -> UploadedFile:
    (file,) = classify_members([Member(path, size, lambda: io.BytesIO(), refusal)], ASSIGNMENT)
    return file


@pytest.mark.parametrize(
    ("path", "kind", "name"),
    [
        (f"{STEM}.ipynb", "notebook", f"{STEM}.ipynb"),
        ("work/Draft.IPYNB", "notebook", "Draft.IPYNB"),
        (f"work/{STEM} (2).ipynb.txt", "notebook", f"{STEM}.ipynb"),
        ("a/b/model.pt", "extra", "model.pt"),
        ("Model.pth", "extra", "model.pt"),
        ("answers.pdf", "extra", "answers.pdf"),
        ("__MACOSX/._a.ipynb", "junk", ""),
        ("work/.DS_Store", "junk", ""),
        ("~$report.docx", "junk", ""),
        ("helper.py", "unasked", ""),
        ("venv/lib/site-packages/torch/model.pt", "unasked", ""),
        ("data/raw/images-ubyte.gz", "unasked", ""),
        ("../model.pt", "refused", ""),
        ("inner.zip", "refused", ""),
    ],
)
def test_kind_and_name(path: str, kind: str, name: str) -> None:
    """Each file is of one kind; what is taken has the name that the sheet asks for."""
    file = classify(path)
    assert file.kind == kind
    assert file.name == name or not name
    assert bool(file.refusal) == (kind == "refused")


def test_scripts_are_known_where_the_sheet_accepts_them() -> None:
    """With a pattern for Python files, such a file is a script; an archive member that is a link stays refused."""
    rules = replace(ASSIGNMENT.rules, optional=(r".+\.py",))
    members = [Member("net.py", 10, lambda: io.BytesIO()), Member("link.py", 10, lambda: io.BytesIO(), "it is a link")]
    kinds = [file.kind for file in classify_members(members, replace(ASSIGNMENT, rules=rules))]
    assert kinds == ["script", "refused"]


@pytest.mark.parametrize(("size", "kind"), [(1000, "extra"), (1001, "refused")])
def test_the_declared_size_has_a_limit(size: int, kind: str) -> None:
    """A file may be exactly as large as the limit, and not one byte larger."""
    assert classify("model.pt", size).kind == kind


def test_roles_carry_the_ids() -> None:
    """A name says what the sheet accepts the file as, and which students' IDs are in it when it is read so."""
    assert classify(f"{STEM}.ipynb").roles == {NOTEBOOK: ("123456789", "987654321")}
    assert classify(f"{OTHER}.pdf").roles == {OPTIONAL: ("111111111", "222222222")}
    assert classify("model.pt").roles == {OPTIONAL: ()}
    assert classify("draft.ipynb").roles == {}


def test_another_name_gives_another_role() -> None:
    """A stored file that is renamed is judged by its new name."""
    renamed = rename_file(classify("draft.ipynb"), f"{STEM}.pdf", ASSIGNMENT)
    assert (renamed.kind, renamed.name) == ("extra", f"{STEM}.pdf")
    assert renamed.roles == {OPTIONAL: ("123456789", "987654321")}


@pytest.mark.parametrize(
    ("name", "accepted", "ids"),
    [(f"{STEM}.zip", True, ("123456789", "987654321")), (f"{STEM}.pdf", False, ()), ("hw2.zip", False, ())],
)
def test_the_name_of_the_upload(name: str, accepted: bool, ids: tuple[str, ...]) -> None:
    """Only a name that the sheet asks for is accepted and has IDs."""
    upload = classify_upload_name(name, ASSIGNMENT.rules)
    assert (upload.accepted, upload.student_ids) == (accepted, ids)
