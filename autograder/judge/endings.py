"""What the student reads about a call that has no reply: its time was used up, or its process ended."""

from __future__ import annotations

from autograder.boundary.connection import WorkerEnd
from autograder.judge.clock import Budget
from autograder.records import Failure


def explain_time(subject: str, budget: Budget) -> Failure:
    """About a call that was stopped because the budget was used up."""
    digits = 0 if budget.seconds >= 10 else 1
    message = (
        f"{subject} was stopped before it had returned: your code took {budget.spent:.{digits}f} s of the "
        f"{budget.seconds:g} s {budget.limit}"
    )
    if budget.mostly_asleep:
        message += f"; for {budget.asleep:.{digits}f} s of them it was waiting (sleep, input, another process)"
    return Failure("timeout", f"{message}.")


def explain_used_up(budget: Budget) -> Failure:
    """About a call that is not made, because the budget was used up by others."""
    allowed = f"{budget.seconds:g} s {budget.limit}"
    return Failure("timeout", f"What follows was not tried: your code had used up the {allowed}.")


def explain_end(subject: str, end: WorkerEnd) -> Failure:
    """About a worker that ended in the middle of a call."""
    if end.out_of_memory:
        return Failure("memory", f"{subject} asked for more memory than a correct answer needs")
    if end.used_up_processor_time:
        return Failure("timeout", f"{subject} used more processor time than all tasks together allow")
    return Failure("died", f"{subject} ended the whole process{end}")
