"""Compares what Gradescope knows about a submission with the names of its files."""

from __future__ import annotations

import json
from pathlib import Path

from autograder.intake.sheet_names import get_student_ids, match_name
from autograder.records import SubmissionRules


def find_missing_partner(metadata: Path, submission: Path, rules: SubmissionRules) -> str:
    """Return a message when the notebook's name contains more student IDs than the Gradescope group has members.

    Returns "" when they agree, when the assignment has no groups, or when there are no metadata.
    """
    try:
        facts = json.loads(metadata.read_text(encoding="utf-8"))
        members, groups = len(facts["users"]), facts["assignment"]["group_submission"]
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    id_counts = [len(get_student_ids(match_name(path.name, rules.notebooks))) for path in submission.iterdir()]
    most_ids = max(id_counts, default=0)
    if not groups or most_ids <= members:
        return ""
    people = "1 person is" if members == 1 else f"{members} people are"
    return (
        f"The notebook's name contains {most_ids} student IDs, but only {people} in this submission on Gradescope. Add "
        "your partner there with “Add Group Member”; otherwise only you get these points."
    )
