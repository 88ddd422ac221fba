"""The untrusted side: runs in a worker process and answers the judge's requests by running the student's code.

It imports ``boundary``, ``records`` and ``errors`` of the package, and nothing that knows hidden tests, checks or
scores. ``serve.py`` answers requests, ``program.py`` runs only the statements that a request needs.
"""

__all__ = ["probes", "program", "serve", "submitted_modules"]
