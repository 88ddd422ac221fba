"""Workers forked from a server that has imported TensorFlow and computed nothing: each of them can train."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.boundary.connection import SocketConnection, WorkerEnd
from autograder.course.assignment_file import load
from autograder.grading.options import Options
from autograder.grading.workers import import_frameworks, start_worker_server
from autograder.judge.seeds import Seeds
from autograder.judge.student import Student
from autograder.records import Cell, Task
from autograder.sandbox.worker_handle import Worker

pytestmark = [pytest.mark.slow, pytest.mark.framework]

ROOT = Path(__file__).resolve().parents[3]
TRAINS = """
import sys

import keras
import numpy as np
from tensorflow.python.eager import context

UNTOUCHED = context.context()._context_handle is None  # no operation has run in this process or its parents

def ready():
    # whether the files for Keras' loader are there without being made by this worker
    from autograder.data import keras_home, keras_loader, standins
    keras_loader._write_gz = standins.WRITERS["fashion_mnist"] = lambda *_: 1 / 0
    keras_home("fashion_mnist")
    (images, _), _ = keras.datasets.fashion_mnist.load_data()
    return len(images) > 0

def trained():
    untouched = UNTOUCHED
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(4, activation="relu"), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    x = np.linspace(-1, 1, 60, dtype="float32").reshape(20, 3)
    return untouched, model.fit(x, x.sum(axis=1), epochs=4, batch_size=5, verbose=0).history["loss"]
"""


def _stop(worker: Worker) -> WorkerEnd:
    worker.stop()
    return WorkerEnd()


def train_in_workers(count: int, folder: Path) -> list[dict]:
    """Runs ``trained`` in so many workers, one after the other; what each returned, and what it printed."""
    found = []
    assignment = load("spirals", ROOT)
    import_frameworks(assignment)
    with start_worker_server(assignment, Options(ROOT, jobs=1), []) as server:
        for number in range(count):
            worker = server.spawn(folder, memory_mb=4096, cpu_seconds=200)
            link = SocketConnection(worker.connection, lambda worker=worker: _stop(worker), worker.log)
            cells = [Cell(1, TRAINS, ran=True)]
            student = Student(lambda task, link=link: link, cells, [], Seeds(b"secret", str(number)))
            student.begin(Task("t", "1", "T", 1, seconds=120, memory_mb=4096))
            untouched, losses = student.functions.trained()
            found.append(
                {"untouched": untouched, "losses": losses, "ready": student.functions.ready(), "log": worker.log()}
            )
            student.close()
    return found


def test_every_worker_trains_a_keras_model(tmp_path):
    """The fork server runs no TensorFlow operation, each child's training ends, and nothing is printed on start-up."""
    pytest.importorskip("tensorflow")
    pytest.importorskip("resource")  # forks
    command = [sys.executable, "-m", "tests.autograder.grading.test_tensorflow_workers", str(tmp_path), "4"]
    done = subprocess.run(command, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, timeout=500)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert len(found) == 4
    for one in found:
        assert one["untouched"] is True
        assert len(one["losses"]) == 4
        assert all(0 < loss < 100 for loss in one["losses"])
        assert one["ready"] is True
        assert one["log"] == ""


if __name__ == "__main__":  # a process of its own: pytest's may have computed with TensorFlow already
    print(json.dumps(train_in_workers(int(sys.argv[2]), Path(sys.argv[1]))))
