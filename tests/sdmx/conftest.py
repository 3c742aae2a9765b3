"""What the tests of SDMX share: the record as people edit it, read without the program."""

from __future__ import annotations

import csv
from collections.abc import Mapping

import pytest

from tests.conftest import ROOT

Printed = Mapping[str, Mapping[str, str]]


@pytest.fixture(scope="session")
def printed() -> Printed:
    """Each published figure by its id, every cell as it is typed."""
    with (ROOT / "data/published/observations.csv").open(encoding="utf-8", newline="") as file:
        return {row["observation_id"]: row for row in csv.DictReader(file)}
