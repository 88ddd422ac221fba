"""scipy's xlogy and xlog1py."""

from scipy.special import xlog1py, xlogy


def cross_entropy(a, y):
    return -np.mean(xlogy(y, a) + xlog1py(1 - y, -a), keepdims=True)
