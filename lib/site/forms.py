"""In which formats charts, datasets and figures are handed out by address."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

FORMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "datasets": ("csv", "parquet", "xlsx", "json"),
        "charts": ("json", "csv", "xlsx"),
        "facts": ("json", "txt"),
    }
)
PICTURES = ("svg", "png")
"""A chart as a picture too."""
FRAME = '<iframe src="{frame}" width="100%" height="480"></iframe>'
"""The line by which another site shows one: it fills the frame, whatever its size."""
