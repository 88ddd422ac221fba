"""What NumPy, Matplotlib, PyTorch and TensorFlow look at when they are imported or compute: environment variables."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

QUIET = {"MPLBACKEND": "Agg", "TF_CPP_MIN_LOG_LEVEL": "3"}
"""No windows, and no log messages of TensorFlow in what the student's code prints."""
SAME_SUMS = {"TF_ENABLE_ONEDNN_OPTS": "0"}
"""Sums in one order on every processor: oneDNN chooses by the machine."""
ONE_THREAD = {"OMP_NUM_THREADS": "1", "TF_NUM_INTRAOP_THREADS": "1"}
"""One thread of each process computes."""

_THREADS = (*ONE_THREAD, "TF_NUM_INTEROP_THREADS")


def set_defaults(variables: Mapping[str, str]) -> None:
    """Set what is not set yet in the environment of this process."""
    for name, value in variables.items():
        os.environ.setdefault(name, value)


def keep_triton_out() -> None:
    """Let PyTorch do without Triton from now on: in a process with TensorFlow, importing it ends the process.

    Both bring LLVM along. PyTorch imports Triton with its compiler, at the first step of an optimiser.
    """
    sys.modules.setdefault("triton", None)  # type: ignore[arg-type]


def with_threads(environment: Mapping[str, str], threads: int | None) -> dict[str, str]:
    """The environment with so many threads to compute with; with the frameworks' own choice for None."""
    others = {name: value for name, value in environment.items() if name not in _THREADS}
    return others | {name: str(threads) for name in _THREADS if threads}
