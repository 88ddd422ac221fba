"""Labels are drawn apart from their inputs."""

CAUGHT_BY = ("test_batches_are_drawn_at_random", "test_learns_y1")
CODE = "labels-of-other-samples"
BASE = True
REPLACE = [('Y["train"][idx]', 'Y["train"][np.random.choice(len(X["train"]), batch_size)]')]
