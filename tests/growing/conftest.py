"""What every test of a growing record starts from: all that is composed of the record, once."""

from __future__ import annotations

import pytest

from lib.facts.record import Record
from tests.growing.composed import Composer, charts


@pytest.fixture(scope="session")
def drawn(record: Record) -> Composer:
    """Every chart card of the record; `of` composes again those that a changed record touches."""
    return Composer(record, charts())
