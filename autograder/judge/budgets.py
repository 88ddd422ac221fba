"""All limits of time: which there are, in seconds, and how they nest. From the innermost to the outermost:

====================================  ===========  ========================================================
limit                                 seconds      what ends, and who pays
====================================  ===========  ========================================================
``Task.seconds`` (assignment.toml)    10 or more   all calls of the student's code in one task: the task's
                                                   remaining checks fail, the worker is replaced
``START_SECONDS``                     60           a new worker reads the cells: counts as a call that hangs
``IMPORT_SECONDS``                    60           imports in all calls; what is beyond them costs the task
``processor_seconds(assignment)``     Σ + 120      processor time of one worker in all tasks: it is killed
``wall_limit(Task.seconds)``          20 × s + 60  on the clock, all calls in one task: its task is ungraded
``TEST_SLACK_SECONDS``                120          processor time of the judge in one test: its task is
                                                   ungraded
``wall_limit_of_test(Task.seconds)``  20 × s       on the clock, one test: its task is ungraded
                                      + 1260
``wall_limit_of_judge(assignment)``   Σ of the     on the clock, one submission: what it earned stays, the
                                      tasks'       rest is ungraded; at least 1800
                                      + 1260
``GRADESCOPE_MARGIN_SECONDS``         45           before Gradescope's own limit, grading ends by itself: the
                                                   limit minus this margin takes the place of the last one
``GRADESCOPE_START_SECONDS``          Σ + 120      what the limit to be set on Gradescope allows for
====================================  ===========  ========================================================

Σ is the sum of ``Task.seconds`` over the assignment. The first three limits are seconds of a reference machine that has
nothing else to do: ``judge.clock`` charges processor time and sleep, and ``grading.calibration`` measures by how much
a machine is slower. In a notebook's own kernel, where nobody looks from outside, they are seconds on the clock.

The limits on the clock are backstops for what no look catches. A machine so busy that an honest answer gets less than
a twentieth of a processor reaches them, so they never cost points: what is left is ungraded. A judge that does nothing
but wait is caught by the limit of its test.

Beside these, the sandbox waits for its own processes (``autograder.sandbox.time_limits``): 60 s for its fork server
to come up, 60 s for each answer, 5 s for a judge that does not read, 20 s for the self-test, 10 s to end. These
waits are part of no budget of a student: whoever runs into them gets a GraderError.
"""

from __future__ import annotations

import math

from autograder.records import Assignment

LOOK_SECONDS = 0.25
"""Time on the clock between two looks at a worker that computes."""
START_SECONDS = 60.0
"""For a fresh worker to come up and read the cells; imports of frameworks may fall into it."""
IMPORT_SECONDS = 60.0
"""For what the code of one submission imports, in all its workers; a worker that lies gains no more than that."""
TEST_SLACK_SECONDS = 120.0
"""What a grading test may compute itself."""
_WALL_FACTOR, _WALL_SLACK_SECONDS = 20.0, 60.0
_FEWEST_JUDGE_SECONDS = 1800.0

GRADESCOPE_MARGIN_SECONDS = 45.0
"""Between our own end and Gradescope's time limit: the container's start, and writing the results."""
GRADESCOPE_START_SECONDS = 120.0
"""Starting the container, importing the frameworks, the margin at the end."""
GRADESCOPE_FEWEST_MINUTES, GRADESCOPE_MOST_MINUTES = 10, 40
"""Gradescope's time limit: the default and the highest."""


def task_seconds(assignment: Assignment) -> float:
    """What the calls of all tasks together may cost (Σ in the table)."""
    return sum(task.seconds for task in assignment.tasks)


def processor_seconds(assignment: Assignment, slowness: float, threads: int) -> float:
    """Processor time, here, of each process of a worker, which may serve all tasks with so many threads at once."""
    return slowness * threads * (task_seconds(assignment) + START_SECONDS + IMPORT_SECONDS)


def wall_limit(seconds: float) -> float:
    """The time on the clock after which nobody waits any more for what may cost ``seconds``."""
    return _WALL_FACTOR * seconds + _WALL_SLACK_SECONDS


def wall_limit_of_test(seconds: float) -> float:
    """The time on the clock of one test of a task with so many ``seconds``, fresh workers included."""
    return wall_limit(seconds) + _WALL_FACTOR * START_SECONDS


def wall_limit_of_judge(assignment: Assignment) -> float:
    """The time on the clock of one submission: enough for every task to reach its own limit."""
    tasks = sum(wall_limit(task.seconds) for task in assignment.tasks)
    return max(_FEWEST_JUDGE_SECONDS, tasks + wall_limit(START_SECONDS))


def gradescope_minutes(assignment: Assignment) -> int:
    """The time limit to set on Gradescope: enough for every task to use up its own."""
    minutes = math.ceil((task_seconds(assignment) + GRADESCOPE_START_SECONDS) / 60)
    return min(GRADESCOPE_MOST_MINUTES, max(GRADESCOPE_FEWEST_MINUTES, minutes))


def seconds_within(gradescope_minutes: float) -> float:
    """Seconds from now at which grading ends itself under Gradescope's limit."""
    return 60 * gradescope_minutes - GRADESCOPE_MARGIN_SECONDS
