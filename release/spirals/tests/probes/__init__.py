"""Functions that run beside the student's code and return plain data; ``student.probe`` calls them by name."""

from .autoencoders import (
    arguments_after_gradients,
    code_size_run,
    error_of_known_network,
    network_values,
    noisy_images,
    observed_training,
    trained_reconstructions,
)
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
    "arguments_after_gradients",
    "code_size_run",
    "error_of_known_network",
    "network_values",
    "noisy_images",
    "observed_training",
    "setting_predictions",
    "trained_network",
    "trained_reconstructions",
    "two_starts",
]
