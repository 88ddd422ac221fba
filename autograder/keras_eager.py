"""Keras where the student's code runs: quiet, with its data at hand, and every batch through Python.

For probes, which run beside the student's code. TensorFlow is imported inside the functions: whoever reads a module of
probes to find their names need not have it.
"""

from __future__ import annotations

import contextlib
import logging
import warnings
from collections.abc import Iterator


def prepare(dataset: str) -> None:
    """Before any of the student's cells run: Keras' loader finds the data set here, and TensorFlow gives no advice."""
    from autograder import data

    logging.getLogger("tensorflow").setLevel(logging.ERROR)
    data.keras_home(dataset)


@contextlib.contextmanager
def eagerly() -> Iterator[None]:
    """Every batch passes through Python, without the warning that says so."""
    import tensorflow as tf

    before = tf.config.functions_run_eagerly()
    tf.config.run_functions_eagerly(True)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        tf.config.run_functions_eagerly(before)
