"""What the kernel answered, kept in a file so that the tests need no kernel."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.fidelity.entry import Entry

FILE = Path(__file__).parent / "kernel_results.json"


def read_results() -> dict[str, Any]:
    """Versions, and for the hash of each entry its name and values."""
    empty: dict[str, Any] = {"versions": {}, "results": {}}
    return json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else empty


def write_results(versions: Mapping[str, str], named: Mapping[str, Entry], values: Mapping[str, list[Any]]) -> None:
    """Writes the ``values`` by hash, one line for each entry, in the order of ``named``."""
    lines = [
        f'    "{entry.hash}": {json.dumps({"name": name, "values": values[entry.hash]}, ensure_ascii=False)}'
        for name, entry in named.items()
        if entry.hash in values
    ]
    head = f'{{\n  "versions": {json.dumps(versions)},\n  "results": {{\n'
    FILE.write_text(head + ",\n".join(lines) + "\n  }\n}\n", encoding="utf-8")
