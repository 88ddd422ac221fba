"""How long the sandbox waits for itself, in seconds. None of these limits is reached on a machine in good health.

They are independent of grading; ``autograder.judge.budgets`` says how they nest with the limits of a grading.
"""

from __future__ import annotations

LAUNCH_SECONDS = 60.0
"""For the fork server to import what its workers need and to say that it is ready."""
SERVER_ANSWER_SECONDS = 60.0
"""For an answer of the fork server about a worker (it is ready, its log, it has ended)."""
SERVER_SEND_SECONDS = 5.0
"""For a message of the fork server to a judge that does not read."""
SERVER_END_SECONDS = 10.0
"""For the fork server to end its workers and itself; then it is killed."""
SELF_TEST_SECONDS = 20.0
"""For the attacks of the self-test, all together."""
SELF_TEST_CPU_SECONDS = 20
"""Processor time of the worker that runs them."""
