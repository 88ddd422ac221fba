"""Functions that run beside the student's code and return plain data; ``student.probe`` calls one by its name."""

from .cats import file_text, folder_read, parameter_counts, parts_of_training, split_of
from .mlp import backward, forward, initialised, parameters_of
from .networks import brief_training, network_facts, network_scores, read_checkpoint, scores_in_training_mode
from .training import compared, finite_differences, largest_differences, mlp_file, predictions, stepped, table, trained

__all__ = [
    "backward",
    "brief_training",
    "compared",
    "file_text",
    "finite_differences",
    "folder_read",
    "forward",
    "initialised",
    "largest_differences",
    "mlp_file",
    "network_facts",
    "network_scores",
    "parameter_counts",
    "parameters_of",
    "parts_of_training",
    "predictions",
    "read_checkpoint",
    "scores_in_training_mode",
    "split_of",
    "stepped",
    "table",
    "trained",
]
