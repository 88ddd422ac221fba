"""Pairs of numbers in place of dictionaries."""

CAUGHT_BY = ("test_three_to_five_settings",)
SAYS = "no list of dictionaries"
BASE = True

SETTINGS = [(5, 5), (30, 10), (50, 50)]
