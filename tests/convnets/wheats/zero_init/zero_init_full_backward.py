"""The whole chain rule, whatever is zero, with columns as the result."""

import numpy as np


def zero_init_gradients(x, y, w1=np.zeros(3), w2=np.zeros(3), u=np.zeros(4)):
    xp = np.concatenate([[0], x, [0]])
    p, ms, parts = 0.0, [], []
    for k, w in enumerate((w1, w2)):
        z = [w[0] * xp[i + 2] + w[1] * xp[i + 1] + w[2] * xp[i] for i in range(4)]
        o = [max(v, 0.0) for v in z]
        for half in (0, 2):
            i = half if o[half] >= o[half + 1] else half + 1
            ms.append(o[i])
            parts.append((k, i, o[i] > 0))
    p = float(np.dot(u, ms))
    e = 2 * (p - y)
    grads = [np.zeros((3, 1)), np.zeros((3, 1))]
    for j, (k, i, alive) in enumerate(parts):
        if alive:
            grads[k] += e * u[j] * np.array([[xp[i + 2]], [xp[i + 1]], [xp[i]]])
    return grads[0], grads[1], e * np.array(ms)[:, None]
