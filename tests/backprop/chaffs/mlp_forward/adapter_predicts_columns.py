"""predict_proba gives a column for each sample."""

CAUGHT_BY = ("test_adapter_maps_the_network",)
SAYS = "predict_proba gives shape (4, 9); (9, 4) is expected"

def predict_proba(net, x):
    return net.forward(x).T
