"""Judges and workers that run side by side share the cores: numpy has as many threads as are left for each."""

import json
import os
import subprocess
import sys

import pytest

from tests.helpers.samples import REPOSITORY, make_course, read_cells, write_notebook

PROBES = '''"""Beside the answer."""

from threadpoolctl import threadpool_info as _info


def threads(submission):
    return sorted({pool["num_threads"] for pool in _info()})
'''
HIDDEN = '''"""Hidden tests."""

import pytest
import threadpoolctl
from autograder import checks


@pytest.mark.task("centre")
def test_threads_of_the_judge(student):
    """The judge has one thread."""
    found = sorted({pool["num_threads"] for pool in threadpoolctl.threadpool_info()})
    if found > [1]:
        checks.fail(f"the judge has {found} threads.")


@pytest.mark.task("spread")
def test_threads_of_the_worker(student):
    """The worker has its part of the cores."""
    checks.fail(f"The worker has {student.probe('threads')} threads.")
'''


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, os.cpu_count()])
def test_threads_are_as_many_as_the_cores_allow(tmp_path, jobs):
    """numpy is imported before the variables are set that it reads then; here these ask for three threads."""
    root = make_course(tmp_path)
    (root / "tests/sample/probes.py").write_text(PROBES)
    (root / "tests/sample/hidden/test_statistics.py").write_text(HIDDEN)
    upload = root / "uploads" / "sample_anna.ipynb"
    write_notebook(upload, read_cells(root / "assignments/sample/sample.ipynb"))
    environment = {name: value for name, value in os.environ.items() if name != "OMP_NUM_THREADS"}
    environment |= {"PYTHONPATH": str(REPOSITORY), "OPENBLAS_NUM_THREADS": "3", "AUTOGRADER_SECRET": "test"}
    words = ["grade", "sample", str(upload), "--jobs", str(jobs), "--allow-weak-isolation"]
    subprocess.run([sys.executable, "-m", "autograder", *words], cwd=root, env=environment, check=True)
    (path,) = (root / "results/sample").glob("*.json")
    centre, spread = json.loads(path.read_text())["verdicts"]
    assert centre["status"] == "passed", centre["message"]
    assert f"The worker has [{max(1, os.cpu_count() // jobs)}] threads" in spread["message"]
