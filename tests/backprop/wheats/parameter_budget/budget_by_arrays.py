"""The parameters are counted on the arrays of a network; another architecture."""

def choose_architecture():
    return [600, 300]


def count_parameters(layer_sizes):
    total = 0
    for i in range(1, len(layer_sizes)):
        total += layer_sizes[i - 1] * layer_sizes[i]
        total += layer_sizes[i]
    return total
