"""A filter's gradient is summed to one number."""

CAUGHT_BY = ("test_gradients_of_the_mean_squared_error",)
CODE = "not-an-array"
BASE = "_passes"
REPLACE = [("dl_dw1 / batch_size, dl_dw2", "np.sum(dl_dw1) / batch_size, np.sum(dl_dw2)")]
