"""The derivative of the hidden sigmoid is lost."""

CAUGHT_BY = ("test_hidden_layer_gradients", "test_shared_bias_gradients")
CODE = "hidden-slope-missing"
BASE = True
REPLACE = [("delta_h = (B @ delta_o) * h * (1 - h)", "delta_h = B @ delta_o")]
