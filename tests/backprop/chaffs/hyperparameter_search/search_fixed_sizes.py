"""50,000 images are for training, whatever there is."""

CAUGHT_BY = ("test_split_keeps_training_and_validation_apart",)
CODE = "other-split"

def split_mnist(images, labels):
    return (images[:50_000], labels[:50_000]), (images[50_000:], labels[50_000:])
