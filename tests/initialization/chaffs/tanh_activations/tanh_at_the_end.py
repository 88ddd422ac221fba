"""One tanh, after the last layer."""

CAUGHT_BY = ("test_mean_and_std_after_tanh_layers",)
CODE = "tanh-at-the-end"
REPLACE = [("x = torch.tanh(a @ x)", "x = a @ x\n    x = torch.tanh(x)")]
