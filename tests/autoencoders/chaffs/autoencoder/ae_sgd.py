"""SGD instead of Adam."""

CAUGHT_BY = ("test_training",)
CODE = "other-optimiser"
BASE = "_training"
REPLACE = [("torch.optim.Adam(model.parameters(), lr=0.001)", "torch.optim.SGD(model.parameters(), lr=0.001)")]
