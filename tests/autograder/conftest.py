"""What the tests of a whole run share."""

import builtins
import os
import sys

import pytest


@pytest.fixture(autouse=True)
def no_notebook_in_this_process():
    """Undo what loading a notebook changes: with ``get_ipython``, libraries believe that this is Jupyter."""
    main, finders = sys.modules["__main__"], list(sys.meta_path)
    yield
    sys.modules["__main__"] = main
    sys.meta_path[:] = finders
    for name in ("get_ipython", "display"):
        if hasattr(builtins, name):
            delattr(builtins, name)


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory):
    """One cache for the tests that only read stand-ins, so that they are drawn once, also by several workers."""
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return tmp_path_factory.mktemp("cache")
    folder = base.parent / "cache"  # autograder.data locks what it draws
    folder.mkdir(exist_ok=True)
    return folder


def pytest_collection_modifyitems(items):
    """Files with slow tests come first: pytest-xdist hands out whole files, and a long one must not be the last."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)
