"""Lets wheats and chaffs write the files that they hand in (trained weights), in a process of its own.

The functions that write them are part of the answer and compute with its framework, which the auditing process must
not import.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from autograder.audit.variants import Variant
from autograder.errors import AuthorError
from autograder.records import Assignment


def write_trained_files(folders: Sequence[tuple[Path, Variant]], assignment: Assignment) -> None:
    """Run the functions named in ``FILES`` of each variant in its folder. Raises AuthorError where one fails."""
    wanted = [
        [str(folder.resolve()), assignment.task(variant.task).place, dict(variant.files)]
        for folder, variant in folders
        if variant.files
    ]
    if not wanted:
        return
    command = [sys.executable, "-c", "from autograder.audit.trained_files import main; main()"]
    done = subprocess.run(command, input=json.dumps(wanted), capture_output=True, text=True, check=False)
    if done.returncode:
        raise AuthorError(f"a wheat or chaff could not write its files:\n{done.stderr[-3000:]}")


def main() -> None:
    """Entry of that process: folders and functions as JSON on standard input."""
    from autograder.course.notebook_cells import read_cells
    from autograder.worker.program import Program
    from autograder.worker.submitted_modules import install

    for folder, place, files in json.loads(sys.stdin.read()):
        os.chdir(folder)
        install(cell for path in sorted(Path().glob("*.py")) for cell in read_cells(path))
        program = Program.load(read_cells(Path(place)))
        for name, function in files.items():
            try:
                write = program.get(function)
            except KeyError:
                problem = program.problem_with(function)
                raise AuthorError(f"{folder}: {function} is not defined: {problem}") from None
            write()
            if not Path(name).exists():
                raise AuthorError(f"{folder}: {function} wrote no {name}")
