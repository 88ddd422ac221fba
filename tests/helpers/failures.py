"""How tests of ``autograder.checks`` take a failed check apart."""

import pytest

from autograder.checks import CheckFailed


def failure(check, *args, **kwargs):
    with pytest.raises(CheckFailed) as caught:
        check(*args, **kwargs)
    return caught.value
