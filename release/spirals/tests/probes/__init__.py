"""What runs beside the student's code and returns plain data; a test names one of these to ``student.probe``."""

from .minimal import (
    accuracy_of_labels,
    arguments_after,
    setting_predictions,
    trained_network,
    two_starts,
)

__all__ = [
    "accuracy_of_labels",
    "arguments_after",
    "setting_predictions",
    "trained_network",
    "two_starts",
]
