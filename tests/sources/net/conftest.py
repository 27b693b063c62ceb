from collections.abc import Iterator

import pytest

from tests.webserver import Web, serving


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as found:
        yield found
