"""2.4: the toy convnet."""

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("toy_convnet")

X, Y = np.array([[1.0, -2.0, 0.5, 1.5], [-0.5, 2.0, 1.0, -1.0], [0.3, 0.7, -1.2, 2.0]]), np.array([1.0, -1.0, 2.0])
MODEL = {"w1": np.array([0.5, 1.0, -0.5]), "w2": np.array([-1.0, 0.3, 0.8]), "u": np.array([1.0, -0.5, 0.7, 2.0])}


def network(model, x):
    """p of the network for one sample, with numpy's own convolution."""
    o = [np.maximum(np.convolve(x, model[name], mode="same"), 0) for name in ("w1", "w2")]
    return model["u"] @ np.array([max(row[start : start + 2]) for row in o for start in (0, 2)])


def test_forward(student):
    """forward returns all six entries, and p is the network's output for each sample."""
    fwd = student.probe("forward_pass", MODEL, X)["fwd"]
    checks.keys(fwd, ("x", "o1", "o2", "m", "m_argmax", "p"), "the result of forward")
    checks.close(np.reshape(fwd["p"], -1), np.array([network(MODEL, x) for x in X]), "p")


def test_gradient_of_u(student):
    """There are three gradients with 3, 3 and 4 entries, and that of u agrees with a small change of u."""
    gradients = student.probe("backward_pass", MODEL, X, Y)["gradients"]
    if not isinstance(gradients, (list, tuple)) or [np.size(gradient) for gradient in gradients] != [3, 3, 4]:
        checks.fail("backprop does not return dl_dw1, dl_dw2, dl_du with 3, 3 and 4 entries.")
    h, losses = 1e-5, []
    for change in (h, -h):
        model = MODEL | {"u": MODEL["u"] + np.array([0, 0, change, 0])}
        losses.append(np.mean([(network(model, x) - y) ** 2 for x, y in zip(X, Y, strict=True)]))
    slope = (losses[0] - losses[1]) / (2 * h)
    checks.close(np.reshape(gradients[2], 4)[2], slope, "one entry of dl_du", rtol=1e-3)


def test_form_of_training(student):
    """learn_cnn returns a model, and a training and a test loss for each iteration."""
    data, labels = {"train": X, "test": X}, {"train": Y, "test": Y}
    returned = student.learn_cnn(data, labels, 2, 0.01, 5, 0.01)
    if not isinstance(returned, (list, tuple)) or len(returned) != 3:
        checks.fail("learn_cnn does not return three values: models, training_loss, test_loss.")
    checks.keys(returned[0], ("w1", "w2", "u"), "the model")
    for name, losses in (("training_loss", returned[1]), ("test_loss", returned[2])):
        if np.size(losses) != 5:
            checks.fail(f"{name} has {np.size(losses)} entries after 5 iterations.")
