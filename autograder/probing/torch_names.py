"""Finds the state_dicts in a checkpoint, and gives their entries the names that the student's network has for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import torch
from torch import nn

USUAL = ("state_dict", "model_state_dict", "model_state", "model", "net_state_dict", "net", "network", "weights")
"""Keys under which checkpoints keep the weights, those that are looked at first."""
WRAPPERS = {"module", "_orig_mod"}
"""Parts of a name that DataParallel and torch.compile add, anywhere in it."""
_LEVELS = 3


def weight_tables(content: Any, levels: int = _LEVELS) -> list[Mapping[str, torch.Tensor]]:
    """Return every state_dict in the content, the most likely first; at last the parts of one, put together."""
    if isinstance(content, (list, tuple)):  # (weights, accuracy)
        content = dict(enumerate(content))
    if not isinstance(content, Mapping) or not content or levels == 0:
        return []
    if _is_table(content):
        return [content if _holds_tensors_alone(content) else _as_tensors(content)]
    keys = [*(key for key in USUAL if key in content), *(key for key in content if key not in USUAL)]
    tables = [table for key in keys for table in weight_tables(content[key], levels - 1)]
    parts = {key: part for key, part in content.items() if isinstance(key, str) and _is_table(part)}
    if len(parts) > 1:  # {"encoder": a state_dict, "decoder": a state_dict}
        joined = {f"{key}.{name}": value for key, part in parts.items() for name, value in part.items()}
        tables.append(_as_tensors(joined))
    return tables


def fit_names(table: Mapping[str, torch.Tensor], wanted: Iterable[str]) -> dict[str, torch.Tensor]:
    """Return the table under the ``wanted`` names, as far as they differ in wrappers and in one prefix of all names.

    A prefix is taken off, or put before all names, only where more names are then those that are wanted.
    """
    names, wanted = [name for name in table if name != "n_averaged"], list(wanted)  # AveragedModel counts with it
    best, most = dict(zip(names, names, strict=True)), len(set(names) & set(wanted))
    for clean in (str, _without_wrappers):
        have, want = [clean(name) for name in names], [clean(name) for name in wanted]
        pairs = [(have, want), *((shorter, want) for shorter in _without_prefixes(have))]
        pairs += [(have, shorter) for shorter in _without_prefixes(want)]
        for mine, theirs in pairs:
            target = dict(zip(theirs, wanted, strict=True))
            agree = len(set(mine) & target.keys())
            if agree > most and len(set(mine)) == len(names) and len(target) == len(wanted):
                most = agree
                best = {name: target.get(short, short) for name, short in zip(names, mine, strict=True)}
    return {best[name]: table[name] for name in names}


def shapes_of(state: Mapping[str, Any]) -> dict[str, list[int]]:
    """Return the shapes of a state_dict, without lazy layers that have none yet and values that are no tensors."""
    return {
        name: list(value.shape)
        for name, value in state.items()
        if isinstance(value, torch.Tensor) and not nn.parameter.is_lazy(value)
    }


def _is_table(content: Any) -> bool:
    """Whether it maps names to tensors or arrays of numbers."""
    return (
        isinstance(content, Mapping)
        and bool(content)
        and all(isinstance(name, str) for name in content)
        and all(isinstance(value, torch.Tensor) or _holds_numbers(value) for value in content.values())
    )


def _holds_numbers(value: Any) -> bool:
    return isinstance(value, np.ndarray) and value.dtype.kind in "biufc"


def _holds_tensors_alone(table: Mapping[str, Any]) -> bool:
    return all(isinstance(value, torch.Tensor) for value in table.values())


def _as_tensors(table: Mapping[str, Any]) -> dict[str, torch.Tensor]:
    return {name: torch.as_tensor(value) for name, value in table.items()}


def _without_prefixes(names: list[str]) -> list[list[str]]:
    """Return the names without their first part, without their first two …, as long as all share that part."""
    found = []
    while names and all("." in name for name in names) and len({name.split(".")[0] for name in names}) == 1:
        names = [name.partition(".")[2] for name in names]
        found.append(names)
    return found


def _without_wrappers(name: str) -> str:
    return ".".join(part for part in name.split(".") if part not in WRAPPERS)
