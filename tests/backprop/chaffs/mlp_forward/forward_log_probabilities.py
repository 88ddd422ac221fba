"""predict_proba returns logarithms."""

CAUGHT_BY = ("test_adapter_maps_the_network", "test_probabilities_are_right")
CODE = "logarithms-instead-of-probabilities"
BASE = True
REPLACE = [("return forward_pass(net, x)", "return np.log(forward_pass(net, x))")]
