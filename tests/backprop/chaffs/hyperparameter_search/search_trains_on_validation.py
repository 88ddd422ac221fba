"""The training part is everything."""

CAUGHT_BY = ("test_split_keeps_training_and_validation_apart",)
CODE = "validation-trained-on"
REPLACE = [("images[:kept], labels[:kept]", "images, labels")]
