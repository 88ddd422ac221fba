"""The sandbox runs untrusted code: it knows processes, users, files and sockets, and nothing about grading.

Of the package it imports only ``autograder.errors``. There is one file per mechanism; ``confine.py`` lists the steps
that isolate a worker, ``levels.py`` says how many of them this machine allows, ``server.py`` forks the workers.
Callers use ``fork_server.ForkServer`` and get a ``worker_handle.Worker`` from it.
"""

__all__ = ["fork_server", "levels", "limits", "visible_paths", "worker_handle"]
