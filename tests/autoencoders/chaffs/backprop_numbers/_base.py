"""A right answer in other words than the model answer; wrong answers change a line of it."""


def backprop_numbers():
    x, t = np.array([0.05, 0.10]), np.array([0.01, 0.99])
    W1, W2 = np.array([[0.15, 0.20], [0.25, 0.30]]), np.array([[0.40, 0.45], [0.50, 0.55]])
    h = 1 / (1 + np.exp(-(W1 @ x + 0.35)))
    o = 1 / (1 + np.exp(-(W2 @ h + 0.60)))
    do = o - t
    dh = (W2.T @ do) * h * (1 - h)
    dW1, dW2 = np.outer(dh, x), np.outer(do, h)
    numbers = {f"dw{k}": float(v) for k, v in enumerate([*dW1.ravel(), *dW2.ravel()], 1)}
    bh, bo = dh, do
    for k in range(2):
        numbers |= {f"delta_h{k + 1}": float(dh[k]), f"delta_o{k + 1}": float(do[k])}
        numbers |= {f"db_h{k + 1}": float(bh[k]), f"db_o{k + 1}": float(bo[k])}
    return numbers
