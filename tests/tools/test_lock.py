"""The lock file: it covers what pyproject.toml asks for, and a part of it can be cut out for one assignment."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from autograder.gradescope.constraints import cut_constraints
from tests.helpers.samples import REPOSITORY
from tests.tools.lock import lock_lines


def install(folder: Path, name: str, version: str, *lines: str) -> None:
    """Put the metadata of a distribution into ``folder``."""
    place = folder / f"{name}-{version}.dist-info"
    place.mkdir()
    header = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}"]
    (place / "METADATA").write_text("\n".join([*header, *lines]) + "\n")


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package with two extras, what they need, and what is installed for other reasons."""
    monkeypatch.syspath_prepend(str(tmp_path))
    install(
        tmp_path,
        "zz_course",
        "1.0",
        "Provides-Extra: nets",
        "Provides-Extra: all",
        "Requires-Dist: ZZ.Base>=1",
        "Requires-Dist: zz-nets[speed]; extra == 'nets'",
        "Requires-Dist: zz-missing; python_version < '3'",
        "Requires-Dist: zz-course[nets]; extra == 'all'",
    )
    install(tmp_path, "zz_base", "1.5")
    install(
        tmp_path,
        "zz_nets",
        "2.10.0+cpu",
        "Provides-Extra: speed",
        "Provides-Extra: slow",
        "Requires-Dist: zz-base",
        "Requires-Dist: zz-fast; extra == 'speed'",
        "Requires-Dist: zz-slow; extra == 'slow'",
    )
    install(tmp_path, "zz_fast", "3.0")
    install(tmp_path, "zz_slow", "4.0")


@pytest.mark.usefixtures("installed")
def test_each_version_names_the_extras_that_need_it() -> None:
    """Extras of extras are followed, foreign platforms left out; any build of a version will do."""
    assert lock_lines("zz_course") == [
        "zz-base==1.5  # always",
        "zz-fast==3.0  # all, nets",
        "zz-nets==2.10.0  # all, nets",
    ]


def test_cut_keeps_what_the_extras_need() -> None:
    """Comments and foreign extras go, also those whose name begins alike."""
    lock = "# always\na==1  # always\nb==2  # dev, torch\nc==3  # torchaudio\nd==4  # tensorflow\n"
    assert cut_constraints(lock, ["torch", "sandbox"]) == "a==1\nb==2\n"
    assert cut_constraints(lock, []) == "a==1\n"


def test_lock_covers_what_pyproject_asks_for() -> None:
    """Every requirement has its line with a version that it allows: `make lock` was not forgotten."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *(line for lines in project["optional-dependencies"].values() for line in lines)]
    lines = (REPOSITORY / "constraints.txt").read_text(encoding="utf-8").splitlines()
    locked = dict(line.split("  #")[0].split("==") for line in lines if not line.startswith("#"))
    for requirement in map(Requirement, asked):
        if requirement.name != project["name"]:
            version = locked[canonicalize_name(requirement.name)]
            assert requirement.specifier.contains(version), f"{requirement} is locked to {version}"
