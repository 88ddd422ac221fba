"""Half of the file."""

CAUGHT_BY = ("test_accuracy_of_the_handed_in_model",)
CODE = "file-unreadable"
FILES = {"linear.keras": "damaged"}

def damaged():
    content = open("linear.keras", "rb").read()
    open("linear.keras", "wb").write(content[: len(content) // 2])
