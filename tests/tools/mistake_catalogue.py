"""Writes ``docs/diagnoses.md``: every problem and mistake that a student may be told, by its code.

python -m tests.tools.mistake_catalogue
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from pathlib import Path

from autograder.checks.catalogue import entries_of, general_entries
from autograder.checks.outcome import Mistake, Problem

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/diagnoses.md"
HEAD = """# Problems and mistakes

A check says what is wrong by a code: a *problem* is what it sees, a *mistake* a cause that the numbers confirm.
Reports, exports and audits count the codes; students read the sentences. Words in braces are filled in: `{quantity}`
is what is wrong, such as "dW1 and db1". Written by `python -m tests.tools.mistake_catalogue`.
"""


def main() -> None:
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """The whole page, as it is in the tree."""
    slugs = sorted(folder.parent.name for folder in ROOT.glob("tests/*/hidden"))
    parts = [HEAD, _section("All assignments", general_entries())]
    parts += [_section(f"`{slug}`", assignment_entries(slug)) for slug in slugs]
    return "\n".join(parts)


def assignment_entries(slug: str) -> list[Problem]:
    """The entries of ``tests/<slug>/hidden/catalogue*.py``."""
    modules = sorted(path.stem for path in (ROOT / "tests" / slug / "hidden").glob("catalogue*.py"))
    imported = (importlib.import_module(f"tests.{slug}.hidden.{name}") for name in modules)
    return [entry for module in imported for _, entry in entries_of(module)]


def _section(title: str, entries: Iterable[Problem]) -> str:
    rows = [f"## {title}\n", "| code | | the student reads | for the instructor |", "|---|---|---|---|"]
    for entry in sorted(dict.fromkeys(entries), key=lambda entry: (entry.code, entry.message, entry.advice)):
        kind = "mistake" if isinstance(entry, Mistake) else "problem"
        rows.append(f"| `{entry.code}` | {kind} | {_cell(entry.message)} | {_cell(entry.advice)} |")
    return "\n".join(rows) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    main()
