"""The file is no file of torch's."""

TASK = "cnn_same_size"
CAUGHT_BY = ("test_accuracy_on_the_test_set",)
SAYS = "cannot be read"
FILES = {"cnn.pt": "text"}

def text():
    with open("cnn.pt", "w") as file:
        file.write("weights")
