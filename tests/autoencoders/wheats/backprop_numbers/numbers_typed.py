"""Typed, with four significant digits."""

def backprop_numbers():
    return {
        "delta_o1": 0.7414, "delta_o2": -0.2171, "delta_h1": 0.04537, "delta_h2": 0.05155,
        "dw1": 0.002268, "dw2": 0.004537, "dw3": 0.002577, "dw4": 0.005155,
        "dw5": 0.4398, "dw6": 0.4425, "dw7": -0.1288, "dw8": -0.1296,
        "db_h1": 0.04537, "db_h2": 0.05155, "db_o1": 0.7414, "db_o2": -0.2171,
    }
