"""A progress bar that needs no thread: the process forks while the bar is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def show_progress(what: str, total: int | None, completed: int = 0) -> Iterator[Callable[[str], None]]:
    """Yields ``advance(name)``, to be called with what was finished; shows nothing when the output is no terminal."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn(what),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, auto_refresh=False, transient=True) as progress:
        task = progress.add_task("", total=total, completed=completed)

        def advance(name: str) -> None:
            progress.update(task, advance=1, description=name)
            progress.refresh()

        yield advance
