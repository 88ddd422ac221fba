"""A class of made-up submissions: the model answer, the blank, flawed answers and hostile ones."""

from __future__ import annotations

import io
import itertools
import json
import re
import shutil
import tarfile
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.audit.build_submission import write_blank, write_submission
from autograder.audit.variants import Variant, read_all
from autograder.intake.filenames import get_stem
from autograder.intake.sheet_names import match_name
from autograder.records import Assignment, Task
from tests.tools import hostile


@dataclass(frozen=True)
class Choice:
    """Who is in the class, besides a student with the model answer and one who hands in the stubs."""

    tasks: Sequence[Task]
    """What the flawed and the hostile answers are about."""
    flawed: int
    """So many flawed students: the first has a chaff of each first, the next of each next task, and so on around."""
    attacks: Sequence[str] = hostile.ATTACKS
    attacked: int | None = None
    """So many of the tasks are attacked by each hostile answer at most; None for all."""
    damaged: Sequence[str] = ("never run", "truncated", "zip bomb", "zip with dots")


def make(assignment: Assignment, root: Path, model: Path, into: Path, choice: Choice) -> list[Path]:
    """Write the class as uploads with the names that the sheet asks for; returns their paths.

    ``model`` is the folder of the model answer: ``assignments/<slug>`` for its source notebooks, whose cells then count
    as run and which hand in no trained file, or what ``audit.model_answer.folder`` has run.
    """
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix=".parts-", dir=into.parent) as name:
        work = Path(name)
        uploads = [_pack(write_submission(model, assignment, (), work / "model"), assignment, into, "model answer")]
        uploads.append(_pack(write_blank(assignment, root, work / "blank"), assignment, into, "blank"))
        for number, chaffs in enumerate(_flawed(assignment, root, choice), 1):
            folder = write_submission(model, assignment, chaffs, work / f"flawed {number}")
            uploads.append(_pack(folder, assignment, into, f"flawed {number}"))
        for attack in choice.attacks:
            cells = hostile.answers(attack, assignment, choice.tasks[: choice.attacked])
            folder = write_submission(model, assignment, cells, work / attack)
            uploads.append(_pack(folder, assignment, into, attack.replace("_", " ")))
        if "never run" in choice.damaged:
            uploads.append(_never_run(model, assignment, into, work))
    if "truncated" in choice.damaged:
        uploads.append(_truncated(model, assignment, into))
    if "zip bomb" in choice.damaged:
        uploads.append(_bomb(assignment, into))
    if "zip with dots" in choice.damaged:
        uploads.append(_climber(assignment, into))
    return uploads


def _flawed(assignment: Assignment, root: Path, choice: Choice) -> list[list[Variant]]:
    """The wrong answers of each flawed student, one for a task."""
    chaffs = [chaff for chaff in read_all(assignment, root) if not chaff.right and not chaff.files]
    first_of_task = {chaff.task: chaff for chaff in reversed(chaffs)}
    cells = [first_of_task[task.id] for task in choice.tasks if task.id in first_of_task]
    return [cells[number :: choice.flawed] for number in range(choice.flawed)]


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
    folder = write_submission(model, assignment, (), work / "never run")
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
