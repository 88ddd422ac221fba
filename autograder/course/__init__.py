"""The instructor's tree as data: where things lie, assignment.toml, notebooks, the secret."""
