"""Sentences about files of an upload that are not taken: few are named, many are counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from autograder.intake.filenames import quote_name
from autograder.records import Finding

MAX_SENTENCES = 20
"""Skipped files that have a sentence each."""
MAX_NAMED = 5
"""Files and folders that are named in one sentence."""


def report_skipped(messages: Sequence[str]) -> list[Finding]:
    """One finding for each file that could have counted, up to a number; the rest is counted."""
    findings = [Finding(message) for message in messages[:MAX_SENTENCES]]
    rest = len(messages) - MAX_SENTENCES
    if rest > 0:
        more = "1 more file was" if rest == 1 else f"{rest} more files were"
        findings.append(Finding(f"{more} skipped for similar reasons."))
    return findings


def report_left_out(paths: Sequence[str], reason: str) -> list[Finding]:
    """One finding about all of ``paths``. ``{}`` in ``reason`` becomes "it" or "them"."""
    if not paths:
        return []
    if len(paths) == 1:
        return [Finding(f"{quote_name(paths[0])} was left out, because {reason.format('it')}.")]
    return [Finding(f"{len(paths):,} files were left out, because {reason.format('them')}: {name_few(paths)}.")]


def describe_list(items: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def name_few(paths: Sequence[str]) -> str:
    """Name files at the top, and folders with the number of their files."""
    counts = Counter(path.partition("/")[0] if path.count("/") else "" for path in paths)
    items: dict[str, int] = {}
    for path in paths:
        folder = path.partition("/")[0]
        in_folder = "/" in path and folder and counts[folder] > 1
        items[f"{quote_name(folder + '/')} ({counts[folder]:,} files)" if in_folder else quote_name(path)] = (
            counts[folder] if in_folder else 1
        )
    names = sorted(items, key=lambda name: -items[name])[:MAX_NAMED]
    rest = len(paths) - sum(items[name] for name in names)
    return describe_list([*names, f"{rest:,} more"] if rest > 0 else names)
