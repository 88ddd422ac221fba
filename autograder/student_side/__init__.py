"""What runs on a student's own machine: pytest in a released folder, `autograder check`."""
