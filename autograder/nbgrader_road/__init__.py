"""The plain nbgrader commands on this tree, and ``grade("task")`` in a notebook's test cells.

It runs tests and the student's code in one process. It may import every package except ``cli``, ``audit``,
``gradescope`` and ``student_side``. nbgrader imports the modules by name, so nothing is imported here.
"""

__all__: list[str] = []
