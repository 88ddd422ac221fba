"""TODO: split off model.py."""

from __future__ import annotations


class AutograderError(Exception):
    """Base of the three kinds of fault. The message says what was expected, what was found, what to do."""


class AuthorError(AutograderError):
    """The assignment is wrong: its toml, notebook, tests or references."""


class SubmissionError(AutograderError):
    """The upload is wrong."""


class GraderError(AutograderError):
    """The grader itself failed; never a student's zero."""
