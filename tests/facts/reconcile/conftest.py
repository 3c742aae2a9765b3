"""What the tests of comparisons share: the findings of the published record, and a record with other rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from lib.facts.fact import Fact
from lib.facts.observation import to_fact
from lib.facts.reconcile import findings_of
from lib.facts.reconcile.finding import Finding
from lib.facts.record import Record
from tests.facts.reconcile.found import only

Find = Callable[..., Finding]


@pytest.fixture(scope="session")
def findings(record: Record) -> tuple[Finding, ...]:
    return findings_of(record)


@pytest.fixture
def find(findings: tuple[Finding, ...]) -> Find:
    """The one finding of a check that compares all of these observations."""
    return lambda check, *codes: only(findings, check, *codes)


@pytest.fixture
def with_row(record: Record) -> Callable[..., Record]:
    """The record with one more observation: a copy of a published one with some cells changed."""

    def make(like: str, **cells: Any) -> Record:
        dataset = record.dataset_of(cells.get("indicator", record.row(like)["indicator"]))
        row = record.row(like) | {"observation_id": "made-up"} | cells
        frame = pd.concat([record.frames[dataset], pd.DataFrame([row])], ignore_index=True)
        return replace(record, frames=dict(record.frames) | {dataset: frame})

    return make


@pytest.fixture
def fact(record: Record) -> Callable[..., Fact]:
    """A printed figure with the bounds, qualifier and scope that a test is about."""
    like = record.row("cn-cq.offshore_outsourcing_executed.total.2019-01_2019-12")

    def make(value: float, lower: float, upper: float, **cells: Any) -> Fact:
        return to_fact(like | {"value": value, "lower": lower, "upper": upper} | cells)

    return make
