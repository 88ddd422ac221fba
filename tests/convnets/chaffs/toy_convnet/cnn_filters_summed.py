"""Only the gradient of u is averaged."""

CAUGHT_BY = ("test_gradients_of_the_mean_squared_error",)
CODE = "filter-gradients-summed"
BASE = "_passes"
REPLACE = [("return dl_dw1 / batch_size, dl_dw2 / batch_size, dl_du", "return dl_dw1, dl_dw2, dl_du")]
