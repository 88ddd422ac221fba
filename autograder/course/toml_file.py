"""Reading one table of a toml file key by key, with an error that helps for every wrong entry."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from autograder.errors import AuthorError

KINDS = {str: "text", bool: "true or false", int: "a whole number", float: "a number", list: "a list", dict: "a table"}


class Table:
    """A toml table from which each known key is taken once; ``done`` refuses what is left over.

    ``where`` is the table's name in messages, such as ``[submission]`` or ``[[task]] "xavier"``; "" for the top level.
    """

    def __init__(self, values: object, where: str, file: Path) -> None:
        self.where = where
        self.file = file
        if not isinstance(values, dict):
            raise self.error("", f"expected a table, found {_found(values)}")
        self._left: dict[str, Any] = dict(values)
        self._known: list[str] = []

    def error(self, key: str, complaint: str) -> AuthorError:
        place = " ".join(part for part in (self.where, key) if part)
        return AuthorError(f"{self.file}: {place}: {complaint}" if place else f"{self.file}: {complaint}")

    def text(self, key: str, default: str | None = None) -> str:
        """A text that is not empty; without a default it must be there."""
        value = self._take(key, str, default)
        if not value.strip() and value != default:
            raise self.error(key, "expected text, found an empty one")
        return str(value)

    def flag(self, key: str, default: bool) -> bool:
        return bool(self._take(key, bool, default))

    def whole(self, key: str, default: int) -> int:
        """A whole number of at least 1."""
        value = int(self._take(key, int, default))
        if value < 1:
            raise self.error(key, f"expected a whole number of at least 1, found {value}")
        return value

    def number(self, key: str, default: float | None = None) -> float:
        """A finite number that is not negative; whole numbers are accepted too."""
        value = float(self._take(key, float, default))
        if not math.isfinite(value) or value < 0:
            raise self.error(key, f"expected a number that is not negative, found {value}")
        return value

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of different texts; empty when it is absent and not required."""
        values = self._take(key, list, None if required else [])
        for value in values:
            if not isinstance(value, str) or not value.strip():
                raise self.error(key, f"expected a list of texts, found {_found(value)} in it")
        repeated = sorted({value for value in values if values.count(value) > 1})
        if repeated:
            raise self.error(key, f"expected each entry once, found {', '.join(map(repr, repeated))} more than once")
        if required and not values:
            raise self.error(key, "expected at least one entry, found an empty list")
        return tuple(values)

    def patterns(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of regular expressions."""
        values = self.texts(key, required=required)
        for value in values:
            self.check_pattern(key, value)
        return values

    def check_pattern(self, key: str, pattern: str) -> str:
        try:
            re.compile(pattern)
        except re.error as error:
            raise self.error(key, f"expected a regular expression, found {pattern!r} ({error})") from None
        return pattern

    def table(self, key: str, where: str, *, required: bool = False) -> Table:
        return Table(self._take(key, dict, None if required else {}), where, self.file)

    def rest(self) -> Mapping[str, Any]:
        """Everything not taken yet; taken with this call."""
        left, self._left = self._left, {}
        return left

    def tables(self, key: str) -> list[object]:
        """The entries of a ``[[key]]`` list, unchecked."""
        return list(self._take(key, list, None))

    def done(self) -> None:
        """Raise for keys that nobody asked for."""
        for key in self._left:
            raise self.error(key, f"unknown key; known are {alternatives(key, self._known)}")

    def _take(self, key: str, kind: type, default: Any) -> Any:
        self._known.append(key)
        if key not in self._left:
            if default is None:
                others = difflib.get_close_matches(key, self._left, n=1)
                hint = f" (is {others[0]!r} meant for it?)" if others else ""
                raise self.error(key, f"expected {KINDS[kind]}, found nothing{hint}")
            return default
        value = self._left.pop(key)
        if kind is float and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.error(key, f"expected {KINDS[kind]}, found {_found(value)}")
        return value


def alternatives(wrong: str, known: Iterable[str]) -> str:
    """The known names, and the likeliest of them first where one is close to ``wrong``."""
    known = list(known)
    close = difflib.get_close_matches(wrong, known, n=1)
    names = ", ".join(known) or "none"
    return f"{names} (did you mean {close[0]!r}?)" if close else names


def _found(value: object) -> str:
    kind = next((name for kind, name in KINDS.items() if type(value) is kind), type(value).__name__)
    return f"{value!r:.60} ({kind})"
