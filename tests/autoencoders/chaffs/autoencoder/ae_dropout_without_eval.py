"""Dropout, and nobody calls eval()."""

CAUGHT_BY = ("test_answers_do_not_depend_on_mode_and_batch",)
CODE = "predicts-in-training-mode"
BASE = "_network"
REPLACE = [("nn.Linear(784, 400)", "nn.Dropout(0.3), nn.Linear(784, 400)")]


def reconstruct(model, images):
    with torch.no_grad():
        return model(images)
