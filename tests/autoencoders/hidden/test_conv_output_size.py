"""4.1: sizes after a convolution or a pooling."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from autograder import checks
from solutions.autoencoders.theory import IMAGE, LAYERS, conv_answers, conv_output_size
from tests.autoencoders.hidden import catalogue

pytestmark = pytest.mark.task("conv_output_size")

Layer = tuple[int, int, int, int]
"""n, kernel, stride, padding."""


@pytest.mark.task("conv_output_size", weight=2)
def test_sizes_that_come_out_even(student, rng):
    """The size is right when the last step fits exactly, for any kernel, stride and padding."""
    _check([(student.conv_output_size(*layer), layer) for layer in _layers(rng, even=True)])


@pytest.mark.task("conv_output_size", weight=2)
def test_sizes_that_are_rounded_down(student, rng):
    """The size is right when the last step does not fit: it is rounded down to a whole number."""
    _check([(student.conv_output_size(*layer), layer) for layer in _layers(rng, even=False)])


def test_defaults_and_names_of_arguments(student, rng):
    """The stride is 1 and the padding 0 when they are not given; arguments may be passed by name."""
    n, kernel = int(rng.integers(20, 40)), int(rng.integers(2, 9))
    _check([(student.conv_output_size(n, kernel), (n, kernel, 1, 0))])
    n, kernel, stride, padding = next(_layers(rng, even=True))
    _check([(student.conv_output_size(n, kernel, padding=padding), (n, kernel, 1, padding))])
    by_name = student.conv_output_size(n, kernel=kernel, padding=padding, stride=stride)
    _check([(by_name, (n, kernel, stride, padding))])


@pytest.mark.task("conv_output_size", weight=3)
def test_four_answers(student):
    """Height and width of the outputs of a, b, c and d are right, for an image of 50 × 50."""
    answers = student.conv_answers()
    checks.keys(answers, LAYERS, "the returned dictionary")
    expected, pairs = conv_answers(), {name: _pair(answers[name]) for name in LAYERS}
    wrong = [name for name in LAYERS if pairs[name] != list(expected[name])]
    if not wrong:
        return
    score = 1 - len(wrong) / len(LAYERS)
    quantity = [f"the size of {name}" for name in wrong]
    fitting = _fitting([(pairs[name][0], (IMAGE, *LAYERS[name])) for name in wrong if len(set(pairs[name])) == 1])
    checks.fail(_explanation(fitting) if fitting else catalogue.SIZES_WRONG, quantity, score=score)


def _check(answers: list[tuple[Any, Layer]]) -> None:
    """Compare sizes with those of their layers; a mistake is named when it leads to every one of the sizes."""
    sizes = [checks.number(answer, "the output size") for answer, _ in answers]
    if any(size != int(size) for size in sizes):
        checks.fail(catalogue.HAS_FRACTION)
    pairs = [(size, layer) for size, (_, layer) in zip(sizes, answers, strict=True)]
    fitting = _fitting(pairs)
    for size, layer in pairs:
        if fitting and size != conv_output_size(*layer):
            checks.fail(_explanation(fitting), "the output size")
        checks.same(int(size), conv_output_size(*layer), "the output size")


def _pair(answer: Any) -> list[float]:
    """[height, width]; a single number stands for both."""
    if isinstance(answer, list | np.ndarray):
        return checks.array(answer, (2,), "a size (h, w)").tolist()
    return [checks.number(answer, "a size")] * 2


def _fitting(pairs: list[tuple[float, Layer]]) -> list[checks.Mistake]:
    """The mistakes that lead to all of these sizes of these layers."""
    if not pairs:
        return []
    sizes = [size for size, _ in pairs]
    wrong = [_mistakes(*layer) for _, layer in pairs]
    return [mistake for mistake in wrong[0] if [of_layer[mistake] for of_layer in wrong] == sizes]


def _explanation(fitting: list[checks.Mistake]) -> checks.Mistake | checks.Statement:
    """The mistake, or all of them where the sizes do not tell one from another."""
    if len(fitting) == 1:
        return fitting[0]
    return catalogue.SEVERAL_MISTAKES_FIT(causes="; ".join(mistake.message for mistake in fitting))


def _layers(rng: np.random.Generator, even: bool) -> Iterator[Layer]:
    """Five layers for which every mistake shows; where the stride fits (``even``), all but wrong rounding."""
    count = 0
    while count < 5:
        n, kernel = int(rng.integers(15, 70)), int(rng.integers(2, 12))
        stride, padding = int(rng.integers(2, 6)), int(rng.integers(1, 5))
        fits = (n + 2 * padding - kernel) % stride == 0
        layer = (n, kernel, stride, padding)
        expected, wrong = conv_output_size(*layer), _mistakes(*layer).values()
        if fits == even and sum(size != expected for size in wrong) == len(wrong) - even:
            count += 1
            yield layer


def _mistakes(n: int, kernel: int, stride: int, padding: int) -> dict[checks.Mistake, int]:
    """The size that each mistake leads to."""
    span = n + 2 * padding - kernel
    return {
        catalogue.ROUNDED_UP: math.ceil(span / stride) + 1,
        catalogue.ONE_MISSING: span // stride,
        catalogue.PADDING_ON_ONE_SIDE: (n + padding - kernel) // stride + 1,
        catalogue.NO_PADDING: (n - kernel) // stride + 1,
        catalogue.PADDING_SUBTRACTED: (n - 2 * padding - kernel) // stride + 1,
        catalogue.NO_STRIDE: span + 1,
        catalogue.ONE_BEFORE_DIVISION: (span + 1) // stride,
        catalogue.PADDING_AFTER_DIVISION: (n - kernel) // stride + 2 * padding + 1,
        catalogue.STRIDE_IS_KERNEL: span // kernel + 1,
        catalogue.KERNEL_NOT_SUBTRACTED: (n + 2 * padding) // stride,
        catalogue.TRANSPOSED_CONVOLUTION: (n - 1) * stride - 2 * padding + kernel,
    }
