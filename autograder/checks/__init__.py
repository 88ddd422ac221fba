"""What a grading test asks of an answer. A check returns quietly or raises ``CheckFailed``, which says what is wrong.

A test imports this package and nothing below it: ``from autograder import checks``, then
``checks.close(answer, expected, "the loss")``. A fault in what the *author* passes is an ``AuthorError`` instead.
"""

from autograder.checks.closeness import close, gradient
from autograder.checks.handed_in import evaluation_mode, trained_on, weights_file
from autograder.checks.models import accuracy, layer_table, loss_decreases, parameter_count, uses_no
from autograder.checks.networks import network_gradients
from autograder.checks.outcome import CheckFailed, Mistake, Problem, Statement, discrepancy, fail
from autograder.checks.randomness import mean_std, normal, uniform
from autograder.checks.retraining import Retraining, retrain_rule
from autograder.checks.shapes import drop_ones
from autograder.checks.student import Student, StudentFailure
from autograder.checks.subspaces import subspace
from autograder.checks.values import array, keys, not_mutated, number, same, shape
from autograder.errors import AuthorError
from autograder.records import Discrepancy

__all__ = [
    "AuthorError",
    "CheckFailed",
    "Discrepancy",
    "Mistake",
    "Problem",
    "Retraining",
    "Statement",
    "Student",
    "StudentFailure",
    "accuracy",
    "array",
    "close",
    "discrepancy",
    "drop_ones",
    "evaluation_mode",
    "fail",
    "gradient",
    "keys",
    "layer_table",
    "loss_decreases",
    "mean_std",
    "network_gradients",
    "normal",
    "not_mutated",
    "number",
    "parameter_count",
    "retrain_rule",
    "same",
    "shape",
    "subspace",
    "trained_on",
    "uniform",
    "uses_no",
    "weights_file",
]
