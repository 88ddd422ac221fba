"""What a call is charged, with a clock and a worker that are made up: no test here waits."""

from dataclasses import dataclass, field

import pytest

from autograder.boundary.connection import Use
from autograder.errors import GraderError
from autograder.judge.clock import Budget, Clock, UsedUp

STEP = 0.25
"""Seconds between two looks."""


@dataclass
class Machine:
    """A clock, and a worker as it looks from outside."""

    seconds: float = 100.0
    used: float = 0.0
    running: bool | None = True
    looks: int = 0
    known: bool = True
    imports: Budget = field(default_factory=lambda: Budget(60.0))

    def now(self) -> float:
        return self.seconds

    def use(self) -> Use | None:
        self.looks += 1
        return Use(self.used, self.running) if self.known else None

    def clock(self, slowness: float = 1.0) -> Clock:
        return Clock(self.use, self.imports, slowness, self.now)

    def passes(self, seconds: float, used: float) -> None:
        self.seconds += seconds
        self.used += used


def wait(clock: Clock, machine: Machine, seconds: float, processors: float) -> None:
    """Let time pass inside a request, with a look whenever it is time for one."""
    for _ in range(round(seconds / STEP)):
        assert clock.seconds_to_next_look() == pytest.approx(STEP)
        machine.passes(STEP, STEP * processors)
        clock.look()


@pytest.mark.parametrize(
    ("processors", "cost"), [(1.0, 10.0), (0.5, 5.0), (0.06, 0.6), (2.0, 10.0), (8.0, 10.0)], ids=str
)
def test_computing_costs_processor_time_but_no_more_than_passed(processors, cost):
    """A worker that gets half of a processor pays half of the time; two threads pay no more than one."""
    machine, budget = Machine(), Budget(60.0)
    clock = machine.clock()
    with clock.charge(budget, "`f`"):
        wait(clock, machine, 10.0, processors)
    assert budget.spent == pytest.approx(cost)
    assert (budget.asleep, budget.wall) == (0.0, pytest.approx(10.0))


@pytest.mark.parametrize("running", [False, None])
def test_sleeping_costs_the_time_that_passed(running):
    """Also where the system does not say that a worker sleeps: it uses no processor time."""
    machine, budget = Machine(running=running), Budget(60.0)
    clock = machine.clock()
    with clock.charge(budget, "`f`"):
        wait(clock, machine, 10.0, 0.01)
    assert budget.spent == pytest.approx(10.0)
    assert budget.asleep == pytest.approx(9.9)
    assert budget.mostly_asleep


def test_starving_costs_nothing():
    """A worker that is ready to compute and gets nothing waits for free."""
    machine, budget = Machine(), Budget(10.0)
    clock = machine.clock()
    with clock.charge(budget, "`f`"):
        wait(clock, machine, 200.0, 0.0)
    assert budget.spent == 0.0


def test_a_budget_that_is_used_up_ends_the_call():
    """An endless loop ends at the first look after its budget."""
    machine, budget = Machine(), Budget(10.0)
    clock = machine.clock()
    with pytest.raises(UsedUp), clock.charge(budget, "`f`"):
        wait(clock, machine, 20.0, 0.5)
    assert budget.spent == pytest.approx(10.0, abs=STEP)
    assert machine.seconds == pytest.approx(120.0, abs=2 * STEP)


def test_the_backstop_is_nobodys_zero():
    """A worker that gets next to nothing is given up after twenty times its budget and a minute, by a GraderError."""
    machine, budget = Machine(), Budget(10.0)
    clock = machine.clock()
    with pytest.raises(GraderError, match=r"`f` had used 2\.6 s of its 10 s"), clock.charge(budget, "`f`"):
        wait(clock, machine, 1000.0, 0.01)
    assert budget.wall == pytest.approx(260.0, abs=2 * STEP)
    with pytest.raises(GraderError):
        budget.refuse_overdue()


