"""``autograder doctor``: prints what this machine can do, one line for each fact."""

from __future__ import annotations

import click

from autograder.cli.machine import describe_machine


def run() -> int:
    """Print the facts; 1 when something that grading needs is missing."""
    facts = describe_machine()
    for name, is_fine, message in facts:
        mark, colour = {True: ("ok", "green"), False: ("missing", "red"), None: ("note", "yellow")}[is_fine]
        click.echo(click.style(f"{mark:<8}", fg=colour) + f"{name:<14} {message}")
    return int(any(is_fine is False for _, is_fine, _ in facts))
