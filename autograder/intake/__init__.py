"""Upload → ``Submission``: what a student handed in becomes a folder of clean files, or findings that say why not.

It reads untrusted files and runs nothing. It may import ``course``, ``records`` and ``errors``, never ``worker``.

>>> submission = receive_upload(Path("ee046211_hw2_123456789_987654321.zip"), assignment, into=Path("work/1"))
"""

from autograder.intake.discover import FoundClass, find_class, find_submissions
from autograder.intake.executed_cells import explain_unrun_tasks
from autograder.intake.receive import receive_upload

__all__ = ["FoundClass", "explain_unrun_tasks", "find_class", "find_submissions", "receive_upload"]
