"""``python -m tests.fidelity.record`` runs the entries without a result in kernels; with ``--all`` every entry."""

from __future__ import annotations

import platform

import click
import IPython
import numpy

from tests.fidelity.corpus import CORPUS
from tests.fidelity.kernel import run_in_kernel
from tests.fidelity.results import read_results, write_results


@click.command()
@click.option("--all", "anew", is_flag=True, help="Run every entry again, not only those without a result.")
def record(anew: bool) -> None:
    """Write kernel_results.json. A result whose entry is gone is left out."""
    versions = {"python": platform.python_version(), "ipython": IPython.__version__, "numpy": numpy.__version__}
    values = {} if anew else {key: result["values"] for key, result in read_results()["results"].items()}
    for name, entry in CORPUS.items():
        if entry.hash not in values:
            values[entry.hash] = run_in_kernel(entry)
            click.echo(f"{name}: {values[entry.hash]}")
        write_results(versions, CORPUS, values)  # each time, so that an interrupted run goes on where it was


if __name__ == "__main__":
    record()
