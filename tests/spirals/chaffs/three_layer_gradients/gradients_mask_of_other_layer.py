"""The mask of the second layer is used for the first, too; it happens to fit where both are equally wide."""

CAUGHT_BY = ("test_gradients_of_square_layers",)
SAYS = "mask of the second hidden layer is applied to the first"
BASE = True
REPLACE = [("dh1[h1 <= 0] = 0", "dh1[(h2 if h2.shape == h1.shape else h1) <= 0] = 0")]
