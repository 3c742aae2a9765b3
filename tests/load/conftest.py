"""A server for readers without a browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.server import Server, serving


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests of a run; under xdist one for each worker."""
    with serving(tmp_path_factory.mktemp("server")) as running:
        yield running
