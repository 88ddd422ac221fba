"""Tells the judge when the student's code imports a module that is not loaded yet: imports are not charged to a task.

Whatever way an import takes (``import``, ``importlib.import_module``, a name that a package loads when it is first
used), Python calls ``importlib._bootstrap._find_and_load`` for a module that is not loaded, and for few others.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from autograder.boundary import wire
from autograder.boundary.messages import ImportNotice, pack_message
from autograder.worker.submitted_modules import is_submitted


class ImportNotices:
    """Sends a notice before and after each import that a request causes: for the outermost one, and once for a name."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._folder = Path.cwd()
        self._thread = threading.get_ident()
        self._pid = os.getpid()
        self._nonce: int | None = None
        """Of the request that is being answered; None while there is none, and inside an import."""
        self._names: set[str] = set()

    @contextlib.contextmanager
    def installed(self) -> Iterator[None]:
        """Watch the imports of this process. Does nothing where Python imports in another way."""
        bootstrap: Any = getattr(importlib, "_bootstrap", None)
        find_and_load = getattr(bootstrap, "_find_and_load", None)
        if find_and_load is None:
            yield
            return
        bootstrap._find_and_load = self._watch(find_and_load)
        try:
            yield
        finally:
            bootstrap._find_and_load = find_and_load

    @contextlib.contextmanager
    def of_request(self, nonce: int) -> Iterator[None]:
        """Send notices that belong to the request with this nonce."""
        self._nonce = nonce
        self._names.clear()
        try:
            yield
        finally:
            self._nonce = None

    def _watch(self, find_and_load: Callable[..., Any]) -> Callable[..., Any]:
        def find_and_load_with_notices(name: str, *args: Any) -> Any:
            nonce = self._nonce
            if nonce is None or not self._is_worth_a_notice(name):
                return find_and_load(name, *args)
            self._nonce = None
            self._names.add(name)
            self._send(nonce, begins=True)
            try:
                return find_and_load(name, *args)
            finally:
                self._send(nonce, begins=False)
                self._nonce = nonce

        return find_and_load_with_notices

    def _is_worth_a_notice(self, name: str) -> bool:
        """True in the thread and process that will send the reply, for modules that are not the submission's own."""
        if name in sys.modules or name in self._names:
            return False
        if threading.get_ident() != self._thread or os.getpid() != self._pid:
            return False
        package = name.partition(".")[0]
        if is_submitted(package) or package in sys.builtin_module_names:
            return False
        return not any((self._folder / entry).exists() for entry in (package, f"{package}.py"))

    def _send(self, nonce: int, *, begins: bool) -> None:
        with contextlib.suppress(wire.Closed, OSError):  # the judge is gone; the worker notices when it has replied
            wire.send(self._connection, pack_message(ImportNotice(begins=begins), nonce))
