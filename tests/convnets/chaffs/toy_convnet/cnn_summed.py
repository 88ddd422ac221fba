"""Sums over the batch."""

CAUGHT_BY = ("test_gradients_of_the_mean_squared_error",)
CODE = "sum-instead-of-mean"
BASE = "_passes"
REPLACE = [
    ('dl_du = np.dot(dl_dp, fwd["m"]) / batch_size', 'dl_du = np.dot(dl_dp, fwd["m"])'),
    ("return dl_dw1 / batch_size, dl_dw2 / batch_size, dl_du", "return dl_dw1 , dl_dw2 , dl_du"),
]
