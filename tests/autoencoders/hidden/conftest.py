"""Fixtures that several tasks share."""

from __future__ import annotations

from functools import cache

import pytest


def pytest_collection_finish(session):
    """What is the same for every submission is computed before the judges are forked, once for a class."""
    if any(item.get_closest_marker("task").args[0] == "autoencoder" for item in session.items):
        from tests.autoencoders.hidden import digits

        digits.pca_share()
        digits.mean_image()


@pytest.fixture(scope="session")
def shares(student):
    """``shares(file, make, noise=0.0) -> (share, note)``: what handed-in weights of P6 explain of the test images,
    once per file. With ``noise``, a standard deviation, the images that go in are noisy, the same for every file, and
    fewer: such shares are only compared with each other."""
    from tests.autoencoders.hidden import digits

    @cache
    def measure(file, make, noise=0.0):
        note = digits.check_file(student, file, make)
        clean = digits.clean_images(digits.COUNT // 4 if noise else digits.COUNT)
        entering = digits.noisy_images(len(clean), noise) if noise else clean
        return digits.share_explained(digits.rebuilt(student, file, make, entering), clean), note

    return measure
