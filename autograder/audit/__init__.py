"""Tests of the tests: wheats, chaffs, mutants."""
