"""Fixtures that several tasks share."""

from __future__ import annotations

from functools import cache

import pytest


def pytest_collection_finish(session):
    """Computes what all submissions share, once for a class, before the judges are forked."""
    if any(item.get_closest_marker("task").args[0] == "autoencoder" for item in session.items):
        from tests.autoencoders.hidden import digits

        digits.pca_share()
        digits.mean_image()


@pytest.fixture(scope="session")
def shares(student):
    """``shares(file, make, noise=0.0) -> (share, note)``: the share of the test images' variance that handed-in weights
    of P6 explain, computed once for each file. ``noise`` is the standard deviation of the noise on the images that go
    in. Noisy images are the same for every file, and fewer, because such shares are only compared with each other."""
    from tests.autoencoders.hidden import digits

    @cache
    def measure(file, make, noise=0.0):
        note = digits.check_file(student, file, make)
        clean = digits.clean_images(digits.COUNT // 4 if noise else digits.COUNT)
        entering = digits.noisy_images(len(clean), noise) if noise else clean
        return digits.share_explained(digits.rebuilt(student, file, make, entering), clean), note

    return measure
