"""Is the answer a value of the right kind at all? Arrays, numbers, dictionaries, words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

import numpy as np

from autograder.checks.catalogue import values as catalogue
from autograder.checks.diagnosis import Candidates
from autograder.checks.outcome import Statement, fail
from autograder.checks.shapes import Shape, require_shape, vector_shape
from autograder.checks.wording import shape_text
from autograder.errors import AuthorError

_KINDS = {"f": ("fiu", "numbers", np.float64), "i": ("iu", "whole numbers", np.int64), "b": ("b", "True/False", bool)}
_FOUND = {
    "b": "True/False values",
    "f": "numbers with a decimal point",
    "i": "whole numbers",
    "u": "whole numbers",
    "c": "complex numbers",
    "U": "text",
    "S": "text",
}


def array(
    value: Any,
    shape: Shape | list[Shape] | None = None,
    what: str = "the answer",
    dtype_kind: Literal["f", "i", "b"] = "f",
) -> np.ndarray:
    """The answer as a float64 array, or a sentence that says why it is none.

    ``shape`` may hold None for a length that is free; a *list* of shapes allows any of them. A vector may have an axis
    of length 1 more or less: (N, 1) comes back as (N,) where that is asked for. Without ``shape`` any shape with at
    least one axis will do; ``shape=()`` asks for a single number. Tensors and (nested) lists of numbers count as
    arrays, integers as numbers; bools do not. NaN and infinities are refused. ``dtype_kind`` "i" asks for integers
    (int64 comes back) and "b" for bools.

    >>> array(np.eye(2, dtype=int), shape=(2, None)).dtype
    dtype('float64')
    """
    data = as_array(value, what)
    accepted, name, dtype = _KINDS[dtype_kind]
    if data.dtype.kind not in accepted:
        fail(catalogue.WRONG_CONTENT(found=_FOUND.get(data.dtype.kind, "objects"), expected=name), what)
    if shape is not None:
        data = data.reshape(vector_shape(data.shape, shape) or data.shape)
        require_shape(data.shape, shape, what)
    elif data.ndim == 0:
        fail(catalogue.NOT_AN_ARRAY, what)
    data = data.astype(dtype)
    if dtype_kind == "f":
        _require_finite(data, what)
    return data


def number(value: Any, what: str = "the answer") -> float:
    """The answer as a float: an int, a float, or an array with one entry. NaN and infinities are refused."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        try:
            value = float(value)
        except OverflowError:
            fail(catalogue.TOO_LONG_NUMBER, what)
    elif isinstance(value, (list, tuple)):
        fail(catalogue.NOT_A_NUMBER(found=_kind_of(value)), what)
    data = as_array(value, what, expected="a number")
    if data.size != 1:
        fail(catalogue.NOT_A_NUMBER(found=f"an array of shape {shape_text(data.shape)}"), what)
    return float(array(data.reshape(()), (), what))


def shape(value: Any, expected: Shape | list[Shape], what: str = "the answer") -> None:
    """``value`` is an array of this shape (None: any length), or of one of a *list* of shapes. Entries may be NaN."""
    require_shape(as_array(value, what).shape, expected, what)


def keys(mapping: Any, expected: Iterable[str | int | float], what: str = "the answer") -> None:
    """``mapping`` is a dictionary that has at least these keys. More keys are no mistake."""
    if not isinstance(mapping, Mapping):
        fail(_wrong_kind(mapping, "a dictionary"), what)
    wanted = list(expected)
    missing = [key for key in wanted if key not in mapping]
    if missing:
        others = [key for key in mapping if key not in wanted]
        has = f"; it has {_listed(others)}, which nothing asks for" if others else ""
        fail(catalogue.MISSING_KEYS(keys=f"key{'s' * (len(missing) > 1)} {_listed(missing)}", others=has), what)


