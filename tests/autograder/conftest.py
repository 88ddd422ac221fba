"""What the tests of a whole run share."""

import pytest


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory):
    """One cache for the tests that only read stand-ins, so that they are drawn once."""
    return tmp_path_factory.mktemp("cache")
