"""Plain ``nbgrader generate_assignment | validate | autograde | generate_feedback`` on this tree."""

from autograder.nbgrader_road.settings import configure

configure(get_config())  # noqa: F821 – traitlets defines it
