"""The images alone are returned."""

CAUGHT_BY = ("test_reads_labelled_images",)
CODE = "no-pair"
BASE = "_labelled_images"
REPLACE = [
    (
        "([picture(path) for path in paths]), torch.tensor([0] * len(cats) + [1] * len(dogs))",
        "([picture(path) for path in paths])",
    ),
]
