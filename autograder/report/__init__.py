"""Renders a Report: as JSON file, as tables for the terminal, as CSV. Every renderer is a plain function.

It decides nothing and imports ``records`` and ``errors`` only.
"""

__all__ = ["csv_table", "replace_file", "store", "terminal"]
