"""tanh is applied to the input of each layer."""

CAUGHT_BY = ("test_mean_and_std_after_tanh_layers",)
CODE = "tanh-before-the-product"
REPLACE = [("x = torch.tanh(a @ x)", "x = a @ torch.tanh(x)")]
