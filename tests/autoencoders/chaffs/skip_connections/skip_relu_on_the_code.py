"""embed gives the code after a ReLU."""

CAUGHT_BY = ("test_encoder_and_code_are_those_without_skips",)
CODE = "relu-on-code"
BASE = True
REPLACE = [
    (
        "self.fc2(F.relu(self.fc1(self.pooled2.flatten(1))))",
        "F.relu(self.fc2(F.relu(self.fc1(self.pooled2.flatten(1)))))",
    ),
]
