"""The file was cut off when it was copied."""

CAUGHT_BY = ("test_accuracy_on_the_test_set",)
CODE = "file-unreadable"
FILES = {"fashion_mlp.pt": "damaged"}

from pathlib import Path


def damaged():
    content = Path("fashion_mlp.pt").read_bytes()
    Path("fashion_mlp.pt").unlink()
    Path("fashion_mlp.pt").write_bytes(content[:5000])
