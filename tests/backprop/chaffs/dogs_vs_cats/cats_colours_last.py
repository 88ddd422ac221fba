"""The colours stay the last axis."""

CAUGHT_BY = ("test_reads_labelled_images",)
CODE = "colours-last"
BASE = "_labelled_images"
REPLACE = [
    ('(np.array(Image.open(path).convert("RGB"))).permute(2, 0, 1)', '(np.array(Image.open(path).convert("RGB")))'),
]
