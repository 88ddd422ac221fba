"""Opens what torch.save wrote without running anything of it: tensors, NumPy's numbers and arrays, plain containers."""

from __future__ import annotations

import argparse
import datetime
import pickle
import re
import types
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy._core import multiarray

from autograder.probing.weights_files import describe_content


class UnusableFile(Exception):
    """A file whose weights cannot be used. ``problem`` is a key of ``checks.handed_in.PROBLEMS``."""

    def __init__(self, problem: str, detail: str) -> None:
        super().__init__(detail)
        self.problem, self.detail = problem, detail


def open_file(file: str) -> Any:
    """Return the content, all tensors on the CPU. UnusableFile ``code`` (another object in it) or ``unreadable``."""
    more = [entry for entry in _ALLOWED if entry not in torch.serialization.get_safe_globals()]  # those are taken back
    try:
        with torch.serialization.safe_globals(more), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about older formats
            return torch.load(file, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        other = "" if _is_from_torch(file) else _describe(file)
        if "Unsupported operand" in str(error):
            other = other or "written with a pickle_protocol of your own instead of torch.save's"
        if other:
            raise UnusableFile("unreadable", other) from None
        name = re.search(r"GLOBAL (\S+)|<class '(\S+)'>", str(error))
        raise UnusableFile(
            "code", (name[1] or name[2]) if name else "of a kind that torch.load does not name"
        ) from None
    except Exception as error:  # a damaged file raises RuntimeError, EOFError, KeyError …
        raise UnusableFile("unreadable", _describe(file)) from error


def _is_from_torch(file: str) -> bool:
    """Whether the file starts as torch.save's archives do, or as its files did before it wrote archives."""
    with open(file, "rb") as opened:
        return opened.read(len(_OLD_START)).startswith((_OLD_START, b"PK"))


def _describe(file: str) -> str:
    other = describe_content(Path(file))
    if not other.startswith(_PICKLE) and other != _WHOLE:
        return other or "neither an archive nor a pickle"
    return "cut off or damaged" if _is_from_torch(file) else other


def plain(value: Any) -> Any:
    """Return what a student noted beside the weights as numbers, texts, arrays, lists and dictionaries."""
    if isinstance(value, torch.Tensor):
        value = value.detach()
        return value.item() if value.dim() == 0 else value
    if isinstance(value, dict):
        return {key if isinstance(key, (str, int, float)) else str(key): plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    if isinstance(value, (argparse.Namespace, types.SimpleNamespace)):
        return plain(vars(value))
    is_sendable = value is None or isinstance(value, (bool, int, float, complex, str, np.generic, np.ndarray))
    return value if is_sendable else str(value)


def _empty_dict(*_: Any) -> dict[str, Any]:
    """Stand for defaultdict, whose factory is not needed to read it."""
    return {}


def _empty_list(*_: Any) -> list[Any]:
    return []


def _joined(*parts: str) -> str:
    return "/".join(parts)


def _named(names: str, stand_in: Callable[..., Any]) -> list[tuple[Callable[..., Any], str]]:
    return [(stand_in, name) for name in names.split()]


_PICKLE, _WHOLE = "a pickle", "a file that torch.save wrote"  # as describe_content says
_OLD_START = pickle.dumps(torch.serialization.MAGIC_NUMBER, protocol=2)
_DTYPES = (
    "bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 float16 float32 float64 complex64 complex128 U1 S1".split()
)
_ALLOWED: list[Any] = [
    *(
        (getattr(multiarray, name), f"numpy.{core}.multiarray.{name}")  # what NumPy 1 and NumPy 2 call it
        for core in ("core", "_core")
        for name in ("scalar", "_reconstruct")
    ),
    (np.ndarray, "numpy.ndarray"),
    (np.dtype, "numpy.dtype"),
    *(type(np.dtype(name)) for name in _DTYPES),
    *_named("builtins.list builtins.dict builtins.int builtins.float", _empty_list),
    frozenset,
    *_named("collections.defaultdict", _empty_dict),
    *_named("collections.deque", _empty_list),
    *_named("pathlib.PosixPath pathlib.WindowsPath pathlib.PurePosixPath pathlib.PureWindowsPath", _joined),
    *_named("pathlib._local.PosixPath pathlib._local.WindowsPath", _joined),
    (dict, "lightning_fabric.utilities.data.AttributeDict"),  # the hyper-parameters that Lightning saves
    (dict, "pytorch_lightning.utilities.parsing.AttributeDict"),
    argparse.Namespace,
    types.SimpleNamespace,
    datetime.datetime,
    datetime.timedelta,
]
"""What a file may name beside tensors, each only builds data: a name that a file says → what is called for it."""
