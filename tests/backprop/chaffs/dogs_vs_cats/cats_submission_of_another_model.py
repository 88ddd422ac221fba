"""The predictions of an untrained model."""

CAUGHT_BY = ("test_submission_is_what_the_weights_predict",)
CODE = "other-predictions"
FILES = {"submission.csv": "changed"}
BASE = "_submission"


def changed():
    torch.manual_seed(3)
    write([[n, ("Cat", "Dog")[int(torch.randint(2, ()))]] for n, _ in rows()])
