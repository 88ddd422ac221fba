"""Prepares Keras for probes: without messages, with its data available, and with every batch run by Python.

TensorFlow is imported inside the functions, so a machine without it can still import a module of probes and list its
names.
"""

from __future__ import annotations

import contextlib
import logging
import warnings
from collections.abc import Iterator
from typing import Any


def prepare(dataset: str) -> None:
    """Let Keras' loader find the data set and silence TensorFlow's advice; call this before the student's cells."""
    from autograder import data

    logging.getLogger("tensorflow").setLevel(logging.ERROR)
    data.keras_home(dataset)


@contextlib.contextmanager
def eagerly() -> Iterator[None]:
    """Run every batch by Python instead of a compiled graph, without the warning about that."""
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
    """Run eagerly, and let ``model.predict(array)`` call the model once instead of on batches of 32.

    This saves 60 ms per call; all images must fit into memory. Calls that name a batch size, data that is no array,
    and models with a ``predict_step`` of the student's own are left to Keras.
    """
    import keras
    import numpy as np

    predict, step = keras.Model.predict, keras.Model.predict_step

    def predict_once(self: Any, x: Any, batch_size: Any = None, *args: Any, **options: Any) -> Any:
        has_options = batch_size is not None or args or set(options) - {"verbose"}
        if has_options or not hasattr(x, "shape") or type(self).predict_step is not step:
            return predict(self, x, batch_size, *args, **options)
        outputs = step(self, (x,))
        return np.array(outputs) if hasattr(outputs, "numpy") else predict(self, x, **options)

    keras.Model.predict = predict_once
    try:
        with eagerly():
            yield
    finally:
        keras.Model.predict = predict
