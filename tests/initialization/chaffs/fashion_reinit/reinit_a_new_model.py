"""A new network is initialised, the given one is not touched."""

CAUGHT_BY = ("test_every_linear_layer_gets_new_weights",)
CODE = "weights-kept"
BASE = True
REPLACE = [("torch.manual_seed(seed)", "model = make_fashion_mlp()")]
