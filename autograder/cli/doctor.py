"""``autograder doctor``: what this machine can do, a line a fact."""

from __future__ import annotations

import click

from autograder.cli.machine import describe_machine


def run() -> int:
    """Print the facts; 1 when something that grading needs is missing."""
    facts = describe_machine()
    for name, fine, message in facts:
        mark, colour = {True: ("ok", "green"), False: ("missing", "red"), None: ("note", "yellow")}[fine]
        click.echo(click.style(f"{mark:<8}", fg=colour) + f"{name:<14} {message}")
    return int(any(fine is False for _, fine, _ in facts))
