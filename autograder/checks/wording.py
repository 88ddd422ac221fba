"""The one place where a finding of a check becomes a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


def write_sentence(template: str, quantity: Sequence[str], values: Mapping[str, Any], *, confirmed: bool) -> str:
    """Fill ``template`` and make it one sentence, with a capital letter and a full stop.

    The words ``{quantity}``, ``{is}``, ``{has}``, ``{it}``, ``{its}`` come from the names in ``quantity``. The cause of
    a mistake (``confirmed``) that does not name its quantity follows "dW1 and db1 are wrong: ".

    Raises KeyError for a word that nothing fills.
    """
    words = {name: _in_words(name, value) for name, value in values.items()}
    text = template.format_map({**_agreement(quantity), **words})
    if confirmed and quantity and "{quantity}" not in template:
        text = f"{list_names(quantity)} {'are' if len(quantity) > 1 else 'is'} wrong: {text}"
    return finish_sentence(text)


def _in_words(name: str, value: Any) -> Any:
    """A shape as "(7, any)", a list of shapes as alternatives, a ratio as "about 3 times too large"."""
    if isinstance(value, tuple):
        return shape_text(value)
    if isinstance(value, list):
        return " or ".join(str(_in_words(name, alternative)) for alternative in value)
    return _Ratio(value) if name == "ratio" and isinstance(value, float) else value


class _Ratio(float):
    """``{ratio}`` reads "about 3 times too large"; with a format, ``{ratio:.3g}``, it is the number."""

    def __format__(self, spec: str) -> str:
        return super().__format__(spec) if spec else ratio_in_words(float(self))


def _agreement(quantity: Sequence[str]) -> dict[str, str]:
    several = len(quantity) > 1
    return {
        "quantity": list_names(quantity) or "the answer",
        "is": "are" if several else "is",
        "has": "have" if several else "has",
        "holds": "hold" if several else "holds",
        "differs": "differ" if several else "differs",
        "it": "each" if several else "it",
        "its": "each one's" if several else "its",
    }


def finish_sentence(text: str) -> str:
    """Capital letter where an article begins the sentence (not where a name like ``dW1`` does), and a full stop."""
    text = text.strip()
    if text.split(" ", 1)[0] in _ARTICLES:
        text = text[0].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else text + "."


_ARTICLES = frozenset("the a an it its each there two both all some one every only this these no after with".split())


def list_names(names: Sequence[str]) -> str:
    """``dW1``, ``dW1 and db1``, ``dW1, db1 and dW2``."""
    names = [str(name) for name in names]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def plural(count: int, singular: str, several: str = "") -> str:
    """``1 entry``, ``3 entries``: the number and the word that fits it."""
    return f"{count} {singular if count == 1 else several or singular + 's'}"


def shape_text(shape: Sequence[int | None]) -> str:
    """``(7, any)``; one axis is ``(7,)``."""
    lengths = ["any" if length is None else str(length) for length in shape]
    return f"({', '.join(lengths)}{',' if len(lengths) == 1 else ''})"


def ratio_in_words(ratio: float) -> str:
    """``ratio`` = found / expected: "about 1.41 times too large", "about 3 % too small", with the sign if wrong."""
    size = abs(ratio)
    if 0.9 < size < 1.1:
        words = f"about {100 * abs(size - 1):.2g} % too {'large' if size > 1 else 'small'}"
    else:
        words = f"about {size:.3g} times too large" if size > 1 else f"about {1 / size:.3g} times too small"
    return words if ratio > 0 else f"{words}, with the wrong sign"
