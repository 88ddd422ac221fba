"""References of the assignment ``spirals``; see the modules."""
