"""reshape instead of a transposition."""

CAUGHT_BY = ("test_reads_labelled_images",)
CODE = "reshaped-instead-of-transposed"
BASE = "_labelled_images"
REPLACE = [
    (
        '(np.array(Image.open(path).convert("RGB"))).permute(2, 0, 1)',
        '(np.array(Image.open(path).convert("RGB"))).reshape(3, 64, 64)',
    ),
]
