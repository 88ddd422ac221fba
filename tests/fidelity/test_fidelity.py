"""Every notebook of the corpus gives the same answers in the grader as in a kernel."""

import os
import random

import pytest

from tests.fidelity.compare import agree
from tests.fidelity.corpus import CORPUS, KINDS
from tests.fidelity.grader import ask_grader
from tests.fidelity.kernel import run_in_kernel
from tests.fidelity.results import read_results

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the worker is forked")

RESULTS = read_results()["results"]
LIVE = random.Random(16).sample(sorted(CORPUS), 8)


def parameter(name):
    marks = [pytest.mark.framework] if "torch" in CORPUS[name].code else []
    return pytest.param(name, marks=marks, id=name)


def kernel_values(name):
    entry = CORPUS[name]
    recorded = RESULTS.get(entry.hash)
    return recorded["values"] if recorded else run_in_kernel(entry)


@pytest.mark.slow  # all together
@pytest.mark.parametrize("name", [parameter(name) for name in CORPUS])
def test_the_grader_answers_as_the_kernel_does(name):
    """All calls at once, so that a failure shows what agrees and what does not."""
    expected = kernel_values(name)
    answers = ask_grader(CORPUS[name], lambda values: agree(values, expected))
    wrong = {
        call: {"kernel": right, "grader": answer}
        for call, right, answer in zip(CORPUS[name].calls, expected, answers, strict=True)
        if not agree(answer, right)
    }
    assert wrong == {}


def test_every_entry_has_a_recorded_result():
    """Run ``python -m tests.fidelity.record`` after a change of the corpus."""
    assert {entry.hash: name for name, entry in CORPUS.items()} == {key: r["name"] for key, r in RESULTS.items()}


def test_the_corpus_is_large_and_says_something():
    """No name twice in a kind; no entry of which the kernel itself knows no answer at all."""
    assert len(CORPUS) == sum(map(len, KINDS.values())) >= 220
    silent = [r["name"] for r in RESULTS.values() if all(str(v).startswith("error: ") for v in r["values"])]
    assert silent == []


@pytest.mark.slow
@pytest.mark.parametrize("name", LIVE)
def test_the_recorded_results_are_those_of_a_kernel(name):
    assert agree(run_in_kernel(CORPUS[name]), RESULTS[CORPUS[name].hash]["values"])
