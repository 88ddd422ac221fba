"""What runs beside the student's code and returns plain data; a test names one of these to ``student.probe``."""

from .toy import arguments_after, backward_pass, forward_pass, trainings, value_and_warnings

__all__ = ["arguments_after", "backward_pass", "forward_pass", "trainings", "value_and_warnings"]
