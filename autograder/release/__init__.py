"""Source notebook → what students get. A release that would give an answer away is refused.

It may import ``course``, ``records`` and ``errors``; nbgrader is imported when a notebook is rendered.
"""

from autograder.release.package import build_wheel, make_zip, write_zip
from autograder.release.render import find_stale_files, render_release, write_release
from autograder.release.scaffold import create_assignment

__all__ = [
    "build_wheel",
    "create_assignment",
    "find_stale_files",
    "make_zip",
    "render_release",
    "write_release",
    "write_zip",
]
