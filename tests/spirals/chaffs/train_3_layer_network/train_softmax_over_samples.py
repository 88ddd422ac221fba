"""The softmax runs over the samples."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "over the samples instead of the classes"
BASE = True
REPLACE = [
    (
        "exp_scores = np.exp(scores - np.max(scores, axis=1, keepdims=True))",
        "exp_scores = np.exp(scores - np.max(scores, axis=0, keepdims=True))",
    ),
    (
        "probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)",
        "probs = exp_scores / np.sum(exp_scores, axis=0, keepdims=True)",
    ),
]
