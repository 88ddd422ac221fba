"""The data step of ``setup.sh``: makes the data sets once for the image instead of once for every submission."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from autograder import data
from autograder.course.assignment_file import load
from autograder.gradescope.container import Container


def prepare_data(slug: str, container: Container, real: bool) -> dict[str, str]:
    """Download the assignment's data sets into ``container.data``, or make the stand-ins in ``container.cache``.

    Returns {data set: ``real`` | ``stand-in``}. Raises GraderError when a download fails.
    """
    container.set_data_folders()
    kinds: dict[str, str] = {}
    assignment = load(slug, container.source)
    for name in assignment.data:
        if real:
            fetched = data.prepare(name, download=True)
            if not fetched.is_relative_to(container.data):
                shutil.copytree(fetched, container.data, dirs_exist_ok=True)
                shutil.rmtree(fetched)
                container.set_data_folders()
        kinds[name] = data.make_ready(name, keras="keras" in assignment.preload_worker)
    return kinds


@click.command()
@click.argument("slug")
@click.option("--real-data", is_flag=True, help="Download the real data sets.")
@click.option("--autograder-root", type=click.Path(path_type=Path), default=Container.root, help="For tests.")
def main(slug: str, real_data: bool, autograder_root: Path) -> None:
    """Get the data sets of an assignment ready."""
    for name, kind in prepare_data(slug, Container(autograder_root), real_data).items():
        click.echo(f"{name}: {kind}")


if __name__ == "__main__":
    main()
