"""Fixtures that several modules share."""

from __future__ import annotations

import pytest

from autograder.judge.context import CONTEXT


@pytest.fixture(scope="module")
def cluster_seed(request: pytest.FixtureRequest) -> int:
    """A seed for the inputs of a whole module, secret as those of ``rng``."""
    return int(request.config.stash[CONTEXT].seeds("clusters"))
