"""Problems 2 to 5 as far as they are theory: back-propagation, cross-entropy, sizes, corruption, PCA. numpy float64.

Notation of Nielsen's "Neural Networks and Deep Learning": z = W a + b with W (outputs, inputs), δ = ∂C/∂z. Several
training inputs are rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from scipy import special

Array = np.ndarray
Function = Callable[[Any], Any]

FIGURE: Mapping[str, tuple[float, ...]] = {
    "x": (0.05, 0.10),
    "t": (0.01, 0.99),
    "w": (0.15, 0.20, 0.25, 0.30, 0.40, 0.45, 0.50, 0.55),
    "b": (0.35, 0.35, 0.60, 0.60),
}
"""Problem 3.3: inputs, targets, w1 … w8, and the biases of h1, h2, o1, o2."""

LAYERS: Mapping[str, tuple[int, int, int]] = {"a": (4, 1, 1), "b": (8, 5, 0), "c": (10, 2, 2), "d": (2, 1, 0)}
"""Problem 4.1: kernel, stride and padding of the four layers."""
IMAGE = 50
"""Problem 4.1: height and width of the image."""

KINDS: Mapping[str, tuple[str, ...]] = {
    "gaussian": ("std",),
    "uniform": ("width",),
    "multiplicative": ("std",),
    "masking": ("probability",),
    "salt_and_pepper": ("probability", "low", "high"),
}
"""Problem 5.2: the kinds of corruption and the names of their parameters."""


def gradients(
    x: Array,
    y: Array,
    weights: Sequence[Array],
    biases: Sequence[Array],
    functions: Sequence[Function],
    slopes: Sequence[Function],
) -> dict[str, list[Array]]:
    """δ of every input's C = ½‖a − y‖², and dW, db of the mean over the inputs; x (n, inputs), y (n, outputs).

    ``functions`` and ``slopes`` hold each layer's activation and its derivative, both functions of z (n, outputs).
    Uses the Jacobians ∂a/∂z of the network's output by each layer, (n, outputs, units), not the book's equations.
    """
    layers, pre = [np.asarray(x, float)], []
    for W, b, function in zip(weights, biases, functions, strict=True):
        pre.append(np.einsum("ni,oi->no", layers[-1], W) + np.ravel(b))
        layers.append(function(pre[-1]))
    error = layers[-1] - y
    jacobian = np.eye(error.shape[1])[None] * slopes[-1](pre[-1])[:, None, :]
    results: dict[str, list[Array]] = {"delta": [], "dW": [], "db": []}
    for index in reversed(range(len(weights))):
        delta = np.einsum("no,nou->nu", error, jacobian)
        results["delta"].insert(0, delta)
        results["dW"].insert(0, np.einsum("nu,ni->ui", delta, layers[index]) / len(layers[0]))
        results["db"].insert(0, np.mean(delta, axis=0))
        if index:
            jacobian = (
                np.einsum("nou,ui->noi", jacobian, weights[index]) * slopes[index - 1](pre[index - 1])[:, None, :]
            )
    return results


def modified_gradients(
    x: Array,
    y: Array,
    weights: Sequence[Array],
    biases: Sequence[Array],
    layer: int,
    neuron: int,
    f: Function,
    f_prime: Function,
) -> dict[str, list[Array]]:
    """Problem 2.1, for one input x (inputs,) and y (outputs,): all neurons are sigmoids except one, which has ``f``."""

    def replaced(function: Function, other: Function, number: int) -> Function:
        def apply(z: Array) -> Array:
            chosen = (np.arange(z.shape[-1]) == neuron) & (number == layer)
            return np.asarray(np.where(chosen, other(z), function(z)))

        return apply

    numbers = range(len(weights))
    functions = [replaced(special.expit, f, number) for number in numbers]
    slopes = [replaced(sigmoid_slope, f_prime, number) for number in numbers]
    results = gradients(np.asarray(x)[None], np.asarray(y)[None], weights, biases, functions, slopes)
    return {**results, "delta": [delta[0] for delta in results["delta"]]}


def linear_gradients(x: Array, y: Array, weights: Sequence[Array], biases: Sequence[Array]) -> dict[str, list[Array]]:
    """Problem 2.3: σ(z) = z in every layer."""
    return gradients(x, y, weights, biases, [np.positive] * len(weights), [np.ones_like] * len(weights))


def sigmoid_slope(z: Array) -> Array:
    """σ′(z) = σ(z) σ(−z)."""
    return np.asarray(special.expit(z) * special.expit(-z))


def softmax_delta(z: Array, y: Array) -> Array:
    """Problem 2.2: ∂C/∂z of C = −Σ y ln softmax(z), for each row; z and y (classes,) or (n, classes)."""
    return np.asarray(special.softmax(np.asarray(z, float), axis=-1) - y)


def cross_entropy(a: Array, y: Array) -> float:
    """Problem 3.1: mean of −[y ln a + (1 − y) ln(1 − a)] with 0 · ln 0 = 0; may be infinite."""
    a, y = np.asarray(a, float), np.asarray(y, float)
    return float(-np.mean(special.xlogy(y, a) + special.xlog1py(1 - y, -a)))


def cross_entropy_minimum(y: Array) -> tuple[Array, float]:
    """Problem 3.2: the outputs at the minimum, which are y itself, and the mean binary entropy (in nats)."""
    y = np.array(y, float)
    return y, float(np.mean(special.entr(y) + special.entr(1 - y)))


def backprop_numbers() -> dict[str, float]:
    """Problem 3.3: the 16 derivatives by complex steps in the cost, exact up to rounding."""
    names = [f"dw{k}" for k in range(1, 9)] + [f"db_{unit}" for unit in UNITS] + [f"delta_{unit}" for unit in UNITS]
    start = np.array([*FIGURE["w"], *FIGURE["b"], 0, 0, 0, 0], complex)
    step = 1e-30
    return {
        name: float(_figure_cost(start + 1j * step * (np.arange(16) == index)).imag / step)
        for index, name in enumerate(names)
    }


UNITS = ("h1", "h2", "o1", "o2")


def _figure_cost(numbers: Array) -> complex:
    """Cross-entropy of the figure's network; ``numbers`` are w1 … w8, four biases, and a shift of each z."""
    (x1, x2), targets, w, b, moved = FIGURE["x"], FIGURE["t"], numbers[:8], numbers[8:12], numbers[12:]
    h1 = _sigmoid(w[0] * x1 + w[1] * x2 + b[0] + moved[0])
    h2 = _sigmoid(w[2] * x1 + w[3] * x2 + b[1] + moved[1])
    o1 = _sigmoid(w[4] * h1 + w[5] * h2 + b[2] + moved[2])
    o2 = _sigmoid(w[6] * h1 + w[7] * h2 + b[3] + moved[3])
    terms = [t * np.log(o) + (1 - t) * np.log(1 - o) for t, o in zip(targets, (o1, o2), strict=True)]
    return complex(-sum(terms))


