"""Functions that run next to the student's code and return plain data; a test calls them by ``student.probe``."""

from .pictures import (
    answers,
    attributes_after_corrupt,
    codes,
    confusion_of_known,
    filters_of,
    network_shapes,
    read_checkpoint,
    rebuilt,
    rebuilt_in_parts,
    rerouted,
    scores,
    traced,
    watched_training,
)
from .theory import arguments_after, arguments_after_modified, modified_gradients

__all__ = [
    "answers",
    "arguments_after",
    "arguments_after_modified",
    "attributes_after_corrupt",
    "codes",
    "confusion_of_known",
    "filters_of",
    "modified_gradients",
    "network_shapes",
    "read_checkpoint",
    "rebuilt",
    "rebuilt_in_parts",
    "rerouted",
    "scores",
    "traced",
    "watched_training",
]
