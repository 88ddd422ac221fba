"""p is 10 also where there are fewer weights."""

CAUGHT_BY = ("test_there_may_be_fewer_than_ten_weights",)
CODE = "raised"
BASE = True
REPLACE = [("for k in range(min(p, weight.size)):", "for k in range(p):")]
