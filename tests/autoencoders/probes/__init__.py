"""What runs beside the student's code and returns plain data; a test names one of these to ``student.probe``."""

from .theory import arguments_after, arguments_after_modified, modified_gradients

__all__ = [
    "arguments_after",
    "arguments_after_modified",
    "modified_gradients",
]
