"""Functions that run beside the student's code and return plain data; a test calls them by name: ``student.probe``."""

from .activations import arguments_after, exploding_layer_of_generator
from .theory import init_std_of, risks
from .training import (
    augmented_training,
    brief_training,
    claimed_noise_accuracies,
    counts,
    inputs_under_noise,
    network_facts,
    network_scores,
    noisy_scores,
    read_checkpoint,
    reinitialised_layers,
    scores_in_training_mode,
    train_again,
    weights_of,
)

__all__ = [
    "arguments_after",
    "augmented_training",
    "brief_training",
    "claimed_noise_accuracies",
    "counts",
    "exploding_layer_of_generator",
    "init_std_of",
    "inputs_under_noise",
    "network_facts",
    "network_scores",
    "noisy_scores",
    "read_checkpoint",
    "reinitialised_layers",
    "risks",
    "scores_in_training_mode",
    "train_again",
    "weights_of",
]
