"""TODO: split off audit.py."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.audit import equivalent_mutants as equivalent
from autograder.audit import model_answer
from autograder.audit import mutants as mutate
from autograder.audit import variants as variant
from autograder.audit.variants import Variant
from autograder.course.notebook_cells import read_cells
from autograder.records import Assignment


@dataclass(frozen=True)
class Case:
    """One answer whose verdict is known, as a folder to grade."""

    kind: str
    """``model``, ``blank``, ``wheat``, ``chaff`` or ``mutant``."""
    name: str
    folder: Path
    variant: Variant | None = None

    @property
    def mutant(self) -> str:
        """The change, as ``equivalent.toml`` names it."""
        assert self.variant is not None
        return equivalent.key(self.variant)


def cases(
    assignment: Assignment, root: Path, *, mutants: bool, tasks: frozenset[str] | None, quick: bool = False
) -> list[Case]:
    """Build all cases in ``build/<slug>/audit``.

    The ``quick`` ones have a chaff for each test instead of all. Their model answer is the source notebook without
    having been run, so nothing is trained, and tasks that read a trained file are left out.
    """
    model = root / "assignments" / assignment.slug if quick else model_answer.folder(assignment, root)
    place = root / "build" / assignment.slug / "audit"
    shutil.rmtree(place, ignore_errors=True)
    found = [Case("model", "model answer", variant.submission(model, assignment, (), place / "model"))]
    found.append(Case("blank", "blank hand-out", variant.blank(assignment, root, place / "blank")))
    written = variant.read_all(assignment, root)
    if quick:
        left_out = set(tasks_of_trained_files(assignment))
        written = [one for one in written if left_out.isdisjoint({one.task, *one.also})]
    variants = [(("wheat" if o.right else "chaff"), o) for o in (one_for_each_test(written) if quick else written)]
    if mutants:
        known = equivalent.read(root / "tests" / assignment.slug)
        for name in (*assignment.notebooks, *assignment.scripts):
            made = mutate.variants(read_cells(model / name), assignment)
            variants += [("mutant", o) for o in known.mistakes(made)]
    for kind, one in variants:
        if tasks is None or one.task in tasks:
            folder = variant.submission(model, assignment, [(one.task, one.source)], place / f"{kind}-{one.name}")
            found.append(Case(kind, one.name, folder, one))
    variant.write_files([(c.folder, c.variant) for c in found if c.variant], assignment)
    return found


def tasks_of_trained_files(assignment: Assignment) -> list[str]:
    """The tasks that read files which the notebook writes, in most cases the weights of a network it has trained."""
    return [task.id for task in assignment.tested if task.files]


def one_for_each_test(variants: Sequence[Variant]) -> list[Variant]:
    """A wheat a task, and of the chaffs so many that every test named by one is named by one that stays.

    Those that write no files come first (to train a network takes long), then chaffs that name many tests.
    """
    covered: set[tuple[str, str]] = set()
    kept = []
    for one in sorted(variants, key=lambda one: (bool(one.files), -len(one.caught_by))):
        named = {(one.task, test.split("[")[0]) for test in one.caught_by}
        if one.right:
            named = {(one.task, "")}
        if named - covered:
            kept.append(one)
            covered |= named
    return [one for one in variants if one in kept]
