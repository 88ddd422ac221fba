"""Small inputs are cut off in the caller's array."""

CAUGHT_BY = ("test_the_input_stays_as_it_is",)
CODE = "changed-in-place"
BASE = True
REPLACE = [("def forward_pass(net, x):", "def forward_pass(net, x):\n    x[np.abs(x) < 0.1] *= 1 - 1e-9")]
