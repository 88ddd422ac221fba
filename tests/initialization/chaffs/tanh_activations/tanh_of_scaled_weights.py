"""The weights are scaled, as in T1.3."""

CAUGHT_BY = ("test_mean_and_std_after_tanh_layers",)
CODE = "scaled-weights"
REPLACE = [("x = torch.tanh(a @ x)", "x = torch.tanh(a / math.sqrt(a.shape[1]) @ x)")]
