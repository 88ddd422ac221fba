"""All entries of the corpus, by the kind of notebook: one module for each kind."""

import importlib
import pkgutil

from tests.fidelity.entry import Entry

KINDS: dict[str, list[Entry]] = {
    module.name: importlib.import_module(f"{__name__}.{module.name}").ENTRIES
    for module in pkgutil.iter_modules(__path__)
}

CORPUS: dict[str, Entry] = {f"{kind}/{entry.name}": entry for kind, entries in KINDS.items() for entry in entries}
