"""Modules that a test file names at its top, imported when a test first uses them: collecting stays quick."""

import importlib
import importlib.util
from typing import Any

import pytest


class import_later:  # noqa: N801 # reads like the statement that it stands for
    """``torch = import_later("torch")`` in place of ``import torch``, which takes seconds of every collection.

    For reading alone: ``monkeypatch.setattr`` takes the name as a text, ``"torch.nn"``.
    """

    def __init__(self, module: str) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name == "_mock_name":  # pytest asks for these while it collects
            raise AttributeError(name)
        return getattr(importlib.import_module(self._module), name)


def needs(*packages: str) -> pytest.MarkDecorator:
    """The mark that skips tests where one of these packages is not installed; nothing is imported."""
    missing = [name for name in packages if importlib.util.find_spec(name) is None]
    return pytest.mark.skipif(bool(missing), reason=f"{', '.join(missing)} not installed")
