"""Seeds the generators that belong to the libraries, which all code of a submission shares."""

from __future__ import annotations

import hashlib
import random
import sys
from collections.abc import Mapping
from typing import Any


def derive_seed(seed: int, purpose: str) -> int:
    """Return a 63-bit seed that follows from ``seed`` and ``purpose``."""
    return int.from_bytes(hashlib.blake2b(f"{seed}/{purpose}".encode(), digest_size=8).digest(), "big") >> 1


def shared_generators() -> list[Any]:
    """Return the generators that belong to the libraries and not to a submission."""
    shared: list[Any] = [vars(random)["_inst"]]
    if (numpy := sys.modules.get("numpy")) is not None:
        shared.append(numpy.random.mtrand._rand)
    if (torch := sys.modules.get("torch")) is not None:
        shared.append(torch.default_generator)
    return shared


def seed_everything(seed: int) -> None:
    """Seed the generators that the libraries share; only of frameworks that are loaded already."""
    seed_libraries(seed)
    if (keras := sys.modules.get("keras")) is not None:
        keras.utils.set_random_seed(seed % 2**32)
    operations: Any = sys.modules.get("tensorflow.python.ops.stateful_random_ops")
    if operations is not None:
        sys.modules["tensorflow"].random.set_seed(seed % 2**32)
        if operations.global_generator is not None:
            operations.global_generator.reset_from_seed(seed)  # compiled functions may hold it
            operations.global_generator = None  # made anew where it is asked for, as in the first request


def seed_libraries(seed: int) -> None:
    """Seed the generators whose state can be read and set again: Python's, NumPy's and PyTorch's."""
    random.seed(seed)
    if (numpy := sys.modules.get("numpy")) is not None:
        numpy.random.seed(seed % 2**32)
    if (torch := sys.modules.get("torch")) is not None:
        torch.manual_seed(seed % 2**63)


def read_states() -> Mapping[str, Any]:
    """Return the states of these generators."""
    states = {"random": random.getstate()}
    if (numpy := sys.modules.get("numpy")) is not None:
        states["numpy"] = numpy.random.get_state()
    if (torch := sys.modules.get("torch")) is not None:
        states["torch"] = torch.get_rng_state()
    return states


def restore_states(states: Mapping[str, Any]) -> None:
    """Set the states that ``read_states`` returned."""
    random.setstate(states["random"])
    if "numpy" in states:
        sys.modules["numpy"].random.set_state(states["numpy"])
    if "torch" in states:
        sys.modules["torch"].set_rng_state(states["torch"])
