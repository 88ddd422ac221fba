"""What runs beside the student's code and returns plain data; a test names one of these to ``student.probe``."""

from .mlp import backward, forward, initialised, parameters_of
from .training import compared, finite_differences, largest_differences, mlp_file, predictions, stepped, table, trained

__all__ = [
    "backward",
    "compared",
    "finite_differences",
    "forward",
    "initialised",
    "largest_differences",
    "mlp_file",
    "parameters_of",
    "predictions",
    "stepped",
    "table",
    "trained",
]
