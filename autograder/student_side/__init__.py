"""What runs on a student's own machine, on any system: pytest in a released folder, and `autograder check`.

Imports judge, intake and worker, never ``grading`` or the other roads. No code here resists a student who cheats.
"""

__all__ = ["check_upload", "local_context", "pytest_plugin", "subprocess_worker"]
