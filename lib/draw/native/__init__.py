"""A chart as something that PowerPoint, Excel and Word can draw themselves."""

from lib.draw.native.drawing import drawing

__all__ = ["drawing"]
