"""A card's figure as something that PowerPoint and Excel can draw themselves."""

from lib.briefing.native.drawing import drawing

__all__ = ["drawing"]
