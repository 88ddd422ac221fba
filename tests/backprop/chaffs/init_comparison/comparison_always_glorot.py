"""Every network begins with Glorot's weights."""

CAUGHT_BY = ("test_zero_stays_at_the_class_prior", "test_curves_lie_in_the_right_order")
CODE = "zero-curve-too-low"
REPLACE = [("fill(net, seed)", "initialize_glorot(net, seed)")]
