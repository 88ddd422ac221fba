"""The losses met during the epoch are averaged."""

CAUGHT_BY = ("test_losses_are_those_of_the_whole_training_set",)
CODE = "loss-before-update"
BASE = True
REPLACE = [
    ("order = rng.permutation(len(x))", "order = rng.permutation(len(x))\n        met = []"),
    (
        "batch = order[start : start + batch_size]",
        "batch = order[start : start + batch_size]\n"
        "            met.append(loss_and_gradients(net, x[batch], y[batch])[0] * len(batch))",
    ),
    ("losses.append(loss_and_gradients(net, x, y)[0])", "losses.append(sum(met) / len(x))"),
]
