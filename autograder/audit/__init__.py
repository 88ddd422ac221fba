"""Tests the tests of an assignment: grades answers of known worth (wheats, chaffs, mutants) and compares.

It reads the instructor's whole tree and grades as a class is graded (``autograder.grading``); of the packages beside
it (``gradescope``, ``nbgrader_road``, ``student_side``) it imports none.
"""

from autograder.audit.matrix import Matrix
from autograder.audit.page import render_page
from autograder.audit.run import run_audit
from autograder.audit.variants import Variant

__all__ = ["Matrix", "Variant", "render_page", "run_audit"]
