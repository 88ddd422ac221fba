"""Fixtures that several tasks share."""

from __future__ import annotations

from functools import cache

import pytest


@pytest.fixture(scope="session")
def evaluated(student, thresholds):
    """``evaluated(network, file, variant="")``: ``trained.evaluate``, once per file, for all tasks that look at it."""
    from tests.initialization.hidden.trained import evaluate

    return cache(lambda network, file, variant="": evaluate(student, network, file, thresholds, variant))
