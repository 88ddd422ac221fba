"""The variance is returned instead of the std."""

CAUGHT_BY = ("test_mean_and_std_after_the_scaled_layers",)
CODE = "variance-instead-of-std"
REPLACE = [("return x.mean().item(), x.std().item()", "return x.mean().item(), x.var().item()")]
