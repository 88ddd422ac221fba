"""The comparison and the plain values themselves."""

import numpy as np
import pytest

from tests.fidelity.compare import agree
from tests.fidelity.plain import answer_all, make_plain


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (1.0, 1.0 + 1e-13, True),
        (1.0, 1.0 + 1e-9, False),
        (1, 1.0, False),
        (True, 1, False),
        ([1, [2.0]], [1, [2.0]], True),
        ([1], [1, 2], False),
        (float("nan"), float("nan"), True),
        ({"a": 1}, {"a": 1}, True),
        ({"a": 1}, {"b": 1}, False),
        ("error: NameError", "error: TypeError", False),
    ],
)
def test_agree(one, other, same):
    assert agree(one, other) is same


def test_plain_values():
    """Arrays, numbers of NumPy and tuples become what JSON has; an unknown object its type's name."""
    assert make_plain({"a": (np.float64(0.5), np.arange(2), np.bool_(True))}) == {"a": [0.5, [0, 1], True]}
    assert make_plain(object()) == "<object>"


def test_answers_name_the_exception():
    assert answer_all(["x + 1", "y", "x / 0"], {"x": 1}) == [2, "error: NameError", "error: ZeroDivisionError"]
