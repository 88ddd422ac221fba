"""References of `initialization`: backprop, symmetries and VGG11; against figures of the sheet, loops and torch."""

import numpy as np
import pytest

from tests.helpers.later import import_later

torch = import_later("torch")
reference = import_later("solutions.initialization")


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def hand_written_loss(x, t, w, b):
    """The network of Q2 spelt out weight by weight, as the sheet's figure names them."""
    w1, w2, w3, w4, w5, w6, w7, w8, w9, w10 = w
    h1 = sigmoid(w1 * x[0] + w3 * x[1] + w5 * x[2] + b[0])
    h2 = sigmoid(w2 * x[0] + w4 * x[1] + w6 * x[2] + b[0])
    o1, o2 = sigmoid(w7 * h1 + w9 * h2 + b[1]), sigmoid(w8 * h1 + w10 * h2 + b[1])
    return 0.5 * ((o1 - t[0]) ** 2 + (o2 - t[1]) ** 2)


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


@pytest.fixture
def dna():
    """A sample (4, 6) and the weights of a network over it."""
    rng = np.random.default_rng(5)
    return rng.standard_normal((4, 6)), rng.standard_normal((4, 6, 4, 6)), rng.standard_normal((4, 6))


@pytest.mark.framework
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


@pytest.mark.framework
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
