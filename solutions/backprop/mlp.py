"""The multilayer perceptron of P1: gradients by autograd, and a recipe in numpy that reaches the sheet's accuracy.

Parameters are [(W, b), …] with W (in, out) and b (out,); samples are rows; labels are whole numbers.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

import numpy as np
import torch

Parameters = list[tuple[np.ndarray, np.ndarray]]

TORCH: dict[str, Callable[[torch.Tensor], torch.Tensor]] = {
    "relu": torch.relu,
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
}


def _scores(leaves: Sequence[tuple[torch.Tensor, torch.Tensor]], x: torch.Tensor, activation: str) -> torch.Tensor:
    for weight, bias in leaves[:-1]:
        x = TORCH[activation](x @ weight + bias)
    return x @ leaves[-1][0] + leaves[-1][1]


def _tensors(parameters: Parameters, gradient: bool = False) -> list[tuple[torch.Tensor, torch.Tensor]]:
    def leaf(array: np.ndarray) -> torch.Tensor:
        return torch.tensor(array, dtype=torch.float64, requires_grad=gradient)

    return [(leaf(weight), leaf(bias)) for weight, bias in parameters]


def probabilities(parameters: Parameters, x: np.ndarray, activation: str) -> np.ndarray:
    """Softmax probabilities (N, classes) in float64."""
    with torch.no_grad():
        return torch.softmax(_scores(_tensors(parameters), torch.tensor(x), activation), dim=1).numpy()


def mean_loss(parameters: Parameters, x: np.ndarray, y: np.ndarray, activation: str) -> float:
    """Mean cross-entropy in float64."""
    with torch.no_grad():
        scores = _scores(_tensors(parameters), torch.tensor(x), activation)
        return float(torch.nn.functional.cross_entropy(scores, torch.tensor(y)))


def gradients(parameters: Parameters, x: np.ndarray, y: np.ndarray, activation: str) -> Parameters:
    """Gradients of the mean cross-entropy by float64 autograd: [(dW, db), …]."""
    leaves = _tensors(parameters, gradient=True)
    torch.nn.functional.cross_entropy(_scores(leaves, torch.tensor(x), activation), torch.tensor(y)).backward()
    return [(weight.grad.numpy(), bias.grad.numpy()) for weight, bias in leaves]  # type: ignore[union-attr]


def central_differences(
    parameters: Parameters,
    x: np.ndarray,
    y: np.ndarray,
    activation: str,
    places: Sequence[tuple[int, ...]],
    epsilon: float,
) -> np.ndarray:
    """(L(θ + ε) − L(θ − ε)) / 2ε for single entries; each of ``places`` is (layer, 0 for W or 1 for b, index)."""
    differences = []
    for layer, kind, index in places:
        losses = []
        for step in (epsilon, -epsilon):
            moved = [(weight.copy(), bias.copy()) for weight, bias in parameters]
            moved[layer][kind][index] += step
            losses.append(mean_loss(moved, x, y, activation))
        differences.append((losses[0] - losses[1]) / (2 * epsilon))
    return np.array(differences)


def parameter_count(sizes: Sequence[int]) -> int:
    """Number of weights and biases of a fully connected network, counted in torch's own layers."""
    layers = [torch.nn.Linear(i, o, device="meta") for i, o in itertools.pairwise(sizes)]
    return sum(parameter.numel() for layer in layers for parameter in layer.parameters())


def glorot_bound(fan_in: int, fan_out: int) -> float:
    """sqrt(6 / (fan_in + fan_out)), from the sheet."""
    return float(np.sqrt(6 / (fan_in + fan_out)))


HIDDEN = (512, 256)


def train_mlp(
    x: np.ndarray, y: np.ndarray, *, epochs: int, seed: int, learning_rate: float = 0.2, batch_size: int = 64
) -> Parameters:
    """Train 784-512-256-10 with ReLU in float32 numpy: Glorot, mini-batch SGD, learning rate falling linearly to zero.

    ``x`` (N, 784) are pixels in [0, 1]. Each batch is shifted by up to one pixel, which raises the accuracy by half a
    per cent.
    """
    rng = np.random.default_rng(seed)
    sizes = (x.shape[1], *HIDDEN, 10)
    parameters = []
    for fan_in, fan_out in itertools.pairwise(sizes):
        bound = glorot_bound(fan_in, fan_out)
        weight = rng.uniform(-bound, bound, (fan_in, fan_out)).astype(np.float32)
        parameters.append((weight, np.zeros(fan_out, np.float32)))
    x = x.astype(np.float32)
    steps = epochs * -(-len(x) // batch_size)
    step = 0
    for _ in range(epochs):
        order = rng.permutation(len(x))
        for start in range(0, len(x), batch_size):
            batch = order[start : start + batch_size]
            rate = np.float32(learning_rate * (1 - step / steps))
            _descend(parameters, _shifted(x[batch], rng), y[batch], rate)
            step += 1
    return parameters


def _shifted(x: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    side = int(np.sqrt(x.shape[1]))
    if side * side != x.shape[1]:
        return x
    images = x.reshape(-1, side, side)
    return np.roll(images, tuple(rng.integers(-1, 2, size=2)), axis=(1, 2)).reshape(len(x), -1)


def _descend(parameters: Parameters, x: np.ndarray, y: np.ndarray, rate: np.floating) -> None:
    layers = [x]
    for weight, bias in parameters[:-1]:
        layers.append(np.maximum(layers[-1] @ weight + bias, 0))
    scores = layers[-1] @ parameters[-1][0] + parameters[-1][1]
    error = np.exp(scores - scores.max(axis=1, keepdims=True))
    error /= error.sum(axis=1, keepdims=True)
    error[np.arange(len(y)), y] -= 1
    error /= len(y)
    for index in reversed(range(len(parameters))):
        weight, bias = parameters[index]
        below = error @ weight.T * (layers[index] > 0) if index else error
        weight -= rate * (layers[index].T @ error)
        bias -= rate * error.sum(axis=0)
        error = below


def accuracy_of(parameters: Parameters, x: np.ndarray, y: np.ndarray) -> float:
    """Fraction of the rows of ``x`` whose predicted class is the label; ReLU networks."""
    a = x.astype(np.float32)
    for weight, bias in parameters[:-1]:
        a = np.maximum(a @ weight + bias, 0)
    return float(np.mean((a @ parameters[-1][0] + parameters[-1][1]).argmax(axis=1) == y))
