"""The weights of a new network were saved."""

CAUGHT_BY = ("test_accuracy_on_the_test_set",)
CODE = "accuracy-below-pass-mark"
FILES = {"mnist_cnn.pt": "untrained"}

def untrained():
    save_weights("mnist_cnn.pt", CNN())
