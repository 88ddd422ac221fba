"""m_argmax points at the smaller entry."""

CAUGHT_BY = ("test_places_of_the_maxima",)
CODE = "wrong-places-of-maxima"
BASE = "_forward"
REPLACE = [('fwd["m_argmax"] = pairs.argmax(axis=2)', 'fwd["m_argmax"] = pairs.argmin(axis=2)')]
