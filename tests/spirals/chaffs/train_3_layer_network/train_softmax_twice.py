"""The probabilities go through a softmax once more."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "the softmax is applied twice"
BASE = True
REPLACE = [
    (
        "probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)",
        "probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)\n"
        "        probs = np.exp(probs) / np.sum(np.exp(probs), axis=1, keepdims=True)",
    ),
]
