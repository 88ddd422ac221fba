"""Programs that nobody wrote: the grader's answers are those of the whole notebook run in order."""

import os

import pytest
from hypothesis import HealthCheck, given, settings

from tests.fidelity.compare import agree
from tests.fidelity.grader import ask_grader
from tests.fidelity.plain import answer_all
from tests.fidelity.programs import CALLS, programs


def run_whole(source):
    """The oracle for pure Python: everything runs, from the first statement to the last."""
    namespace = {"__name__": "__main__"}
    exec(source, namespace)
    return answer_all(CALLS, namespace)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the worker is forked")
@settings(max_examples=200, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(program=programs())
def test_a_generated_program_answers_as_if_all_of_it_had_run(program):
    """Each program is asked for all its names, in a process of its own."""
    expected = run_whole(program.plain)
    answers = ask_grader(program.entry, lambda values: agree(list(values), list(expected)))
    triples = zip(CALLS, expected, answers, strict=True)
    wrong = [(call, right, answer) for call, right, answer in triples if not agree(answer, right)]
    assert wrong == [], "\n# %%\n".join(program.cells[1:])
