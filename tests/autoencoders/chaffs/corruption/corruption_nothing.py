"""Nothing happens."""

CAUGHT_BY = ("test_corrupts_as_declared", "test_seed_decides")
CODE = "nothing-corrupted"
BASE = True
REPLACE = [("return points + rng.normal(0, 0.2, points.shape)", "return points.copy()")]
