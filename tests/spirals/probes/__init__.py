"""What runs beside the student's code and returns plain data; a test names one of these to ``student.probe``."""

from .autoencoders import (
    arguments_after_gradients,
    code_size_run,
    error_of_known_network,
    network_values,
    noisy_images,
    observed_training,
    trained_reconstructions,
)

__all__ = [
    "arguments_after_gradients",
    "code_size_run",
    "error_of_known_network",
    "network_values",
    "noisy_images",
    "observed_training",
    "trained_reconstructions",
]
