"""Grades a whole class: the only place where the judge, the workers and the sandbox come together.

Start at ``class_run.grade_class``. Imports everything but the roads (``audit``, ``gradescope``, …) and ``cli``.
"""

__all__ = ["cache_key", "class_run", "leave", "options", "workers"]
