"""Upload → ``Submission``: what a student handed in becomes a flat folder of clean files, or findings that say why not.

>>> submission = receive(Path("ee046211_hw2_123456789_987654321.zip"), assignment, into=Path("work/1"))
"""

from autograder.intake.discover import collect
from autograder.intake.executed_cells import unrun
from autograder.intake.receive import receive

__all__ = ["collect", "receive", "unrun"]