def test_a_slow_machine_charges_seconds_of_the_reference():
    """On a machine of half the speed, ten seconds count as five, asleep or not."""
    machine, budget = Machine(), Budget(60.0)
    clock = machine.clock(slowness=2.0)
    with clock.charge(budget, "`f`"):
        wait(clock, machine, 10.0, 1.0)
        machine.running = False
        wait(clock, machine, 10.0, 0.0)
    assert (budget.spent, budget.asleep) == (pytest.approx(10.0), pytest.approx(5.0))


def test_short_calls_are_charged_together_with_few_looks():
    """A thousand calls of a millisecond cost their processor time, and a look for each quarter of a second."""
    machine, budget = Machine(running=False), Budget(60.0)
    clock = machine.clock()
    for _ in range(1000):
        with clock.charge(budget, "`f`"):
            machine.passes(0.001, 0.0005)
        machine.passes(0.1, 0.0)  # the test's own sums
    assert budget.spent == pytest.approx(0.5, abs=0.2)
    assert machine.looks <= 4


def test_what_is_not_charged_yet_belongs_to_the_task_that_it_was_for():
    """The first call of a task closes the account of the one before."""
    machine, first, second = Machine(), Budget(60.0), Budget(60.0)
    clock = machine.clock()
    with clock.charge(first, "`f`"):
        machine.passes(0.2, 0.15)
    with clock.charge(second, "`g`"):
        wait(clock, machine, 1.0, 1.0)
    assert (first.spent, second.spent) == (pytest.approx(0.15), pytest.approx(1.0))


def test_a_worker_that_nobody_sees_from_outside_pays_by_the_clock():
    """So it is with the kernel of a notebook."""
    machine, budget = Machine(known=False), Budget(60.0)
    clock = machine.clock()
    with clock.charge(budget, "`f`"):
        machine.passes(7.0, 0.1)
    assert budget.spent == pytest.approx(7.0)


def test_imports_are_charged_to_their_own_budget():
    """An import in the middle of a call costs the task nothing."""
    machine, budget = Machine(), Budget(10.0)
    clock = machine.clock()
    with clock.charge(budget, "`f`"):
        wait(clock, machine, 1.0, 1.0)
        clock.importing(True)
        wait(clock, machine, 20.0, 1.0)
        clock.importing(False)
        wait(clock, machine, 2.0, 1.0)
    assert (budget.spent, machine.imports.spent) == (pytest.approx(3.0), pytest.approx(20.0))


def test_a_worker_that_claims_to_import_for_ever_gains_the_budget_of_imports():
    """Then its task pays, and ends."""
    machine, budget = Machine(), Budget(10.0)
    clock = machine.clock()

    def import_for_ever():
        clock.importing(True)
        wait(clock, machine, 100.0, 1.0)

    with pytest.raises(UsedUp), clock.charge(budget, "`f`"):
        import_for_ever()
    assert machine.seconds - 100.0 == pytest.approx(70.0, abs=2 * STEP)
    with clock.charge(later := Budget(10.0), "`g`"):
        clock.importing(True)
        wait(clock, machine, 5.0, 1.0)
    assert later.spent == pytest.approx(5.0)


def test_a_flood_of_notices_is_not_looked_at():
    """Each true notice costs the judge a look; a worker that sends ten thousand of them does not get as many."""
    machine, budget = Machine(), Budget(10.0)
    clock = machine.clock()
    with clock.charge(budget, "`f`"):
        for _ in range(10_000):
            machine.passes(0.0001, 0.0001)
            clock.importing(True)
            clock.importing(False)
    assert machine.looks < 500
    assert budget.spent + machine.imports.spent == pytest.approx(1.0)


def test_a_call_that_breaks_off_is_charged_without_a_look():
    """Its worker may be gone."""
    machine, budget = Machine(), Budget(10.0)
    clock = machine.clock()

    def break_off():
        machine.passes(0.2, 0.1)
        raise KeyError

    with pytest.raises(KeyError), clock.charge(budget, "`f`"):
        break_off()
    assert (machine.looks, budget.spent) == (0, pytest.approx(0.2))
