"""Reads toml files into msgspec structs, with an error for every wrong entry that says where it is and what helps."""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, TypeVar

import msgspec

from autograder.errors import AuthorError

Text = Annotated[str, msgspec.Meta(pattern=r"\S")]
"""A text that is not empty."""
WholeNumber = Annotated[int, msgspec.Meta(ge=1)]
Number = Annotated[float, msgspec.Meta(ge=0, le=sys.float_info.max)]
"""A finite number that is not negative; whole numbers are accepted too."""
Texts = tuple[Text, ...]

_TYPE_NAMES: Mapping[type, str] = {
    str: "text",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    list: "a list",
    dict: "a table",
}
_MSGSPEC_NAMES: Mapping[str, str] = {
    "str": "text",
    "bool": "true or false",
    "int": "a whole number",
    "float": "a number",
    "array": "a list",
    "object": "a table",
}
"""How msgspec names the types in its messages."""
_CONSTRAINTS: Mapping[str, str] = {
    "matching": "text that is not empty",
    ">= 1": "a whole number of at least 1",
    ">= 0.0": "a number that is not negative",
    "<=": "a number that is finite",
    "of length >= 1": "at least one entry",
}
"""How msgspec says what the types above ask for."""

S = TypeVar("S", bound=msgspec.Struct)


class TomlTable:
    """A table of a toml file, and how errors name it: ``[submission]`` or ``[[task]] "xavier"``, "" at the top."""

    def __init__(self, values: Any, name: str, file: Path) -> None:
        self.values = values
        self.name = name
        self.file = file

    def error(self, key: str, complaint: str) -> AuthorError:
        """The error that names file, table and key."""
        place = " ".join(part for part in (self.name, key) if part)
        return AuthorError(f"{self.file}: {place}: {complaint}" if place else f"{self.file}: {complaint}")

    def read(self, struct: type[S]) -> S:
        """The table as ``struct``. Raises AuthorError for the first key that is missing, unknown or of a wrong type."""
        try:
            return msgspec.convert(self.values, struct)
        except msgspec.ValidationError as error:
            raise self._translate(str(error), struct) from None

    def check_patterns(self, key: str, patterns: Iterable[str]) -> None:
        """Raise AuthorError where one of the texts is not a regular expression."""
        for pattern in patterns:
            try:
                re.compile(pattern)
            except re.error as error:
                raise self.error(key, f"expected a regular expression, found {pattern!r} ({error})") from None

    def check_unique(self, **lists: tuple[str, ...]) -> None:
        """Raise AuthorError where one of the lists, which are named by their keys, holds an entry twice."""
        for key, entries in lists.items():
            repeated = sorted({entry for entry in entries if entries.count(entry) > 1})
            if repeated:
                listed = ", ".join(map(repr, repeated))
                raise self.error(key, f"expected each entry once, found {listed} more than once")

    def _translate(self, message: str, struct: type[msgspec.Struct]) -> AuthorError:
        """Our sentence for a message of msgspec, such as ``Expected `str`, got `int` - at `$.title```."""
        complaint, _, path = message.partition(" - at `$")
        if name := re.fullmatch(r"Object missing required field `(\w+)`", complaint):
            return self._missing(name[1], struct)
        if name := re.fullmatch(r"Object contains unknown field `(.+)`", complaint, re.DOTALL):
            return self._unknown(name[1], struct)
        steps = [step for step in re.split(r"[.\[\]`]+", path) if step]
        value = self.values
        for step in steps:
            value = value[int(step) if step.isdigit() else step]
        key = ", entry ".join(str(int(step) + 1) if step.isdigit() else step for step in steps)
        return self.error(key, f"expected {_expected(complaint)}, found {describe_value(value)}")

    def _missing(self, key: str, struct: type[msgspec.Struct]) -> AuthorError:
        """A required key is missing; an unknown one of the table that resembles it may be meant for it."""
        unknown = [name for name in self.values if name not in _known_keys(struct)]
        close = difflib.get_close_matches(key, unknown, n=1)
        hint = f" (is {close[0]!r} meant for it?)" if close else ""
        return self.error(key, f"expected {_expected_type(key, struct)}, found nothing{hint}")

    def _unknown(self, key: str, struct: type[msgspec.Struct]) -> AuthorError:
        missing = [field.name for field in msgspec.structs.fields(struct) if field.required]
        meant = difflib.get_close_matches(key, [name for name in missing if name not in self.values], n=1)
        if meant:
            return self._missing(meant[0], struct)
        return self.error(key, f"unknown key; known are {list_alternatives(key, _known_keys(struct))}")


def parse_toml(file: Path) -> dict[str, Any]:
    """The tables of a toml file as plain data. Raises AuthorError where it cannot be read or is no toml."""
    try:
        tables: dict[str, Any] = msgspec.toml.decode(file.read_bytes())
    except OSError as error:
        raise AuthorError(f"{file}: cannot be read ({error.strerror})") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise AuthorError(f"{file}: expected toml in UTF-8, found an error: {error}") from None
    return tables


def list_alternatives(wrong: str, known: Iterable[str]) -> str:
    """The known names, followed by the likeliest of them where one is close to ``wrong``."""
    known = list(known)
    close = difflib.get_close_matches(wrong, known, n=1)
    names = ", ".join(known) or "none"
    return f"{names} (did you mean {close[0]!r}?)" if close else names


def _known_keys(struct: type[msgspec.Struct]) -> list[str]:
    return [field.encode_name for field in msgspec.structs.fields(struct)]


def _expected_type(key: str, struct: type[msgspec.Struct]) -> str:
    """What a key of a struct holds, in words."""
    types = {"StrType": "text", "BoolType": "true or false", "IntType": "a whole number", "FloatType": "a number"}
    types |= {"ListType": "a list", "VarTupleType": "a list", "DictType": "a table"}
    info = msgspec.inspect.type_info(struct)
    assert isinstance(info, msgspec.inspect.StructType)
    return next(types[type(field.type).__name__] for field in info.fields if field.encode_name == key)


def _expected(complaint: str) -> str:
    """What msgspec expected instead of a value: ``Expected `int` >= 1`` → "a whole number of at least 1"."""
    parts = re.match(r"Expected `(\w+)`(?:, got .*| (.*))", complaint, re.DOTALL)
    if parts is None:
        return complaint
    for constraint, words in _CONSTRAINTS.items():
        if parts[2] and parts[2].startswith(constraint):
            return words
    return _MSGSPEC_NAMES.get(parts[1], parts[1])


def describe_value(value: object) -> str:
    """A value with the name of its type: ``3 (a whole number)``."""
    if value == []:
        return "an empty list"
    if isinstance(value, str) and not value.strip():
        return "an empty one"
    return f"{value!r:.60} ({_TYPE_NAMES.get(type(value), type(value).__name__)})"
