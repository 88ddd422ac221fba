"""Public and hidden tests, probes, wheats and chaffs, a folder for each assignment."""
