"""Reference solutions of the course, with which hidden tests compare answers. They are never released."""
