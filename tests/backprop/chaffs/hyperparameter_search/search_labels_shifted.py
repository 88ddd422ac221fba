"""The labels of the validation part are those of the training part."""

CAUGHT_BY = ("test_split_keeps_training_and_validation_apart",)
CODE = "labels-of-other-images"

def split_mnist(images, labels):
    kept = len(images) - len(images) // 6
    return (images[:kept], labels[:kept]), (images[kept:], labels[: len(images) - kept])
