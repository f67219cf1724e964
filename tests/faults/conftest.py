from collections.abc import Iterator

import pytest

from faults.processes import Nursery, nursery


@pytest.fixture(scope="session")
def children() -> Iterator[Nursery]:
    """Where processes of the program come from."""
    with nursery() as made:
        yield made
