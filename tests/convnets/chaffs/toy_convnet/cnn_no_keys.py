"""Other names in the dictionary."""

CAUGHT_BY = ("test_forward_values", "test_places_of_the_maxima")
CODE = "missing-keys"
BASE = "_forward"
REPLACE = [('fwd["m_argmax"] = pairs.argmax(axis=2)', 'fwd["argmax"] = pairs.argmax(axis=2)')]
