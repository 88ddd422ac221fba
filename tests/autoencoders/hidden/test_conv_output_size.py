"""4.1: sizes after a convolution or a pooling."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from autograder import checks
from solutions.autoencoders.theory import IMAGE, LAYERS, conv_answers, conv_output_size

pytestmark = pytest.mark.task("conv_output_size")

Layer = tuple[int, int, int, int]
"""n, kernel, stride, padding."""


@pytest.mark.task("conv_output_size", weight=2)
def test_sizes_that_come_out_even(student, rng):
    """The size is right where the stride fits exactly, for any kernel, stride and padding."""
    _check([(student.conv_output_size(*layer), layer) for layer in _layers(rng, even=True)])


@pytest.mark.task("conv_output_size", weight=2)
def test_sizes_that_are_rounded_down(student, rng):
    """The size is right where the last step does not fit any more: it is rounded down, to a whole number."""
    _check([(student.conv_output_size(*layer), layer) for layer in _layers(rng, even=False)])


def test_defaults_and_names_of_arguments(student, rng):
    """Without stride and padding they are 1 and 0; arguments may be given by name."""
    n, kernel = int(rng.integers(20, 40)), int(rng.integers(2, 9))
    _check([(student.conv_output_size(n, kernel), (n, kernel, 1, 0))])
    n, kernel, stride, padding = next(_layers(rng, even=True))
    _check([(student.conv_output_size(n, kernel, padding=padding), (n, kernel, 1, padding))])
    found = student.conv_output_size(n, kernel=kernel, padding=padding, stride=stride)
    _check([(found, (n, kernel, stride, padding))])


@pytest.mark.task("conv_output_size", weight=3)
def test_four_answers(student):
    """Height and width of a, b, c and d, for an image of 50 × 50."""
    found = student.conv_answers()
    checks.keys(found, LAYERS, "the returned dictionary")
    right, pairs = conv_answers(), {name: _pair(found[name]) for name in LAYERS}
    wrong = [name for name in LAYERS if pairs[name] != list(right[name])]
    if not wrong:
        return
    diagnosis = _named([(pairs[name][0], (IMAGE, *LAYERS[name])) for name in wrong if len(set(pairs[name])) == 1])
    because = f" (the mistake may be: {diagnosis})" if diagnosis else ""
    checks.fail(f"wrong: {', '.join(wrong)}{because}.", diagnosis, 1 - len(wrong) / len(LAYERS))


def _check(answers: list[tuple[Any, Layer]]) -> None:
    """Sizes and their layers; a mistake is named when it gives every one of the sizes."""
    sizes = [checks.number(found, "the output size") for found, _ in answers]
    if any(size != int(size) for size in sizes):
        checks.fail("the output size has a fraction: it is rounded down to a whole number.", "not rounded")
    pairs = [(size, layer) for size, (_, layer) in zip(sizes, answers, strict=True)]
    for size, layer in pairs:
        candidates = {name: size for name in [_named(pairs)] if name}
        checks.same(int(size), conv_output_size(*layer), "the output size", candidates)


def _pair(found: Any) -> list[float]:
    """[height, width]; a single number stands for both."""
    if isinstance(found, list | np.ndarray):
        return checks.array(found, (2,), "a size (h, w)", lists_ok=True).tolist()
    return [checks.number(found, "a size")] * 2


def _named(pairs: list[tuple[float, Layer]]) -> str:
    """The first mistake that gives all of these sizes; "" for none."""
    wrong = [_mistakes(*layer) for _, layer in pairs]
    names = wrong[0] if pairs else ()
    return next((n for n in names if all(w[n] == size for w, (size, _) in zip(wrong, pairs, strict=True))), "")


def _layers(rng: np.random.Generator, even: bool) -> Iterator[Layer]:
    """Layers on which every mistake shows, but for rounding where the stride fits."""
    count = 0
    while count < 5:
        n, kernel = int(rng.integers(15, 70)), int(rng.integers(2, 12))
        stride, padding = int(rng.integers(2, 6)), int(rng.integers(1, 5))
        fits = (n + 2 * padding - kernel) % stride == 0
        layer = (n, kernel, stride, padding)
        right = conv_output_size(*layer)
        if fits == even and sum(size != right for size in _mistakes(*layer).values()) == len(_mistakes(*layer)) - even:
            count += 1
            yield layer


def _mistakes(n: int, kernel: int, stride: int, padding: int) -> dict[str, int]:
    span = n + 2 * padding - kernel
    return {
        "it is rounded up": math.ceil(span / stride) + 1,
        "1 is missing": span // stride,
        "padding is added on one side only": (n + padding - kernel) // stride + 1,
        "padding is left out": (n - kernel) // stride + 1,
        "padding is subtracted": (n - 2 * padding - kernel) // stride + 1,
        "the stride is left out": span + 1,
        "1 is added before the division by the stride": (span + 1) // stride,
        "the padding is added after the division": (n - kernel) // stride + 2 * padding + 1,
        "the stride is the kernel's length": span // kernel + 1,
        "the kernel's length is not subtracted": (n + 2 * padding) // stride,
        "the size of a transposed convolution": (n - 1) * stride - 2 * padding + kernel,
    }
