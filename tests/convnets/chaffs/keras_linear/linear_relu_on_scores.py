"""ReLU on the scores before the softmax."""

CAUGHT_BY = ("test_scores_are_linear",)
CODE = "not-linear"
REPLACE = [('layers.Dense(10, activation="softmax")', 'layers.Dense(10, activation="relu"), layers.Softmax()')]
