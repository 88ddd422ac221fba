"""The doctor looks at the machine and says what is missing; it never fails itself."""

from __future__ import annotations

import importlib.metadata

from autograder.cli import machine as doctor


def facts_named(name):
    return [(fine, message) for found, fine, message in doctor.describe_machine() if found == name]


def test_states_the_facts_of_this_machine():
    """Python, the isolation, the cache, memory and cores are each judged."""
    names = {name for name, _, _ in doctor.describe_machine()}
    assert {"python", "torch", "isolation", "cache", "memory", "cores", "fashion_mnist", "svhn"} <= names


def test_old_torch_is_not_fine(monkeypatch):
    """A torch whose weights_only loading had holes is named as missing what grading needs."""
    monkeypatch.setattr(importlib.metadata, "version", lambda name: "2.9.1+cu128")
    ((fine, message),) = facts_named("torch")
    assert fine is False
    assert "2.10 or later" in message


def test_new_torch_is_fine(monkeypatch):
    """2.10 is later than 2.9: versions are compared as numbers."""
    monkeypatch.setattr(importlib.metadata, "version", lambda name: "2.10.0")
    assert facts_named("torch") == [(True, "2.10.0")]


def test_incomplete_data_is_a_fault(monkeypatch, tmp_path):
    """A folder with half of a data set is named; an empty one means the stand-in."""
    monkeypatch.setenv("AUTOGRADER_DATA", str(tmp_path))
    ((fine, message),) = facts_named("svhn")
    assert fine is None
    assert "stand-in" in message
    (tmp_path / "train_32x32.mat").write_bytes(b"")
    ((fine, message),) = facts_named("svhn")
    assert fine is False
    assert "test_32x32.mat" in message


def test_a_check_that_fails_becomes_a_fact(monkeypatch):
    """The list is complete even where a check cannot look."""

    def broken():
        raise OSError("no such place")

    monkeypatch.setattr(doctor, "_check_memory", broken)
    assert ("broken", None, "could not be checked: OSError: no such place") in doctor.describe_machine()
