"""Silences everything that a test run would write into a notebook's cell."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from unittest import mock


@contextlib.contextmanager
def silence_output() -> Iterator[None]:
    """Drop what is written to stderr or stdout meanwhile: by Python, by a log handler made earlier, or by C code."""
    sink = io.StringIO()
    descriptor = os.dup(2)
    with contextlib.ExitStack() as stack:
        stack.callback(os.close, descriptor)
        stack.callback(os.dup2, descriptor, 2)
        with open(os.devnull, "wb") as null:
            os.dup2(null.fileno(), 2)
        with contextlib.suppress(AttributeError):  # a plain text file's methods cannot be replaced
            stack.enter_context(mock.patch.object(sys.stderr, "write", sink.write))
        stack.enter_context(contextlib.redirect_stderr(sink))
        stack.enter_context(contextlib.redirect_stdout(sink))
        yield
