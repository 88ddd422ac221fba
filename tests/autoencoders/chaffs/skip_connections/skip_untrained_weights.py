"""The weights of a new network were saved."""

CAUGHT_BY = ("test_reconstructions_of_test_images", "test_error_is_below_the_one_without",)
CODE = "no-better-than-without-skips"
FILES = {"mnist-cae-skip.pt": "untrained"}

def untrained():
    save_weights("mnist-cae-skip.pt", make_cae_skip())
