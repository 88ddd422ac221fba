"""Every call goes on from the first weights of the last one."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
CODE = "runs-differ"
BASE = True
REPLACE = [
    ("def train_3_layer_network(H1=100, H2=100):", "kept = {}\n\n\ndef train_3_layer_network(H1=100, H2=100):"),
    ("W1 = np.random.randn(D, H1)", "W1 = kept.setdefault((D, H1), np.random.randn(D, H1))"),
]
