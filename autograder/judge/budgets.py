"""All limits of time: which there are, in seconds, and how they nest. From the innermost to the outermost:

====================================  ==========  =========================================================
limit                                 seconds     what ends, and who pays
====================================  ==========  =========================================================
``Task.seconds`` (assignment.toml)    10 or more  all calls of the student's code in one task: the task's
                                                  remaining checks fail, the worker is replaced
``START_SECONDS``                     60          a new worker reads the cells: counts as a call that hangs
``processor_seconds(assignment)``     Σ + 60      processor time of a worker in all its tasks: it is killed
``TEST_SLACK_SECONDS``                task + 120  one test with its own sums: its task is ungraded
``JUDGE_SECONDS``                     1800        one submission: what it earned stays, the rest is ungraded
``GRADESCOPE_MARGIN_SECONDS``         45          before Gradescope's own limit, grading ends by itself: the
                                                  limit minus this margin takes the place of JUDGE_SECONDS
``GRADESCOPE_START_SECONDS``          Σ + 120     what the limit to be set on Gradescope allows for
====================================  ==========  =========================================================

Σ is the sum of ``Task.seconds`` over the assignment. A test may take longer than its task's calls, for it computes
references and may wait for a fresh worker (TEST_SLACK_SECONDS > START_SECONDS). A submission may take longer than
its tasks: JUDGE_SECONDS is there for what no inner limit catches, such as a judge that hangs outside of a test.

Beside these, the sandbox waits for its own processes (``autograder.sandbox.time_limits``): 60 s for its fork server
to come up, 60 s for each answer, 5 s for a judge that does not read, 20 s for the self-test, 10 s to end. These
waits are part of no budget of a student: whoever runs into them gets a GraderError.
"""

from __future__ import annotations

import math

from autograder.records import Assignment

START_SECONDS = 60.0
"""Wall time for a fresh worker to come up and read the cells; imports of frameworks may fall into it."""
TEST_SLACK_SECONDS = 120.0
"""What a grading test may take besides its task's seconds: its own sums, and workers that are brought up anew."""
JUDGE_SECONDS = 1800.0
"""Wall time of one submission."""

GRADESCOPE_MARGIN_SECONDS = 45.0
"""Between our own end and Gradescope's time limit: the container's start, and writing the results."""
GRADESCOPE_START_SECONDS = 120.0
"""Starting the container, importing the frameworks, the margin at the end."""
GRADESCOPE_FEWEST_MINUTES, GRADESCOPE_MOST_MINUTES = 10, 40
"""Gradescope's time limit: the default and the highest."""

_READING_SECONDS = 60.0
"""Processor time for reading the cells, on top of the tasks."""


def task_seconds(assignment: Assignment) -> float:
    """Wall time that the calls of all tasks together may take (Σ in the table)."""
    return sum(task.seconds for task in assignment.tasks)


def processor_seconds(assignment: Assignment) -> float:
    """Processor time of each process of a worker, which may serve all tasks."""
    return task_seconds(assignment) + _READING_SECONDS


def gradescope_minutes(assignment: Assignment) -> int:
    """The time limit to set on Gradescope: enough for every task to use up its own."""
    minutes = math.ceil((task_seconds(assignment) + GRADESCOPE_START_SECONDS) / 60)
    return min(GRADESCOPE_MOST_MINUTES, max(GRADESCOPE_FEWEST_MINUTES, minutes))


def seconds_within(gradescope_minutes: float) -> float:
    """Seconds from now at which grading ends itself under Gradescope's limit."""
    return 60 * gradescope_minutes - GRADESCOPE_MARGIN_SECONDS
