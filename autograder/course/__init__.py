"""The instructor's folders as data: where files are, ``assignment.toml``, notebooks and their cells, the secret.

Imports ``records`` and ``errors`` only; nothing here runs or grades anything.
Start at ``assignment_file.load`` (one assignment) and ``tree.find_root`` (where the course is).
"""

__all__ = [
    "assignment_file",
    "files",
    "grade_ids",
    "notebook_cells",
    "secret",
    "solution_regions",
    "source_notebook",
    "toml_file",
    "tree",
    "versions",
]
