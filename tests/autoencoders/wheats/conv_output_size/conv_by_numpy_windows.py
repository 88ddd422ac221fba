"""The shape of a sliding window view."""

def conv_output_size(n, kernel, stride=1, padding=0):
    padded = np.pad(np.zeros(n), padding)
    return np.lib.stride_tricks.sliding_window_view(padded, kernel)[::stride].shape[0]


def conv_answers():
    one = dict(a=conv_output_size(50, 4, padding=1), b=conv_output_size(50, 8, 5))
    other = dict(c=conv_output_size(50, 10, 2, 2), d=conv_output_size(50, 2))
    return {name: (size, size) for name, size in (one | other).items()}
