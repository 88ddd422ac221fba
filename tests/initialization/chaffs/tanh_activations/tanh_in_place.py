"""x is changed in place."""

CAUGHT_BY = ("test_leaves_its_arguments_alone",)
CODE = "changed-in-place"
REPLACE = [("x = torch.tanh(a @ x)", "x.copy_(a @ x).tanh_()")]
