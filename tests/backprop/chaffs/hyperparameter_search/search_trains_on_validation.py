"""The training part is everything."""

CAUGHT_BY = ("test_split_keeps_training_and_validation_apart",)
CODE = "validation-trained-on"

def split_mnist(images, labels):
    kept = len(images) - len(images) // 6
    return (images, labels), (images[kept:], labels[kept:])