def _sigmoid(z: complex) -> complex:
    return complex(1 / (1 + np.exp(-z)))


def conv_output_size(n: int, kernel: int, stride: int = 1, padding: int = 0) -> int:
    """Problem 4.1: counts the positions of the kernel one by one."""
    return sum(1 for start in range(-padding, n + padding, stride) if start + kernel <= n + padding)


def conv_answers() -> dict[str, tuple[int, int]]:
    """Problem 4.1: (height, width) of the four outputs."""
    sizes = {name: conv_output_size(IMAGE, *layer) for name, layer in LAYERS.items()}
    return {name: (size, size) for name, size in sizes.items()}


def corrupt(points: Array, declared: Mapping[str, Any], rng: np.random.Generator) -> Array:
    """Problem 5.2: a corrupted copy of ``points``, for each of ``KINDS``."""
    kind, shape = declared["kind"], np.shape(points)
    if kind == "gaussian":
        return np.asarray(points + declared["std"] * rng.standard_normal(shape))
    if kind == "uniform":
        return np.asarray(points + declared["width"] * (2 * rng.random(shape) - 1))
    if kind == "multiplicative":
        return np.asarray(points * (1 + declared["std"] * rng.standard_normal(shape)))
    hit = rng.random(shape) < declared["probability"]
    if kind == "masking":
        return np.where(hit, 0.0, points)
    return np.where(hit, np.where(rng.random(shape) < 0.5, declared["low"], declared["high"]), points)


def pca_basis(X: Array, k: int) -> Array:
    """Problem 5.3: orthonormal columns (d, k) that span PCA's first k components: eigenvectors of the covariance."""
    _, vectors = np.linalg.eigh(np.cov(X, rowvar=False))
    return np.asarray(vectors[:, ::-1][:, :k])


def pca_error(X: Array, k: int) -> float:
    """Mean of ‖x − x̂‖² for the best reconstruction from k numbers: the sum of the d − k smallest variances (1/n)."""
    return float(np.sort(np.linalg.eigvalsh(np.cov(X, rowvar=False, bias=True)))[: X.shape[1] - k].sum())


def reconstruction_error(X: Array, encoder: Array, decoder: Array, mean: Array) -> float:
    """Mean of ‖x − x̂‖² over the rows of X, with x̂ = m + D E (x − m); encoder (k, d), decoder (d, k), mean (d,)."""
    codes = np.einsum("ki,ni->nk", encoder, X - mean)
    rebuilt = mean + np.einsum("dk,nk->nd", decoder, codes)
    return float(np.mean(np.sum((X - rebuilt) ** 2, axis=1)))
