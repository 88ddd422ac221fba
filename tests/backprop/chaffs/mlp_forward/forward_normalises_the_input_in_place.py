"""The input is centred in place."""

CAUGHT_BY = ("test_the_input_stays_as_it_is", "test_probabilities_are_right")
CODE = "changed-in-place"
BASE = True
REPLACE = [("def forward_pass(net, x):", "def forward_pass(net, x):\n    x -= x.mean(axis=0)")]
