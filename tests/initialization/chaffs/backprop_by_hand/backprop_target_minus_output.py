"""The error is t − o, so that all gradients have the wrong sign."""

CAUGHT_BY = ("test_output_layer_gradients", "test_hidden_layer_gradients", "test_shared_bias_gradients")
CODE = "wrong-sign"
BASE = True
REPLACE = [("delta_o = (o - t) * o * (1 - o)", "delta_o = (t - o) * o * (1 - o)")]
