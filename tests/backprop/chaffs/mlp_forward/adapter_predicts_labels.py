"""predict_proba gives the class instead of probabilities."""

CAUGHT_BY = ("test_adapter_maps_the_network", "test_probabilities_are_right")
CODE = "wrong-shape"

def predict_proba(net, x):
    return net.forward(x).argmax(axis=1)
