"""Plain lists."""

def parameterized_relu(t, W, b):
    k = len(b)
    ts = [float(t)] * k if not hasattr(t, "__len__") else list(t)
    return [list(row) for row in W], [b[i] - ts[i] for i in range(k)], ts
