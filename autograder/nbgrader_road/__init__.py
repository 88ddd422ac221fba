"""The plain commands of nbgrader on this tree."""
