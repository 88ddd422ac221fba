"""The best of 1,000 outputs, as a list."""

def cross_entropy_minimum(y):
    grid = (np.arange(1000) + 0.5) / 1000
    costs = -(y[:, None] * np.log(grid) + (1 - y[:, None]) * np.log(1 - grid))
    return [float(grid[row.argmin()]) for row in costs], costs.min(axis=1).mean()
