"""A whole class: workers, judges, one after another or side by side."""
