"""Public and hidden tests, probes, wheats (right answers) and chaffs (wrong ones): one folder per assignment."""
