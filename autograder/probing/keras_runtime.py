"""Keras where the student's code runs: quiet, with its data at hand, and every batch through Python.

For probes, which run beside the student's code. TensorFlow is imported inside the functions: whoever reads a module of
probes to find their names need not have it.
"""

from __future__ import annotations

import contextlib
import logging
import warnings
from collections.abc import Iterator
from typing import Any


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


@contextlib.contextmanager
def predicting_at_once() -> Iterator[None]:
    """Eagerly; and ``model.predict(array)`` is a single call of the model, not a pipeline of batches of 32.

    For as many images as fit into memory: the pipeline takes 60 ms more than the call. A batch size that is asked for,
    data of another kind and a ``predict_step`` of the student's own are left to Keras.
    """
    import keras
    import numpy as np

    predict, step = keras.Model.predict, keras.Model.predict_step

    def at_once(self: Any, x: Any, batch_size: Any = None, *args: Any, **options: Any) -> Any:
        asked = batch_size is not None or args or set(options) - {"verbose"}
        if asked or not hasattr(x, "shape") or type(self).predict_step is not step:
            return predict(self, x, batch_size, *args, **options)
        found = step(self, (x,))
        return np.array(found) if hasattr(found, "numpy") else predict(self, x, **options)

    keras.Model.predict = at_once
    try:
        with eagerly():
            yield
    finally:
        keras.Model.predict = predict
