"""Gradients of dense networks against float64 autograd; mistakes written out by hand must be named."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from autograder.checks import CheckFailed, network_gradients
from autograder.checks.catalogue import dense
from autograder.checks.dense_mistakes import dense_gradients, dense_mistakes
from tests.helpers.later import import_later

torch = import_later("torch")

SIZES = (5, 7, 6, 4)
N = 9


@pytest.fixture
def rng():
    return np.random.default_rng(3)


@pytest.fixture
def parameters(rng):
    return [(rng.normal(size=(i, o)), rng.normal(size=o)) for i, o in pairwise(SIZES)]


@pytest.fixture
def x(rng):
    return rng.normal(size=(N, SIZES[0]))


@pytest.fixture
def y(rng):
    return rng.integers(SIZES[-1], size=N)


def autograd(parameters, x, y, hidden="relu", output="softmax", slope=None, extra=0.0):
    """Gradients by torch; ``slope`` replaces the backward pass of the hidden activation."""
    leaves = [tuple(torch.tensor(array, requires_grad=True) for array in pair) for pair in parameters]
    functions = {"relu": torch.relu, "tanh": torch.tanh, "sigmoid": torch.sigmoid, "linear": lambda z: z}
    a = torch.tensor(x)
    for W, b in leaves[:-1]:
        z = a @ W + b
        a = functions[hidden](z) if slope is None else z + (functions[hidden](z) - z).detach()
    scores = a @ leaves[-1][0] + leaves[-1][1]
    if output == "softmax":
        loss = torch.nn.functional.cross_entropy(scores, torch.tensor(y))
    else:
        loss = ((functions[output](scores) - torch.tensor(y)) ** 2).sum(1).mean()
    (loss + extra * sum((W**2).sum() for W, _ in leaves)).backward()
    return [(W.grad.numpy(), b.grad.numpy()) for W, b in leaves]


@pytest.mark.framework
@pytest.mark.parametrize("hidden", ["relu", "tanh", "sigmoid", "linear"])
@pytest.mark.parametrize("output", ["softmax", "linear", "relu", "sigmoid"])
def test_gradients_are_those_of_autograd(parameters, x, y, rng, hidden, output):
    target = y if output == "softmax" else rng.random((N, SIZES[-1]))
    found = dense_gradients(parameters, x, target, hidden, output)
    for mine, theirs in zip(found, autograd(parameters, x, target, hidden, output), strict=True):
        for a, b in zip(mine, theirs, strict=True):
            assert np.abs(a - b).max() <= 1e-12 * max(1, np.abs(b).max())


def explained(found, parameters, x, y, hidden="relu", output="softmax", **options):
    """What a student reads about gradients ``found``."""
    with pytest.raises(CheckFailed) as caught:
        network_gradients(
            found,
            dense_gradients(parameters, x, y, hidden, output),
            mistakes=dense_mistakes(parameters, x, y, hidden, output, **options),
            batch_size=len(x),
            parameters=parameters,
        )
    return str(caught.value)


def by_hand(parameters, x, y, *, mask=lambda z, a, error: z > 0, outer=None, W_down=lambda W, dW: W):
    """The backward pass of a ReLU network with softmax, as students write it; N-averaged."""
    activations, zs = [x], []
    for W, b in parameters[:-1]:
        zs.append(activations[-1] @ W + b)
        activations.append(np.maximum(0, zs[-1]))
    scores = activations[-1] @ parameters[-1][0] + parameters[-1][1]
    p = np.exp(scores) / np.exp(scores).sum(1, keepdims=True)
    p[range(len(x)), y] -= 1
    error, found = p / len(x), []
    for i in reversed(range(len(parameters))):
        dW = activations[i].T @ error if outer is None else outer(activations[i], error)
        found.insert(0, (dW, error.sum(0)))
        if i:
            error = error @ W_down(parameters[i][0], dW).T
            error = error * mask(zs[i - 1], activations[i], error)
    return found


def test_right_gradients_pass_in_either_precision(parameters, x, y):
    right = dense_gradients(parameters, x, y)
    single = [(dW.astype(np.float32), db[None].astype(np.float32)) for dW, db in by_hand(parameters, x, y)]
    network_gradients(single, right, mistakes=dense_mistakes(parameters, x, y))


@pytest.mark.parametrize("flat", [True, False])
def test_right_gradients_pass_as_nested_lists(parameters, x, y, flat):
    """Each gradient as a list of numbers or of rows, one after the other or in pairs (dW, db)."""
    right = dense_gradients(parameters, x, y)
    pairs = [(dW.tolist(), db.tolist()) for dW, db in by_hand(parameters, x, y)]
    names = ["dW1", "db1", "dW2", "db2", "dW3", "db3"]
    found = [gradient for pair in pairs for gradient in pair] if flat else pairs
    network_gradients(found, right, mistakes=dense_mistakes(parameters, x, y), names=names)


@pytest.mark.parametrize("place", range(6))
def test_one_per_cent_in_any_tensor_is_caught(parameters, x, y, place):
    flat = [array.copy() for pair in dense_gradients(parameters, x, y) for array in pair]
    flat[place] *= 1.01
    message = explained(list(zip(flat[::2], flat[1::2], strict=True)), parameters, x, y)
    assert message.startswith(f"{'dW' if place % 2 == 0 else 'db'}{place // 2 + 1} is wrong")


@pytest.mark.parametrize(
    ("mask", "says"),
    [
        (lambda z, a, error: 1.0, "the mask) is missing"),
        (lambda z, a, error: error > 0, "at the incoming error"),
        (lambda z, a, error: a, "by the hidden activation instead of its derivative"),
        (lambda z, a, error: a * (1 - a), "is that of the sigmoid"),
    ],
)
def test_a_wrong_slope_is_named(parameters, x, y, mask, says):
    assert says in explained(by_hand(parameters, x, y, mask=mask), parameters, x, y)


def test_the_mask_may_be_missing_and_the_batch_summed(parameters, x, y):
    found = [(N * dW, N * db) for dW, db in by_hand(parameters, x, y, mask=lambda z, a, error: 1.0)]
    message = explained(found, parameters, x, y)
    assert "the mask) is missing" in message and "9 is the batch size" in message


@pytest.mark.framework
def test_formula_of_the_output_at_the_pre_activation(parameters, x, y):
    right = autograd(parameters, x, y, "sigmoid")
    mistakes = dense_mistakes(parameters, x, y, "sigmoid")
    found = dict(mistakes)[dense.SLOPE_FORMULA]
    assert not np.allclose(found[0][0], right[0][0])
    assert np.allclose(found[-1][0], right[-1][0])


def test_updated_weights_are_named(parameters, x, y):
    found = by_hand(parameters, x, y, W_down=lambda W, dW: W - 0.5 * dW)
    assert "before they carried the error down" in explained(found, parameters, x, y, learning_rates=[0.5])


def test_products_of_means_are_named(parameters, x, y):
    found = by_hand(parameters, x, y, outer=lambda a, error: np.outer(a.mean(0), error.sum(0)))
    assert "means of inputs and errors" in explained(found, parameters, x, y)


def test_bias_summed_but_weights_averaged(parameters, x, y):
    found = [(dW, N * db) for dW, db in by_hand(parameters, x, y)]
    assert "bias gradients are summed over the batch" in explained(found, parameters, x, y)


def test_activation_on_the_input(parameters, x, y):
    assert "applied to the input" in explained(by_hand(parameters, np.maximum(x, 0), y), parameters, x, y)


def test_layers_in_reverse_order(parameters, x, y):
    assert "from the last layer to the first" in explained(by_hand(parameters, x, y)[::-1], parameters, x, y)


def test_two_layers_of_equal_shape_swapped(rng, x, y):
    square = [(rng.normal(size=(5, 5)), rng.normal(size=5)) for _ in range(2)] + [
        (rng.normal(size=(5, 4)), np.zeros(4))
    ]
    found = by_hand(square, x, y)
    found[0], found[1] = found[1], found[0]
    assert "are swapped" in explained(found, square, x, y)


@pytest.mark.framework
def test_a_regulariser_is_named(parameters, x, y):
    found = autograd(parameters, x, y, extra=0.05)
    assert "regulariser" in explained(found, parameters, x, y)


def test_scale_and_sign_are_named_for_the_tensors_they_hold_for(parameters, x, y):
    found = by_hand(parameters, x, y)
    found[1] = (2 * found[1][0], -found[1][1])
    message = explained(found, parameters, x, y)
    assert "dW2 is wrong: it is twice as large" in message and "db2 is wrong: its sign is wrong" in message


@pytest.mark.framework
def test_squared_error_without_the_mask_of_the_output(parameters, x, rng):
    target = rng.random((N, SIZES[-1]))
    found = autograd(parameters, x, target, output="relu")
    scores = _scores(parameters, x)
    assert (scores < 0).any()
    wrong = dense_mistakes(parameters, x, target, output="relu")
    mistaken = dict(wrong)[dense.OUTPUT_SLOPE_MISSING]
    error = 2 * (np.maximum(scores, 0) - target) / N
    assert np.allclose(mistaken[-1][1], error.sum(0))
    assert "output's activation" in explained(mistaken, parameters, x, target, output="relu")
    assert not np.allclose(found[-1][1], error.sum(0))


def test_all_transposed(parameters, x, y):
    found = [(dW.T, db) for dW, db in by_hand(parameters, x, y)]
    assert "transposed" in explained(found, parameters, x, y)


def test_nothing_returned_is_said(parameters, x, y):
    with pytest.raises(CheckFailed, match="return"):
        network_gradients(None, dense_gradients(parameters, x, y))


def _scores(parameters, x):
    a = x
    for W, b in parameters[:-1]:
        a = np.maximum(a @ W + b, 0)
    return a @ parameters[-1][0] + parameters[-1][1]


def test_biases_of_shape_1_h_find_their_mistake(parameters, x, y):
    """The expected biases may have an axis of length 1 more than those of the mistakes."""
    right = [(dW, db[None]) for dW, db in dense_gradients(parameters, x, y)]
    found = [(dW, db[None]) for dW, db in by_hand(parameters, x, y, mask=lambda z, a, error: 1.0)]
    with pytest.raises(CheckFailed, match="mask"):
        network_gradients(found, right, mistakes=dense_mistakes(parameters, x, y))


def test_the_plain_mistake_comes_before_one_at_another_scale(parameters, x, y):
    """Weight gradients divided twice are not told as bias gradients summed and all divided."""
    found = [(dW / N, db) for dW, db in by_hand(parameters, x, y)]
    assert "weight gradients are divided by the batch size twice" in explained(found, parameters, x, y)


@pytest.mark.parametrize(
    ("mistaken", "told"),
    [
        ([lambda g: -g, lambda g: -g], "dW1 and db1 are wrong: each one's sign is wrong."),
        ([lambda g: -g, lambda g: 2 * g], "dW1 is wrong: its sign is wrong. db1 is wrong: it is twice as large"),
        ([lambda g: 2 * g, lambda g: 2 * g], "dW1 and db1 are wrong: each is twice as large"),
    ],
)
def test_one_mistake_of_several_gradients_is_told_in_the_plural(mistaken, told):
    right = [(np.array([[1.5, -0.25], [0.75, 3.5]]), np.array([0.3, -2.25]))]
    found = [tuple(change(one) for change, one in zip(mistaken, right[0], strict=True))]
    with pytest.raises(CheckFailed) as caught:
        network_gradients(found, right)
    assert told in str(caught.value)
