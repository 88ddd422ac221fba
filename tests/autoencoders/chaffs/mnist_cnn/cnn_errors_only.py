"""Right answers are left out."""

CAUGHT_BY = ("test_confusion_matrix",)
CODE = "only-wrong-images"
BASE = True
REPLACE = [("return counts", "return counts - torch.diag(counts.diag())")]
