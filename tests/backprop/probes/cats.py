"""P3: reads folders of images, counts parameters, and observes a training step."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import nn

from autograder.probing.torch_forbidden import forbidden_parts, library_optimiser

from .networks import new_network

MAKE = "make_cats_model"


def folder_read(student: Any, reader: str, names: list[str], pixels: np.ndarray, grey: list[int]) -> Any:
    """What the student's ``reader`` returns for a folder with files of these names, pictures (N, 64, 64, 3) uint8.

    A name that does not end in .jpg becomes a text file; the pictures whose index is in ``grey`` are saved in grey.
    """
    with tempfile.TemporaryDirectory() as folder:
        for index, name in enumerate(names):
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if name.endswith(".jpg"):
                image = Image.fromarray(pixels[index])
                (image.convert("L") if index in grey else image).save(path, quality=95)
            else:
                path.write_text("no image")
        return [_plain(part) for part in getattr(student, reader)(Path(folder))]


def split_of(student: Any, labels: torch.Tensor, seed: int) -> dict:
    """The student's split, twice with the same seed."""
    first, again = ([_plain(part) for part in student.split_cats(labels.clone(), seed)] for _ in range(2))
    return {"first": first, "again": again}


def parameter_counts(student: Any) -> dict:
    """``cats_parameters`` of the student's own network and of a network of ours with a fixed layer and a buffer."""
    ours = nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.Flatten(), nn.Linear(144, 6), nn.ReLU(), nn.Linear(6, 2))
    ours[0].register_buffer("mean", torch.zeros(9))
    fixed = nn.Linear(2, 7)
    fixed.requires_grad_(False)
    ours.append(fixed)
    own = new_network(student, MAKE, torch.zeros(2, 3, 64, 64, dtype=torch.uint8))
    return {"own": student.cats_parameters(own), "ours": student.cats_parameters(ours)}


def parts_of_training(student: Any, images: torch.Tensor, labels: torch.Tensor, seed: int) -> list[str]:
    """The parts of the library that a training of one epoch uses although the sheet forbids them."""
    model = new_network(student, MAKE, images)
    optimiser = student.make_optimizer(model)

    def run() -> None:
        student.train_cats(model, optimiser, images.clone(), labels.clone(), epochs=1, seed=seed)

    parts = forbidden_parts(model, run)
    forbidden_optimiser = library_optimiser(optimiser)
    return list(dict.fromkeys([*parts, *([forbidden_optimiser] if forbidden_optimiser else [])]))


def file_text(student: Any, name: str) -> str:
    """The first 200,000 characters of a handed-in file."""
    return Path(name).read_text(encoding="utf-8-sig", errors="replace")[:200_000]


def _plain(part: Any) -> Any:
    if isinstance(part, torch.Tensor):
        return part.detach().cpu()
    if isinstance(part, (list, tuple)) and len(part) and isinstance(part[0], torch.Tensor):
        return torch.stack(tuple(part)).detach().cpu()
    return list(part) if isinstance(part, tuple) else part
