"""The gradient of a shared bias is the mean over its units."""

CAUGHT_BY = ("test_shared_bias_gradients",)
CODE = "bias-averaged-over-units"
BASE = True
REPLACE = [("db = np.array([delta_h.sum(), delta_o.sum()])", "db = np.array([delta_h.mean(), delta_o.mean()])")]
