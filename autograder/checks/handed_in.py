"""Checks of what ``autograder.probing.torch_checkpoint`` finds in a handed-in network file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from autograder.checks.outcome import fail
from autograder.errors import GraderError

PROBLEMS = {
    "code": "{file} holds more than weights, so it was not opened (a whole model instead of its weights?). Hand in "
    "what save_checkpoint writes, which is the model's state_dict().",
    "unreadable": "{file} cannot be read as a file that torch.save wrote. Hand in what save_checkpoint writes.",
    "form": "{file} does not hold a state_dict (names and tensors). Hand in what save_checkpoint writes.",
    "architecture": "the weights in {file} do not fit the network that {make}() makes: hand in the weights of that "
    "very architecture. torch says: {detail}",
}


def weights_file(found: Mapping[str, Any], file: str, make: str, problems: Mapping[str, str] = PROBLEMS) -> None:
    """What ``torch_weights.read_checkpoint`` found is a file of weights that fit the network of ``make``.

    ``problems`` are the words for another framework: name of a problem → sentence with {file}, {make} and {detail}.
    """
    if problem := found.get("problem"):
        message = problems[problem].format(file=file, make=make, detail=found["detail"])
        fail(message, f"weights: {problem}", detail=found["detail"])


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
    """What ``torch_weights.scores_in_training_mode`` found: the same again, also in smaller batches, nothing changed.

    ``scores`` turns what the student's function ``predict`` returned into an array, or fails.
    """
    first, second, fours = (scores(found[key]) for key in ("first", "second", "fours"))
    what = f"{predict} puts the model into evaluation mode (model.eval()) before it predicts"
    if not np.allclose(first, second, rtol=1e-3, atol=1e-4):
        fail(f"two predictions for the same images differ; make sure that {what}.", "predicts in training mode")
    if not np.allclose(first, fours, rtol=1e-3, atol=1e-4):
        fail(
            f"the scores of an image depend on which others are in the batch; make sure that {what}.",
            "predicts in training mode",
        )
    if found["changed"]:
        fail(f"predicting changes the model ({found['changed'][0]}); make sure that {what}.", "model changed")
