"""Grading on Gradescope: the zip that builds the image, and the programs that run in it for every submission.

It may import ``grading``, ``release``, ``intake`` and everything below them. Each module is one step and is imported
where it is needed, because the container has no nbgrader and the instructor's command needs no judge.
"""

__all__: list[str] = []
