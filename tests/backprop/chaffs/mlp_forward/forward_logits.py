"""predict_proba returns scores."""

CAUGHT_BY = ("test_adapter_maps_the_network", "test_probabilities_are_right")
CODE = "rows-not-summing-to-1"
BASE = True
REPLACE = [("return shifted / shifted.sum(axis=1, keepdims=True)", "return scores")]
