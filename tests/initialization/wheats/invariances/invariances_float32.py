"""torch in float32; the input is divided by its sum."""

import torch


def tie_reversal(W1, W2):
    W1 = torch.tensor(W1, dtype=torch.float32)
    return W1 + W1.flip(3), torch.tensor(W2, dtype=torch.float32)


def tie_pairs(W1, W2):
    W1 = torch.tensor(W1, dtype=torch.float32)
    return W1 + W1.roll(-2, dims=2), torch.tensor(W2, dtype=torch.float32)


def normalise(X):
    X = torch.tensor(X, dtype=torch.float32)
    total = X.sum()
    return X / total if total > 0 else X
