"""Labels are drawn apart from their inputs."""

CAUGHT_BY = ("test_batches_are_drawn_at_random",)
CODE = "labels-of-other-samples"
BASE = "_training"
REPLACE = [('Y["train"][idx]', 'Y["train"][np.random.permutation(len(X["train"]))[:batch_size]]')]
