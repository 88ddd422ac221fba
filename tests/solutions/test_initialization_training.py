"""References of `initialization`: noise, augmentation, training, and the thresholds that follow from results."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.helpers.later import import_later

torch = import_later("torch")
reference = import_later("solutions.initialization")
results = import_later("solutions.initialization.results")
training = import_later("solutions.initialization.training")
pytestmark = pytest.mark.framework


def test_noise_has_the_stated_size_and_leaves_the_images_alone():
    """The difference to the clean images is N(0, a²), unclipped, the same for a seed, another for another."""
    images = np.random.default_rng(8).random((20, 3, 32, 32))
    before = images.copy()
    noisy = reference.add_noise(images, 0.05, seed=1)
    assert (noisy - images).std() == pytest.approx(0.05, rel=0.02)
    assert noisy.min() < 0
    assert np.array_equal(images, before)
    assert np.array_equal(noisy, reference.add_noise(images, 0.05, seed=1))
    assert not np.allclose(noisy, reference.add_noise(images, 0.05, seed=2))


def test_augmentation_moves_by_whole_pixels_and_never_mirrors():
    """Without the change of contrast each image is itself moved by at most two pixels each way."""
    images = torch.rand(8, 3, 32, 32)
    moved = reference.augment(images, 3, contrast=0.0)
    assert moved.shape == images.shape
    offsets = set()
    for before, after in zip(images, moved, strict=True):
        fits = [
            (dy, dx)
            for dy in range(-2, 3)
            for dx in range(-2, 3)
            if torch.allclose(after[:, 4:-4, 4:-4], before[:, 4 + dy : 28 + dy, 4 + dx : 28 + dx], atol=1e-6)
        ]
        assert len(fits) == 1
        offsets.add(fits[0])
    assert len(offsets) > 1


def test_augmentation_is_random_by_image_and_seed_and_stays_in_range():
    """Equal images become different ones; the same seed repeats itself; values stay in [0, 1]."""
    images = torch.rand(1, 3, 32, 32).expand(6, -1, -1, -1)
    first, again, other = (reference.augment(images, seed) for seed in (1, 1, 2))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)
    assert len({image.numpy().tobytes() for image in first}) == 6
    assert first.min() >= 0
    assert first.max() <= 1


def test_networks_have_the_parameters_of_their_docstrings():
    """Counts agree with sums made by hand; the MLP has no convolution."""
    mlp, cnn = training.make_fashion_mlp(), training.make_svhn_cnn()
    assert training.count_parameters(mlp) == 785 * 512 + 2 * 512 + 513 * 256 + 2 * 256 + 257 * 10
    convolutions = 9 * (3 * 32 + 32 * 64 + 64 * 64 + 64 * 128 + 128 * 128)
    assert training.count_parameters(cnn) == convolutions + 2 * (32 + 64 + 64 + 128 + 128) + 2049 * 10
    assert not any(isinstance(layer, torch.nn.Conv2d) for layer in mlp.modules())
    assert f"{training.count_parameters(mlp):,}" in training.make_fashion_mlp.__doc__
    assert f"{training.count_parameters(cnn):,}" in training.make_svhn_cnn.__doc__


def test_training_learns_repeats_itself_and_uses_the_augmentation():
    """Two runs with a seed agree exactly; losses fall; every batch is augmented, with a seed of its own."""
    rng = np.random.default_rng(9)
    labels = rng.integers(0, 10, 300)
    images = (np.eye(10)[labels].repeat(80, axis=1)[:, :784] * rng.random((300, 784))).astype(np.float32)
    images = images.reshape(300, 1, 28, 28)
    seeds = []

    def watch(batch, seed):
        seeds.append(seed)
        return batch

    model, losses = training.train_fashion_mlp(images, labels, epochs=4, seed=5)
    again, same = training.train_fashion_mlp(images, labels, epochs=4, seed=5)
    assert losses == same
    assert losses[-1] < 0.5 * losses[0]
    assert torch.equal(training.predict(model, images), training.predict(again, images))
    assert training.accuracy(model, images, labels) > 0.9
    small = rng.random((64, 3, 32, 32), dtype=np.float32)
    training.train_svhn_cnn(small, labels[:64], epochs=2, seed=5, augment=watch)
    assert len(seeds) == len(set(seeds)) == 2


def test_prediction_uses_evaluation_mode_and_restores_the_mode():
    """Scores do not depend on the batch size or on dropout, and a model in training stays in training."""
    model = training.make_svhn_cnn().train()
    images = torch.rand(7, 3, 32, 32)
    assert torch.allclose(training.predict(model, images, batch_size=2), training.predict(model, images), atol=1e-5)
    assert model.training


def test_thresholds_follow_the_stated_rule():
    """full = mean − max(4 sd, 0.02) rounded down to a per cent, pass = full − 0.05."""
    assert results.thresholds([0.95, 0.95, 0.95]) == (0.88, 0.93)
    assert results.thresholds([0.93, 0.95, 0.97]) == (0.82, 0.87)


def test_a_results_table_replaces_the_one_between_its_markers(tmp_path):
    """Only the text between the two markers changes; a document without them is refused."""
    document = tmp_path / "results.md"
    document.write_text("before\n<!-- real -->\nold\n<!-- end -->\nafter\n")
    results.write_table(document, "real", ["new"])
    assert document.read_text() == "before\n<!-- real -->\nnew\n<!-- end -->\nafter\n"
    with pytest.raises(ValueError, match="<!-- stand-in -->"):
        results.write_table(document, "stand-in", ["new"])


def test_real_results_are_not_measured_on_a_stand_in(tmp_path):
    """A folder without the real files stops the measurement."""
    with pytest.raises(FileNotFoundError, match="expected the real files"):
        results.real_table(str(tmp_path), "cpu", 0)


def test_importing_the_references_imports_no_framework():
    """The judge forks after importing the references, so torch and scipy must wait."""
    code = "import sys, solutions.initialization; print([name for name in ('torch', 'scipy') if name in sys.modules])"
    shown = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True
    )
    assert shown.stdout.strip() == "[]"
