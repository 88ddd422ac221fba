"""The smallest uniform noise that is allowed, in float32."""

WIDTH = 0.01
CORRUPTION = {"kind": "uniform", "width": WIDTH}


def corrupt(points, seed):
    noise = np.random.RandomState(seed).uniform(-WIDTH, WIDTH, points.shape).astype(np.float32)
    return points.astype(np.float32) + noise
