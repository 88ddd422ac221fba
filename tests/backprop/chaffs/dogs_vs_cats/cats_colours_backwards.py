"""Blue, green, red, as OpenCV reads."""

CAUGHT_BY = ("test_reads_labelled_images",)
CODE = "colours-backwards"
BASE = "_labelled_images"
REPLACE = [('(Image.open(path).convert("RGB"))', '(Image.open(path).convert("RGB"))[:, :, ::-1].copy()')]