def same(actual: Any, expected: Any, what: str = "the answer", candidates: Candidates = ()) -> None:
    """Exactly equal: whole numbers, words, bools, None, and lists of these (a tuple counts as a list).

    Case and blanks around words do not matter, nor whether a whole number is an int or a float. ``candidates`` are
    mistakes with the wrong value they lead to: ``[(COUNTED_FROM_0, layer - 1)]``. There is no tolerance, so an
    ``expected`` with a fraction is an AuthorError: use ``close``.
    """
    actual, expected = _plain(actual), _plain(expected)
    if isinstance(expected, float) and not expected.is_integer():
        raise AuthorError(f"same() compares exactly, and {what} is expected to have a fraction; use close()")
    if _equal(actual, expected):
        return
    for mistake, wrong in candidates:
        if _equal(actual, _plain(wrong)):
            fail(mistake, what)
    if _sort(actual) != _sort(expected):
        fail(_wrong_kind(actual, _kind_of(expected)), what)
    if isinstance(actual, list) and len(actual) != len(expected):
        size = "many" if len(actual) > len(expected) else "few"
        fail(catalogue.WRONG_LENGTH(found=len(actual), size=size), what)
    fail(catalogue.WRONG_VALUE(found=_short(actual)), what)


def not_mutated(before: Any, after: Any, what: str = "the input") -> None:
    """An array that the student's function was given is the same, bit for bit, after the call."""
    old, new = as_array(before, what), as_array(after, what)
    if old.shape != new.shape:
        fail(catalogue.RESHAPED_IN_PLACE(found=tuple(new.shape)), what)
    equal = (old == new) | ((old != old) & (new != new))
    changed = int(np.size(equal) - np.count_nonzero(equal))
    if changed:
        fail(catalogue.CHANGED_IN_PLACE(changed=changed, total=old.size), what)


def as_array(value: Any, what: str, expected: str = "a tensor or an array") -> np.ndarray:
    """``value`` as a numpy array of any dtype but object; torch tensors and nested lists of numbers are taken too."""
    if hasattr(value, "detach"):
        value = value.detach().cpu().numpy()
    if isinstance(value, (list, tuple)):
        value = _from_list(value, what)
    if not isinstance(value, (np.ndarray, np.generic, int, float, complex)):
        fail(_wrong_kind(value, expected), what)
    data = np.asarray(value)
    if data.dtype.kind not in "fiubcUS":
        fail(catalogue.OBJECT_ARRAY(dtype=str(data.dtype)), what)
    return data


def _from_list(value: Any, what: str) -> np.ndarray:
    try:
        data = np.asarray(value)
    except ValueError:
        fail(catalogue.RAGGED(found=_kind_of(value)), what)
    if data.dtype.kind in "fiubc":
        return data
    fail(catalogue.LIST_GIVEN(found=_kind_of(value)), what)


def _require_finite(data: np.ndarray, what: str) -> None:
    bad = {"NaN": int(np.isnan(data).sum()), "infinite": int(np.isinf(data).sum())}
    if data.ndim == 0 and any(bad.values()):
        fail(catalogue.NOT_FINITE(found="NaN (not a number)" if bad["NaN"] else "infinite"), what)
    counts = " and ".join(f"{count} {name}" for name, count in bad.items() if count)
    if counts:
        word = "entry" if sum(bad.values()) == 1 else "entries"
        fail(catalogue.NOT_FINITE_ENTRIES(found=f"{counts} {word}", total=data.size), what)


def _plain(value: Any) -> Any:
    if isinstance(value, (np.ndarray, np.generic)):
        value = value.tolist()
    return [_plain(item) for item in value] if isinstance(value, (list, tuple)) else value


def _equal(one: Any, other: Any) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return one.strip().casefold() == other.strip().casefold()
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_equal, one, other))
    return _sort(one) == _sort(other) and one == other


def _sort(value: Any) -> str:
    """int and float are one sort; bool is another."""
    return "number" if isinstance(value, (int, float)) and not isinstance(value, bool) else type(value).__name__


def _kind_of(value: Any) -> str:
    names = {"NoneType": "None", "str": "a string", "bool": "True or False", "dict": "a dictionary", "bytes": "bytes"}
    names |= {"list": "a list", "tuple": "a tuple", "int": "a number", "float": "a number", "ndarray": "an array"}
    return names.get(type(value).__name__, f"a {type(value).__name__}")


def _wrong_kind(value: Any, expected: str) -> Statement:
    hint = ". Does the function end with a return?" if value is None else ""
    return catalogue.WRONG_KIND(found=_kind_of(value), expected=expected, hint=hint)


def _listed(names: Iterable[Any]) -> str:
    return ", ".join(_short(name) for name in names)


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"
