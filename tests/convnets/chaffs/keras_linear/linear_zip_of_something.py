"""An archive without weights."""

CAUGHT_BY = ("test_accuracy_of_the_handed_in_model",)
CODE = "file-without-weights"
FILES = {"linear.keras": "empty"}

import zipfile


def empty():
    with zipfile.ZipFile("linear.keras", "w") as archive:
        archive.writestr("config.json", "{}")
