"""How large the parts of a chart are where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Style:
    """Points of type for labels, ticks and categories, and how many points a pixel of the screen's cards has.

    With `forms`, a label says its number by a format where one can: LibreOffice's Writer keeps no style of another.
    """

    lang: str
    label: float
    tick: float
    category: float
    point: float
    forms: bool = False
    plot: tuple[float, float] = (1.0, 1.0)
    frame: tuple[float, float] = (1.0, 1.0)

    def of_chart(self, plot: tuple[float, float], frame: tuple[float, float]) -> Style:
        """How large is all this in a chart with a frame of so many points, of which the plot is such a part?"""
        return replace(self, plot=plot, frame=frame)


def of_slide(lang: str) -> Style:
    """How large is a chart on a slide?"""
    return Style(lang, label=13.0, tick=12.0, category=13.0, point=0.95)


def of_sheet(lang: str) -> Style:
    """How large is a chart on a sheet of a workbook?"""
    return Style(lang, label=9.5, tick=9.5, category=9.5, point=0.75)


def of_document(lang: str) -> Style:
    """How large is a chart in a document?"""
    return Style(lang, label=9.0, tick=9.0, category=9.0, point=0.72, forms=True)
