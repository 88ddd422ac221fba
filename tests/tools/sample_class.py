"""A class of made-up submissions: the model answer, the blank, flawed answers and hostile ones."""

from __future__ import annotations

import io
import itertools
import json
import re
import shutil
import tarfile
import zipfile
from pathlib import Path

from autograder.audit import model_answer
from autograder.audit import variants as variant
from autograder.intake.filenames import get_stem
from autograder.intake.sheet_names import match_name
from autograder.records import Assignment

HOSTILE = Path(__file__).parent / "hostile"
FLAWED_TASKS = 4
"""So many flawed students, each with one chaff of every fourth task."""


def make(assignment: Assignment, root: Path, into: Path) -> list[Path]:
    """Write the class as uploads with the names that the sheet asks for; returns their paths."""
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    work = into.parent / f"{into.name}-parts"
    shutil.rmtree(work, ignore_errors=True)
    model = model_answer.folder(assignment, root)
    chaffs = [o for o in variant.read_all(assignment, root) if not o.right and not o.files]
    by_task = {task.id: [o for o in chaffs if o.task == task.id] for task in assignment.tasks}
    uploads = [_pack(variant.submission(model, assignment, (), work / "model"), assignment, into, "model answer")]
    uploads.append(_pack(variant.blank(assignment, root, work / "blank"), assignment, into, "blank"))
    for number in range(FLAWED_TASKS):
        mine = [found[0] for found in list(by_task.values())[number::FLAWED_TASKS] if found]
        folder = variant.submission(
            model, assignment, [(o.task, o.source) for o in mine], work / f"flawed {number + 1}"
        )
        uploads.append(_pack(folder, assignment, into, f"flawed {number + 1}"))
    for path in sorted(HOSTILE.glob("*.py")):
        folder = variant.submission(model, assignment, [("", path.read_text(encoding="utf-8"))], work / path.stem)
        uploads.append(_pack(folder, assignment, into, path.stem.replace("_", " ")))
    uploads += [_never_run(model, assignment, into, work), _truncated(model, assignment, into)]
    uploads += [_bomb(assignment, into), _climber(assignment, into)]
    shutil.rmtree(work)
    return uploads


def _pack(folder: Path, assignment: Assignment, into: Path, student: str) -> Path:
    """An upload as the sheet asks for it, in a folder that carries the student's name (as a Moodle download has it).

    Its members are dated alike: the same class has the same bytes, so the journal knows it.
    """
    place = into / student
    place.mkdir()
    name = _stem(student, assignment)
    files = {
        _notebook_name(file.name, name, assignment) if file.suffix == ".ipynb" else file.name: file.read_bytes()
        for file in sorted(folder.iterdir())
    }
    if match_name(f"{name}.tar", assignment.rules.upload):
        path = place / f"{name}.tar"
        with tarfile.open(path, "w") as tar:
            for member_name, content in files.items():
                member = tarfile.TarInfo(member_name)
                member.size = len(content)
                tar.addfile(member, io.BytesIO(content))
        return path
    path = place / f"{name}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for member_name, content in files.items():
            archive.writestr(zipfile.ZipInfo(member_name), content, zipfile.ZIP_DEFLATED)
    return path


def _stem(student: str, assignment: Assignment) -> str:
    """A name that the sheet accepts: that of its example with the student's own ids, else the student's own."""
    first = 100_000_000 + sum(ord(letter) * 31**index for index, letter in enumerate(student)) % 800_000_000
    numbers = itertools.count(first)
    by_ids = re.sub(r"\d{9}", lambda _: str(next(numbers)), get_stem(assignment.rules.example))
    own = student.replace(" ", "_")
    names = (by_ids, own) if next(numbers) > first else (own,)
    return next(name for name in names if match_name(f"{name}.zip", assignment.rules.upload))


def _notebook_name(own: str, upload: str, assignment: Assignment) -> str:
    """The notebook's own name where the sheet accepts it, else that of the upload or of the sheet's example."""
    names = (own, f"{upload}.ipynb", f"{get_stem(assignment.rules.example)}.ipynb")
    return next(name for name in names if match_name(name, assignment.rules.notebooks))


def _alone(into: Path, student: str, name: str, content: bytes) -> Path:
    place = into / student
    place.mkdir()
    path = place / name
    path.write_bytes(content)
    return path


def _never_run(model: Path, assignment: Assignment, into: Path, work: Path) -> Path:
    """The right answer, saved without running it: some sheets give no points for that."""
    folder = variant.submission(model, assignment, (), work / "never run")
    for name in assignment.notebooks:
        notebook = json.loads((folder / name).read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                cell["execution_count"], cell["outputs"] = None, []
        (folder / name).write_text(json.dumps(notebook), encoding="utf-8")
    return _pack(folder, assignment, into, "never run")


def _truncated(model: Path, assignment: Assignment, into: Path) -> Path:
    """An upload that broke off half-way."""
    whole = (model / assignment.notebooks[0]).read_bytes()
    name = _notebook_name(assignment.notebooks[0], _stem("truncated", assignment), assignment)
    return _alone(into, "truncated", name, whole[: len(whole) // 2])


def _bomb(assignment: Assignment, into: Path) -> Path:
    """A zip that inflates a thousandfold."""
    place = into / "zip bomb"
    place.mkdir()
    path = place / f"{_stem('zip bomb', assignment)}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(f"{path.stem}.ipynb"), b" " * 300_000_000, zipfile.ZIP_DEFLATED)
    return path


def _climber(assignment: Assignment, into: Path) -> Path:
    """A zip whose members want to be written outside their folder."""
    place = into / "zip with dots"
    place.mkdir()
    path = place / f"{_stem('zip with dots', assignment)}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo("../../../etc/cron.d/grade"), b"* * * * * root true")
        archive.writestr(zipfile.ZipInfo("/etc/passwd"), b"root::0:0::/:/bin/sh")
    return path
