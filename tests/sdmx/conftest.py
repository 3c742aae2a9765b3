"""What the tests of SDMX share: a server, and the record as people edit it, read without the program."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping

import pytest

from tests.browser.server import Server, serving
from tests.conftest import ROOT

Printed = Mapping[str, Mapping[str, str]]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("sdmx")) as running:
        yield running


def typed() -> Printed:
    """Each published figure by its id, every cell as it is typed."""
    with (ROOT / "data/published/observations.csv").open(encoding="utf-8", newline="") as file:
        return {row["observation_id"]: row for row in csv.DictReader(file)}


@pytest.fixture(scope="session")
def printed() -> Printed:
    return typed()
