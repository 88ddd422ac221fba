"""δ of a layer from the product of all matrices above it; einsum; matrices as nested lists, biases as rows."""

def linear_backprop(x, y, weights, biases):
    acts = [np.asarray(x)]
    for W, b in zip(weights, biases):
        acts += [np.einsum("ni,oi->no", acts[-1], W) + b]
    above, deltas = np.eye(len(biases[-1])), []
    for W in reversed(weights):
        deltas = [(acts[-1] - y) @ above, *deltas]
        above = above @ W
    return dict(
        delta=tuple(d.tolist() for d in deltas),
        dW=tuple(np.einsum("no,ni->noi", d, a).mean(axis=0).tolist() for d, a in zip(deltas, acts)),
        db=tuple(d.mean(axis=0, keepdims=True) for d in deltas),
    )
