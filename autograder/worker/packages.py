"""Which packages a notebook may import where it is graded: Python's own and these."""

from __future__ import annotations

import importlib.util
import sys

PACKAGES = (
    "numpy scipy matplotlib pandas seaborn PIL sklearn tqdm IPython ipywidgets "
    "torch torchvision torchinfo tensorflow keras"
).split()
"""Import names. The extras ``notebooks``, ``torch`` and ``tensorflow`` in pyproject.toml install them; an assignment
has one of the two frameworks."""


def explain_missing(module: str) -> str:
    """What to do about an import that failed where work is graded, as a clause."""
    name = module.partition(".")[0]
    if is_available(name):
        return f"{name} is installed, but has no module {module}"
    there = ", ".join(package for package in PACKAGES if is_available(package))
    return (
        f"{name} is neither a file of your upload nor installed where your work is graded; what is there: Python's own "
        f"modules, {there}"
    )


def is_available(name: str) -> bool:
    """True for a module of Python or of an installed package."""
    if name in sys.stdlib_module_names or name in sys.modules:
        return True
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):
        return False
