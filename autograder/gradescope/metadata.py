"""What Gradescope knows about a submission and its file names do not, or the other way round."""

from __future__ import annotations

import json
from pathlib import Path

from autograder.intake.sheet_names import get_student_ids, match_name
from autograder.records import SubmissionRules


def group_note(metadata: Path, submission: Path, rules: SubmissionRules) -> str:
    """A sentence for the student when the notebook's name carries more ids than the Gradescope group has members.

    "" when they agree, when the assignment takes no groups, or when the metadata are not there.
    """
    try:
        found = json.loads(metadata.read_text(encoding="utf-8"))
        members, groups = len(found["users"]), found["assignment"]["group_submission"]
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    named = max(
        (len(get_student_ids(match_name(path.name, rules.notebooks))) for path in submission.iterdir()), default=0
    )
    if not groups or named <= members:
        return ""
    return (
        f"The notebook's name carries {named} ids, but on Gradescope {members} "
        f"{'person has' if members == 1 else 'people have'} handed this in: add your partner there with “Add Group "
        "Member”, or only you get these points."
    )
