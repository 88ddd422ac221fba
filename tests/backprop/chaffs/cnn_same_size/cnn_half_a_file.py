"""Half of the file, as after a broken upload."""

CAUGHT_BY = ("test_accuracy_on_the_test_set",)
CODE = "file-unreadable"
FILES = {"cnn.pt": "half"}

def half():
    with open("cnn.pt", "rb") as file:
        content = file.read()
    with open("cnn.pt", "wb") as file:
        file.write(content[: len(content) // 2])
