"""The references of `initialization` against figures of the sheet, torch.nn.init, finite differences and simulation."""

import math
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from solutions import initialization as reference
from solutions.initialization import double_descent, results, training


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def hand_written_loss(x, t, w, b):
    """The network of Q2 spelt out weight by weight, as the sheet's figure names them."""
    w1, w2, w3, w4, w5, w6, w7, w8, w9, w10 = w
    h1 = sigmoid(w1 * x[0] + w3 * x[1] + w5 * x[2] + b[0])
    h2 = sigmoid(w2 * x[0] + w4 * x[1] + w6 * x[2] + b[0])
    o1, o2 = sigmoid(w7 * h1 + w9 * h2 + b[1]), sigmoid(w8 * h1 + w10 * h2 + b[1])
    return 0.5 * ((o1 - t[0]) ** 2 + (o2 - t[1]) ** 2)


def test_risk_is_the_mean_of_many_squared_differences():
    """Simulated risk lies within five of the stated standard deviations of the closed form."""
    rng = np.random.default_rng(0)
    w, teacher = rng.standard_normal(7), rng.standard_normal(7)
    x = rng.standard_normal((100_000, 7))
    simulated = np.mean((x @ w - x @ teacher) ** 2)
    assert abs(simulated - reference.risk(w, teacher)) < 5 * reference.monte_carlo_std(w, teacher, 100_000)


def test_monte_carlo_std_is_the_spread_of_repeated_estimates():
    """The spread of 2,000 estimates from 50 samples each is the stated standard deviation within 8 %."""
    rng = np.random.default_rng(1)
    w, teacher = np.array([1.0, -2.0, 0.5]), np.zeros(3)
    estimates = ((rng.standard_normal((2000, 50, 3)) @ (w - teacher)) ** 2).mean(axis=1)
    assert estimates.std() == pytest.approx(reference.monte_carlo_std(w, teacher, 50), rel=0.08)


def test_backprop_gives_the_outputs_known_for_the_sheets_numbers():
    """With the sheet's numbers the outputs are 0.8896 and 0.8004, the loss ½ Σ (o − t)²."""
    step = reference.backprop_step(**reference.SHEET)
    assert step["o"] == pytest.approx([0.8896, 0.8004], abs=5e-5)
    assert step["mse"] == pytest.approx(0.5 * (0.7895506**2 + 0.7503996**2), abs=1e-6)


def test_backprop_gradients_agree_with_central_differences():
    """All twelve gradients match differences of a loss written out weight by weight, at random numbers."""
    rng = np.random.default_rng(2)
    x, t, w, b = rng.standard_normal(3), rng.random(2), rng.standard_normal(10), rng.standard_normal(2)
    step = reference.backprop_step(x, t, w, b, 0.3)
    numeric = []
    for index in range(12):
        shifted = [np.r_[w, b] + sign * 1e-5 * np.eye(12)[index] for sign in (1, -1)]
        high, low = (hand_written_loss(x, t, values[:10], values[10:]) for values in shifted)
        numeric.append((high - low) / 2e-5)
    assert np.r_[step["dw"], step["db"]] == pytest.approx(numeric, abs=1e-9)
    assert step["mse"] == pytest.approx(hand_written_loss(x, t, w, b), abs=1e-12)
    assert step["new_w"] == pytest.approx(w - 0.3 * np.array(numeric[:10]), abs=1e-9)
    assert step["new_b"] == pytest.approx(b - 0.3 * np.array(numeric[10:]), abs=1e-9)


def test_epoch_wise_peak_is_where_the_curve_turns():
    """On a fine grid of epochs the curve of plot b falls, rises and falls again, with its peak at the stated epoch."""
    epochs = np.geomspace(1, 20_000, 20_001)
    error = double_descent.gradient_flow_error(epochs)
    turns = epochs[1:-1][np.diff(np.sign(np.diff(error))) != 0]
    assert len(turns) == 3
    assert turns[1] == pytest.approx(double_descent.epoch_peak(), rel=1e-3)
    assert reference.DOUBLE_DESCENT["b"]["critical"] == pytest.approx(double_descent.epoch_peak(), abs=0.01)


