"""Programs for the developers of the course: the demo, the benchmark, a sample class, the table of all tasks."""
