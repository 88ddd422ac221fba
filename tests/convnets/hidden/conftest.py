"""Computes once what all judges of a class share."""

from __future__ import annotations


def pytest_collection_finish(session):
    """Computes the principal axes of all training images once, before the judges are forked."""
    if any(item.get_closest_marker("task").args[0] == "autoencoder" for item in session.items):
        from tests.convnets.hidden import mnist_models

        mnist_models.training_axes()
