"""The first sixth is for validation."""

CAUGHT_BY = ("test_split_keeps_training_and_validation_apart",)
CODE = "other-split"

def split_mnist(images, labels):
    held = len(images) // 6
    return (images[held:], labels[held:]), (images[:held], labels[:held])
