"""One error for both coordinates of a point."""

CAUGHT_BY = ("test_every_number_by_itself",)
CODE = "coordinates-together"
BASE = True
REPLACE = [("points.shape", "(len(points), 1)")]
