"""a and y exchange their roles."""

CAUGHT_BY = ("test_value_between_the_ends", "test_infinite_where_a_logarithm_is")
CODE = "a-and-y-exchanged"
BASE = True
REPLACE = [("def cross_entropy(a, y):\n    a, y = np.asarray(a), np.asarray(y)", "def cross_entropy(y, a):")]
