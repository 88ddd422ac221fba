"""Framework helpers for probes, which run beside the student's code."""
