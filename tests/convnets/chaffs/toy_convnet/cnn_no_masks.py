"""Neither ReLU nor pooling is undone."""

CAUGHT_BY = ("test_gradients_of_the_mean_squared_error",)
CODE = "both-masks-missing"
BASE = "_forward"


def backprop(model, y, fwd, batch_size):
    dl_dp = 2 * (fwd["p"] - y) / batch_size
    dl_do = np.repeat(dl_dp[:, None] * model["u"], 2, axis=1)
    padded = np.pad(fwd["x"], ((0, 0), (1, 1)))
    shifted = [padded[:, 2:], padded[:, 1:-1], padded[:, :-2]]
    dl_dw1 = np.array([np.sum(dl_do[:, :4] * s) for s in shifted])
    dl_dw2 = np.array([np.sum(dl_do[:, 4:] * s) for s in shifted])
    return dl_dw1, dl_dw2, dl_dp @ fwd["m"]
