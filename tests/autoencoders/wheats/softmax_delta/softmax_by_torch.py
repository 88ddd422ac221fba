"""torch differentiates the cost."""

def softmax_delta(z, y):
    import torch

    scores = torch.tensor(np.asarray(z), requires_grad=True)
    cost = -(torch.tensor(np.asarray(y)) * torch.log_softmax(scores, dim=-1)).sum()
    cost.backward()
    return scores.grad
