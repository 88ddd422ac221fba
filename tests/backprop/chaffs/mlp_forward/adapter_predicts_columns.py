"""predict_proba gives a column for each sample."""

CAUGHT_BY = ("test_adapter_maps_the_network",)
CODE = "samples-in-columns"

def predict_proba(net, x):
    return net.forward(x).T
