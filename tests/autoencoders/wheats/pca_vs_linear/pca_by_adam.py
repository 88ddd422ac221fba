"""Two linear layers in torch, trained by Adam on centred data; matrices as torch stores them."""

def linear_autoencoder(X, k):
    import torch

    mean = X.mean(axis=0)
    x = torch.tensor(X - mean, dtype=torch.float32)
    net = torch.nn.Sequential(torch.nn.Linear(X.shape[1], k, bias=False), torch.nn.Linear(k, X.shape[1], bias=False))
    optimizer = torch.optim.Adam(net.parameters(), lr=0.02)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 2000)
    for _ in range(2000):
        optimizer.zero_grad()
        torch.nn.functional.mse_loss(net(x), x).backward()
        optimizer.step()
        schedule.step()
    return net[0].weight, net[1].weight, torch.tensor(mean)
