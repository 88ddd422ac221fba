"""References of `initialization`: risk, double descent, initial scales, exploding products; against simulations."""

import math

import numpy as np
import pytest

from tests.helpers.later import import_later

torch = import_later("torch")
reference = import_later("solutions.initialization")
double_descent = import_later("solutions.initialization.double_descent")


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


@pytest.mark.framework
def test_xavier_and_kaiming_agree_with_torchs_own_initialisers():
    """torch.nn.init on a wide rectangular layer fills the stated interval and has the stated deviation."""
    torch.manual_seed(0)
    weight = torch.empty(700, 1300, dtype=torch.float64)
    torch.nn.init.xavier_uniform_(weight)
    bound = reference.xavier_bound(1300, 700)
    assert 0.9999 * bound < weight.abs().max().item() <= bound
    torch.nn.init.kaiming_normal_(weight, mode="fan_in", nonlinearity="relu")
    assert weight.std().item() == pytest.approx(reference.kaiming_std(1300), rel=5e-3)


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


@pytest.mark.framework
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


@pytest.mark.framework
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
