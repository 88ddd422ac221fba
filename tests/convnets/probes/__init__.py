"""Functions that run in the worker, next to the student's code, and return plain data: ``student.probe("name", …)``."""

from .mnist import (
    brief_training,
    drawn_figures,
    handed_in,
    handed_in_predictions,
    history_runs,
    hyperparameter_choice,
    network_facts,
    new_predictions,
)
from .mnist_autoencoder import handed_in_codes, inner_codes, narrow_layers
from .toy import arguments_after, backward_pass, forward_pass, trainings, value_and_warnings

__all__ = [
    "arguments_after",
    "backward_pass",
    "brief_training",
    "drawn_figures",
    "forward_pass",
    "handed_in",
    "handed_in_codes",
    "handed_in_predictions",
    "history_runs",
    "hyperparameter_choice",
    "inner_codes",
    "narrow_layers",
    "network_facts",
    "new_predictions",
    "trainings",
    "value_and_warnings",
]