def median_error(width, samples):
    """Median over 20 draws of the test error of minimum-norm least squares on random ReLU features."""
    rng = np.random.default_rng(3)
    errors = []
    for _ in range(20):
        teacher, first = rng.standard_normal(20), rng.standard_normal((20, width))
        x = rng.standard_normal((samples + 200, 20)) / math.sqrt(20)
        features, target = np.maximum(x @ first, 0), x @ teacher
        noisy = target[:samples] + 0.3 * rng.standard_normal(samples)
        fitted = np.linalg.lstsq(features[:samples], noisy, rcond=None)[0]
        errors.append(np.mean((features[samples:] @ fitted - target[samples:]) ** 2))
    return np.median(errors)


def test_random_features_peak_at_the_interpolation_threshold():
    """Simulated again, the test error of plots a and c is largest at the stated point, among points 20 % apart."""
    a, c = (int(reference.DOUBLE_DESCENT[plot]["critical"]) for plot in "ac")
    by_width = {width: median_error(width, a) for width in (a // 2, 4 * a // 5, a, 6 * a // 5, 2 * a)}
    by_samples = {samples: median_error(c, samples) for samples in (c // 2, 4 * c // 5, c, 6 * c // 5, 2 * c)}
    assert max(by_width, key=by_width.get) == a
    assert max(by_samples, key=by_samples.get) == c
    assert [reference.DOUBLE_DESCENT[plot]["kind"] for plot in "abc"] == ["model", "epoch", "sample"]


@pytest.mark.parametrize(
    ("phi", "moment"),
    [
        (lambda z: np.maximum(z, 0), 0.5),
        (lambda z: z, 1.0),
        (lambda z: np.where(z > 0, z, 0.01 * z), 0.5 * (1 + 0.01**2)),
        (lambda z: (z > 0.37).astype(float), 0.5 * math.erfc(0.37 / math.sqrt(2))),
        (np.exp, math.exp(2)),
        (np.sin, 0.5 * (1 - math.exp(-2))),
        (lambda z: z**2, 3.0),
    ],
)
def test_second_moment_matches_known_integrals(phi, moment):
    """E[φ²] for activations whose integral is known in closed form, kinks, jumps and growth included."""
    assert reference.second_moment(phi) == pytest.approx(moment, rel=1e-7)
    assert reference.init_std(phi, 30) == pytest.approx(1 / math.sqrt(30 * moment), rel=1e-7)


def test_init_std_of_tanh_agrees_with_simulation():
    """tanh has no closed form; a million samples agree within their noise."""
    z = np.random.default_rng(4).standard_normal(1_000_000)
    assert reference.init_std(np.tanh, 64) == pytest.approx(1 / math.sqrt(64 * np.mean(np.tanh(z) ** 2)), rel=3e-3)


def test_xavier_and_kaiming_agree_with_torchs_own_initialisers():
    """torch.nn.init on a wide rectangular layer fills the stated interval and has the stated deviation."""
    torch.manual_seed(0)
    weight = torch.empty(700, 1300, dtype=torch.float64)
    torch.nn.init.xavier_uniform_(weight)
    bound = reference.xavier_bound(1300, 700)
    assert 0.9999 * bound < weight.abs().max().item() <= bound
    torch.nn.init.kaiming_normal_(weight, mode="fan_in", nonlinearity="relu")
    assert weight.std().item() == pytest.approx(reference.kaiming_std(1300), rel=5e-3)


@pytest.fixture
def dna():
    """A sample (4, 6) and the weights of a network over it."""
    rng = np.random.default_rng(5)
    return rng.standard_normal((4, 6)), rng.standard_normal((4, 6, 4, 6)), rng.standard_normal((4, 6))


def test_network_is_the_sum_of_the_sheet_written_in_loops(dna):
    """f(X) equals four nested sums and agrees with torch's leaky_relu."""
    X, W1, W2 = dna
    total = 0.0
    for r in range(4):
        for k in range(6):
            inner = sum(W1[r, k, j, i] * X[j, i] for j in range(4) for i in range(6))
            total += W2[r, k] * torch.nn.functional.leaky_relu(torch.tensor(inner), 0.01).item()
    assert reference.network(X, W1, W2) == pytest.approx(total, rel=1e-12)


def test_rescaling_and_permuting_units_change_weights_but_not_the_function(dna):
    """Both invariances hold at another input than the one the weights were made with, and do change the weights."""
    X, W1, W2 = dna
    for changed in (
        reference.rescale_unit(W1, W2, 2, 3, 7.5),
        reference.permute_units(W1, W2, np.random.default_rng(6).permutation(24)),
    ):
        assert reference.network(X, *changed) == pytest.approx(reference.network(X, W1, W2), rel=1e-12)
        assert not np.allclose(changed[0], W1)


def test_permutation_puts_the_named_unit_first(dna):
    """Unit 0 of the result is unit order[0] of the given, rows first."""
    _, W1, W2 = dna
    order = np.roll(np.arange(24), -8)
    incoming, outgoing = reference.permute_units(W1, W2, order)
    assert np.array_equal(incoming[0, 0], W1[1, 2])
    assert outgoing[0, 0] == W2[1, 2]


@pytest.mark.parametrize(("tie", "move"), [("tie_reversal", "reverse"), ("tie_pairs", "swap_pairs")])
def test_tied_weights_ignore_the_symmetry_and_nothing_else(dna, tie, move):
    """f is the same for a sample and its equivalent, still depends on the sample, and the untied f did differ."""
    X, W1, W2 = dna
    moved, tied = getattr(reference, move)(X), getattr(reference, tie)(W1, W2)
    assert reference.network(moved, *tied) == pytest.approx(reference.network(X, *tied), rel=1e-12)
    assert abs(reference.network(moved, W1, W2) - reference.network(X, W1, W2)) > 0.1
    assert abs(reference.network(2 * X[:, ::2].repeat(2, axis=1), *tied) - reference.network(X, *tied)) > 0.1


def test_moves_follow_the_sheets_indices(dna):
    """reverse: X[j, i] = X̃[j, d − 1 − i]; swap_pairs: X[j, i] = X̃[(j + 2) mod 4, i]."""
    X = dna[0]
    mirrored, swapped = reference.reverse(X), reference.swap_pairs(X)
    for j in range(4):
        for i in range(6):
            assert X[j, i] == mirrored[j, 5 - i]
            assert X[j, i] == swapped[(j + 2) % 4, i]


def test_normalise_removes_any_positive_scale(dna):
    """X and 1000·X become the same, −X does not, zeros stay zeros."""
    X = dna[0]
    assert reference.normalise(1000 * X) == pytest.approx(reference.normalise(X), rel=1e-12)
    assert reference.normalise(-X) == pytest.approx(-reference.normalise(X), rel=1e-12)
    assert np.array_equal(reference.normalise(np.zeros((4, 3))), np.zeros((4, 3)))


def test_vgg11_table_agrees_with_torchs_layers():
    """Shapes and counts by formula are those of real torch.nn layers, row by row."""
    rows = reference.vgg11_rows()
    assert rows == reference.vgg11_by_modules()
    assert len(rows) == 26
    assert rows[0] == ("INPUT", (224, 224, 3), 0)
    assert rows[-1] == ("SOFTMAX", (1000,), 0)


def test_vgg11_total_is_that_of_torchvision_and_of_the_sheet():
    """132,863,336 parameters, as torchvision's own vgg11 has, of which 93.06 % in the FC layers."""
    from torchvision.models import vgg11

    with torch.device("meta"):
        model = vgg11(init_weights=False)
    summary = reference.vgg11_summary()
    assert summary["total"] == sum(p.numel() for p in model.parameters()) == 132_863_336
    assert summary["fc_percent"] == pytest.approx(93.06, abs=0.005)


def test_odd_sizes_are_rounded_down():
    """A 35 × 50 image shrinks to 1 × 1 through five poolings, as nn.MaxPool2d rounds."""
    shapes = [shape for name, shape, _ in reference.vgg11_rows(35, 50) if name == "POOL2"]
    assert [shape[:2] for shape in shapes] == [(17, 25), (8, 12), (4, 6), (2, 3), (1, 1)]


def test_float32_overflows_where_its_largest_number_is_passed():
    """Doubling from 1: the 128th product is 2^128, the first beyond float32; 100 doublings stay finite."""
    layers = [2 * np.eye(3, dtype=np.float32)] * 130
    x = np.ones(3, np.float32)
    assert reference.exploding_layer(x, layers) == 128
    assert reference.exploding_layers(x, layers) == {128}
    assert reference.exploding_layer(x, layers[:100]) is None
    assert reference.exploding_layers(x, layers[:100]) == {None}


def test_a_matrix_with_nan_counts_from_its_own_layer():
    """nan in the third layer's matrix is found at layer 3, counted from 1."""
    layers = [np.eye(2, dtype=np.float32) for _ in range(5)]
    layers[2] = np.full((2, 2), np.nan, np.float32)
    assert reference.exploding_layer(np.ones(2, np.float32), layers) == 3
    assert reference.exploding_layers(np.ones(2, np.float32), layers) == {3}


def test_the_sheets_loop_explodes_near_layer_28():
    """randn(512) through randn(512, 512): the norm grows by sqrt(512) a layer, so float32 ends near layer 28."""
    torch.manual_seed(0)
    x, layers = torch.randn(512), [torch.randn(512, 512) for _ in range(32)]
    y, first = x, None
    for number, layer in enumerate(layers, start=1):
        y = layer @ y
        if first is None and not bool(torch.isfinite(y).all()):
            first = number
    assert first in reference.exploding_layers(x, layers)
    assert 26 <= first <= 30


def test_product_statistics_have_the_stated_centre_and_spread():
    """400 simulated estimates of 25 products each scatter around sqrt(width) as the formulas say (within 15 %)."""
    rng = np.random.default_rng(7)
    width, repeats = 40, 25
    x = rng.standard_normal((400, repeats, width, 1))
    y = (rng.standard_normal((400, repeats, width, width)) @ x)[..., 0]
    stds, means = np.sqrt((y**2).mean(axis=(1, 2))), y.mean(axis=(1, 2))
    assert stds.mean() == pytest.approx(reference.product_std(width), rel=0.02)
    assert stds.std() == pytest.approx(reference.product_std_sd(width, repeats), rel=0.15)
    assert means.std() == pytest.approx(reference.product_mean_sd(width, repeats), rel=0.15)
    assert reference.product_std(512) == pytest.approx(math.sqrt(512))


def test_layer_statistics_agree_with_torch():
    """scaled, tanh and relu statistics equal a plain torch loop, rectangular fan_in included."""
    torch.manual_seed(1)
    x = torch.randn(30, dtype=torch.float64)
    layers = [torch.randn(30, 30, dtype=torch.float64) for _ in range(6)]
    steps = {
        "scaled_statistics": lambda a, v: a @ v / 30**0.5,
        "tanh_statistics": lambda a, v: torch.tanh(a @ v),
        "relu_statistics": lambda a, v: torch.relu(a @ v),
    }
    for name, step in steps.items():
        y = x
        for layer in layers:
            y = step(layer, y)
        assert getattr(reference, name)(x, layers) == pytest.approx((y.mean().item(), y.std(correction=0).item()))
    wide = torch.randn(30, 5, dtype=torch.float64)
    assert reference.scaled_statistics(x[:5], [wide])[0] == pytest.approx((wide @ x[:5] / 5**0.5).mean().item())


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
    with pytest.raises(results.GraderError, match="<!-- stand-in -->"):
        results.write_table(document, "stand-in", ["new"])


def test_real_results_are_not_measured_on_a_stand_in(tmp_path):
    """A folder without the real files stops the measurement."""
    with pytest.raises(results.GraderError, match="expected the real files"):
        results.real_table(str(tmp_path), "cpu", 0)


def test_importing_the_references_imports_no_framework():
    """The judge forks after importing the references, so torch and scipy must wait."""
    code = "import sys, solutions.initialization; print([name for name in ('torch', 'scipy') if name in sys.modules])"
    shown = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True
    )
    assert shown.stdout.strip() == "[]"
