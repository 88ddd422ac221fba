"""The trusted side: runs the hidden tests of one submission and turns their outcomes into points.

Imports checks, intake, the report's store, the handle of the sandbox and what is below them; never the student's side
(``worker``, ``probing``).
"""

__all__ = ["budgets", "collect_tests", "context", "job", "judge_submission", "pytest_plugin", "scoring", "student"]
