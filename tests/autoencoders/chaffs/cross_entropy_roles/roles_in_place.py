"""a is clipped in place, by too little to be seen in the value."""

CAUGHT_BY = ("test_arguments_of_cross_entropy_stay_as_they_are",)
CODE = "changed-in-place"
BASE = True
REPLACE = [("a, y = np.asarray(a), np.asarray(y)", "a += 1e-17 * (a == 0)")]
