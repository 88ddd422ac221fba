"""Upload → ``Submission``: what a student handed in becomes a flat folder of clean files, or findings that say why not.

>>> submission = receive(Path("ee046211_hw2_123456789_987654321.zip"), assignment, into=Path("work/1"))
"""

from autograder.intake.collect import collect
from autograder.intake.receive import receive
from autograder.intake.runs import unrun

__all__ = ["collect", "receive", "unrun"]
