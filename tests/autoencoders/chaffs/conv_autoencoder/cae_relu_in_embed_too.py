"""A ReLU as the encoder's last step."""

CAUGHT_BY = ("test_encoder_between_its_layers",)
CODE = "relu-on-code"
BASE = "_network"
REPLACE = [("self.fc2(F.relu(self.fc1(x.flatten(1))))", "F.relu(self.fc2(F.relu(self.fc1(x.flatten(1)))))")]
