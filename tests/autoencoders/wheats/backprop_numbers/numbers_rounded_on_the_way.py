"""By hand, every intermediate result rounded to four significant digits."""

import math


def backprop_numbers():
    def r(value):
        return float(f"{value:.4g}")

    def sigma(z):
        return r(1 / (1 + math.exp(-r(z))))

    h1, h2 = sigma(0.15 * 0.05 + 0.20 * 0.10 + 0.35), sigma(0.25 * 0.05 + 0.30 * 0.10 + 0.35)
    o1, o2 = sigma(0.40 * h1 + 0.45 * h2 + 0.60), sigma(0.50 * h1 + 0.55 * h2 + 0.60)
    d1, d2 = r(o1 - 0.01), r(o2 - 0.99)
    e1 = r((0.40 * d1 + 0.50 * d2) * r(h1 * r(1 - h1)))
    e2 = r((0.45 * d1 + 0.55 * d2) * r(h2 * r(1 - h2)))
    return {
        "delta_o1": d1, "delta_o2": d2, "delta_h1": e1, "delta_h2": e2,
        "db_o1": d1, "db_o2": d2, "db_h1": e1, "db_h2": e2,
        "dw1": r(0.05 * e1), "dw2": r(0.10 * e1), "dw3": r(0.05 * e2), "dw4": r(0.10 * e2),
        "dw5": r(d1 * h1), "dw6": r(d1 * h2), "dw7": r(d2 * h1), "dw8": r(d2 * h2),
    }
