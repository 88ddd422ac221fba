"""u's gradient comes first."""

CAUGHT_BY = ("test_gradients_of_the_mean_squared_error",)
CODE = "gradients-in-other-order"
BASE = "_passes"
REPLACE = [("dl_dw1 / batch_size, dl_dw2 / batch_size, dl_du", "dl_du, dl_dw1 / batch_size, dl_dw2 / batch_size")]
