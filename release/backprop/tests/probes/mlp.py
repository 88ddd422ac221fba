"""P1: runs the student's network through the adapter. ``parameters`` are pairs [W, b] with W (in, out).

The probes pass them to the network in the orientation of its own matrices (``formed``), and return what the adapter
returns, unchanged, for the judge to examine.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

import numpy as np

Pairs = Sequence[Sequence[np.ndarray]]


def parameters_of(student: Any, sizes: list[int], activation: str) -> Any:
    """``get_parameters`` of a new network, and the value of WEIGHTS_ARE."""
    return {"parameters": plain(student.get_parameters(new(student, sizes, activation))), "order": order(student)}


def forward(student: Any, sizes: list[int], activation: str, parameters: Pairs, x: np.ndarray) -> dict:
    """Parameters before and after they are set, the probabilities, and ``x`` after the call."""
    net = new(student, sizes, activation)
    before = plain(student.get_parameters(net))
    fill(student, net, parameters)
    held = plain(student.get_parameters(net))
    return {"before": before, "held": held, "probabilities": student.predict_proba(net, x), "x": x}


def backward(
    student: Any, sizes: list[int], activation: str, parameters: Pairs, x: np.ndarray, y: np.ndarray, repeat: int = 1
) -> dict:
    """Loss and gradients of the last of ``repeat`` calls, and the parameters, ``x`` and ``y`` after the calls."""
    net = new(student, sizes, activation)
    fill(student, net, parameters)
    held = plain(student.get_parameters(net))
    for _ in range(repeat):
        answer = student.loss_and_gradients(net, x, y)
    after = plain(student.get_parameters(net))
    return {"held": held, "answer": plain(answer), "after": after, "x": x, "y": y}


def initialised(student: Any, function: str, sizes: list[int], activation: str, seeds: list[int]) -> list:
    """The parameters of new networks after ``function(net, seed)``, one network for each seed."""
    states = []
    for seed in seeds:
        net = new(student, sizes, activation)
        fill(student, net, [[np.ones((i, o)), np.ones(o)] for i, o in itertools.pairwise(sizes)])
        getattr(student, function)(net, seed)
        states.append(plain(student.get_parameters(net)))
    return states


def new(student: Any, sizes: Sequence[int], activation: str) -> Any:
    return student.make_network(tuple(sizes), activation)


def fill(student: Any, net: Any, parameters: Pairs) -> None:
    """Call ``set_parameters`` with W and b in the form in which ``get_parameters`` returns them."""
    own = student.get_parameters(net)
    if len(own) != len(parameters) or not all(isinstance(pair, (list, tuple)) and len(pair) == 2 for pair in own):
        raise ValueError("get_parameters should return a list of pairs (W, b), one for each layer")
    student.set_parameters(net, [formed(W, b, *pair) for (W, b), pair in zip(parameters, own, strict=True)])


def formed(W: np.ndarray, b: np.ndarray, own_W: Any, own_b: Any) -> tuple[np.ndarray, np.ndarray]:
    """W, transposed when the student's W is (out, in), and b in the shape of the student's b."""
    shape = np.shape(own_W)
    turned = shape == W.shape[::-1] and shape != W.shape
    return np.array(W.T if turned else W), np.reshape(b, np.shape(own_b)) if np.size(own_b) == b.size else b


def order(student: Any) -> Any:
    return student.WEIGHTS_ARE


def plain(value: Any) -> Any:
    """Copies, so that a later change in place does not change them; tuples become lists."""
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    return np.array(value) if isinstance(value, np.ndarray) else value
