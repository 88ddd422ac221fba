"""The three kinds of error: the assignment is wrong, the upload is wrong, or we are wrong."""

from __future__ import annotations


class AutograderError(Exception):
    """Base of the three kinds of error. The message says what was expected, what there is, and what to do."""


class AuthorError(AutograderError):
    """The assignment is wrong: its toml, notebook, tests or references."""


class SubmissionError(AutograderError):
    """The upload is wrong."""


class GraderError(AutograderError):
    """The grader itself failed; never a student's zero."""
