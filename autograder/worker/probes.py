"""Loads the probes of an assignment: functions of ``tests/<slug>/probes`` that run beside the student's code."""

from __future__ import annotations

import importlib.util
import inspect
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from autograder.errors import AuthorError

MODULE = "probes"


def load(folder: Path) -> dict[str, Callable[..., Any]]:
    """Return the public functions of ``probes.py`` or of the package ``probes/`` in ``folder``; {} if there is neither.

    Raises AuthorError when the module cannot be imported.
    """
    candidates = (folder / "probes" / "__init__.py", folder / "probes.py")
    path = next((candidate for candidate in candidates if candidate.is_file()), None)
    if path is None:
        return {}
    locations = [str(path.parent)] if path.name == "__init__.py" else None
    spec = importlib.util.spec_from_file_location(MODULE, path, submodule_search_locations=locations)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    for name in [name for name in sys.modules if name == MODULE or name.startswith(MODULE + ".")]:
        del sys.modules[name]
    sys.modules[MODULE] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise AuthorError(f"{path} cannot be imported: {type(error).__name__}: {error}") from error
    return {name: f for name, f in vars(module).items() if inspect.isfunction(f) and not name.startswith("_")}
