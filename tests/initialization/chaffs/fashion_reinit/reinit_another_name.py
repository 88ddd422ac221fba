"""Another scheme is named than was used."""

CAUGHT_BY = ("test_weights_follow_the_named_scheme",)
SAYS = "not what torch.nn.init.xavier_uniform_"
BASE = True
REPLACE = [('return {"scheme": "xavier_normal_"}', 'return {"scheme": "xavier_uniform_"}')]
