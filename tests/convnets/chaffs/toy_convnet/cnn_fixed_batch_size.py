"""Divided by 32 whatever the batch is."""

CAUGHT_BY = ("test_gradients_of_the_mean_squared_error",)
CODE = "scaled-by-a-constant"
BASE = "_passes"
REPLACE = [
    ('dl_du = np.dot(dl_dp, fwd["m"]) / batch_size', 'dl_du = np.dot(dl_dp, fwd["m"]) / 32'),
    ("batch_size, dl_dw2 / batch_size", "32, dl_dw2 / 32"),
]
