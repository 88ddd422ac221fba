"""The oracle: a notebook run by Jupyter, a fresh kernel for each."""

from __future__ import annotations

import inspect
import json
import os
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

from tests.fidelity import plain
from tests.fidelity.entry import Entry
from tests.fidelity.files import write_upload

TIMEOUT_SECONDS = 300

COLAB = '''
def drop_comments_above_a_cell_magic(lines):
    """What Colab does before it gives a cell to IPython."""
    for k, line in enumerate(lines):
        if line.startswith("%%"):
            return lines[k:]
        if line.strip() and not line.startswith("#"):
            break
    return lines

get_ipython().input_transformers_cleanup.append(drop_comments_above_a_cell_magic)
del drop_comments_above_a_cell_magic
'''

ASK = """
exec({source!r}, helpers := {{}})
with helpers["__builtins__"]["open"]({path!r}, "w") as answers_file:
    __import__("json").dump(helpers["answer_all"]({calls!r}, get_ipython().user_ns), answers_file)
"""


def run_in_kernel(entry: Entry) -> list[Any]:
    """Runs all cells in order, those after a failing one too, then asks for the entry's calls."""
    with tempfile.TemporaryDirectory(prefix="fidelity-") as name:
        base = Path(name).resolve()
        upload = base / "upload"
        upload.mkdir()
        notebook = nbformat.read(write_upload(entry, upload), as_version=4)
        answers = base / "answers.json"
        ask = ASK.format(source=inspect.getsource(plain), path=str(answers), calls=list(entry.calls))
        notebook.cells.append(nbformat.v4.new_code_cell(ask))
        client = NotebookClient(notebook, timeout=TIMEOUT_SECONDS, allow_errors=True, kernel_name="python3")
        client.execute(env=_environment(entry, base), cwd=str(upload))
        if not answers.exists():
            raise RuntimeError(f"{entry.name}: the kernel gave no answers: {notebook.cells[-1].outputs}")
        values: list[Any] = json.loads(answers.read_text())
        return values


def _environment(entry: Entry, base: Path) -> dict[str, str]:
    """A profile of its own, so that no setting or history of the user is read; pip finds only what is installed."""
    startup = base / "ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    if entry.colab:
        (startup / "colab.py").write_text(COLAB)
    own = {"IPYTHONDIR": str(base / "ipython"), "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    return os.environ | own | {"OMP_NUM_THREADS": "1"}
