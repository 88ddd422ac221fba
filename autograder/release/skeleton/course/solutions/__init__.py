"""References of the course: what hidden tests compare with. Never released."""
