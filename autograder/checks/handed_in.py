"""Checks of what ``autograder.probing.torch_checkpoint`` finds in a handed-in network file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from autograder.checks.catalogue import networks as catalogue
from autograder.checks.outcome import Problem, fail
from autograder.errors import GraderError

PROBLEMS: Mapping[str, Problem] = {
    "code": catalogue.WEIGHTS_MORE,
    "unreadable": catalogue.WEIGHTS_UNREADABLE,
    "form": catalogue.WEIGHTS_FORM,
    "architecture": catalogue.WEIGHTS_ARCHITECTURE,
}


def weights_file(found: Mapping[str, Any], file: str, make: str, problems: Mapping[str, Problem] = PROBLEMS) -> None:
    """What ``torch_checkpoint.read_checkpoint`` found is a file of weights that fit the network of ``make``.

    ``problems`` are those of another framework: kind of problem → entry that takes {file}, {make} and {detail}.
    """
    if problem := found.get("problem"):
        fail(problems[problem](file=file, make=make, detail=found["detail"]), detail=found["detail"])


def trained_on(noted: str, name: str, file: str) -> str:
    """What to know of weights whose file notes the kind of its data; "" where nothing.

    GraderError when they were trained on the real data set ``name`` and only a stand-in is at hand: what they reach on
    it would say nothing.
    """
    from autograder import data  # who only compares numbers does not need it

    kind = data.kind(name)
    if noted == "real" and kind != "real":
        raise GraderError(
            f"{file} was trained on the real {name} and only a stand-in is at hand here. Point AUTOGRADER_DATA to the "
            "real data (or set AUTOGRADER_DATA_DOWNLOAD=1) and grade again"
        )
    if noted == "stand-in" and kind == "real":
        return f"{file} says that it was trained on the stand-in; these are the real images."
    return ""


def evaluation_mode(found: Mapping[str, Any], predict: str, scores: Callable[[Any], np.ndarray]) -> None:
    """``torch_checkpoint.scores_in_training_mode`` found the same again, also in smaller batches, and nothing changed.

    ``scores`` turns what the student's function ``predict`` returned into an array, or fails.
    """
    first, second, fours = (scores(found[key]) for key in ("first", "second", "fours"))
    if not np.allclose(first, second, rtol=1e-3, atol=1e-4):
        fail(catalogue.TRAINING_MODE(predict=predict))
    if not np.allclose(first, fours, rtol=1e-3, atol=1e-4):
        fail(catalogue.TRAINING_MODE_BATCH(predict=predict))
    if found["changed"]:
        fail(catalogue.MODEL_CHANGED(part=str(found["changed"][0]), predict=predict))
