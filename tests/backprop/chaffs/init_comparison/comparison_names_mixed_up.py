"""Each curve is returned under the name of another scheme."""

CAUGHT_BY = ("test_zero_stays_at_the_class_prior", "test_curves_lie_in_the_right_order")
CODE = "zero-curve-too-low"
REPLACE = [("[scheme]", "[{'zero': 'glorot', 'normal': 'zero', 'glorot': 'normal'}[scheme]]")]
