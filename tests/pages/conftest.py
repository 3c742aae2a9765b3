"""Pages as they show the frozen first edition, for what they say to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages.components import context, own_file
from pages.server import health


@pytest.fixture
def frozen(first: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The site reads the first edition while a test runs."""
    for module in (context, own_file, health):
        monkeypatch.setattr(module, "DATA", first)
    return first
