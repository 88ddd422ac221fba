"""The places are counted; the answers are typed, as lists."""

def conv_output_size(n, kernel, stride=1, padding=0):
    places, start = 0, -padding
    while start + kernel <= n + padding:
        places, start = places + 1, start + stride
    return places


def conv_answers():
    return {"a": [49, 49], "b": [9, 9], "c": [23, 23], "d": [49, 49]}
