"""Fixtures that several modules share."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.fixture(scope="module")
def cluster_seed(seeds: Callable[[str], int]) -> int:
    """A seed for the inputs of a whole module, as secret as the inputs that ``rng`` draws."""
    return int(seeds("clusters"))
