"""How high the texts of a chart's slide are: measured once, for writing them and for the room that the chart has."""

from __future__ import annotations

from dataclasses import dataclass

from lib.briefing.content import Exhibit
from lib.briefing.deck.frame import LEADING, Frame, high
from lib.draw.fitted import fitted
from lib.draw.style import of_slide

TITLES, SUBTITLE, NOTE, SOURCE = (24.0, 22.0, 20.0, 18.0), 13.5, 11.0, 10.0
UNDER_TITLE, UNDER_SUBTITLE, OVER_SOURCE = 3.0, 8.0, 6.0
_BETWEEN, _AROUND = 3.0, (8.0, 4.0)  # notes, and over and under all of them
_TIGHT = 1.25
"""By how much more than there is of room a chart may ask for before its title is set smaller."""


@dataclass(frozen=True, slots=True)
class Told:
    """The texts around the chart of a slide, with a title of one size. Heights are in points of a slide 960 wide."""

    exhibit: Exhibit
    frame: Frame
    size: float = TITLES[0]

    @property
    def title(self) -> float:
        """How high is the title? That of an office's own template has its place there."""
        return 0.0 if self.frame.title else self._high(self.exhibit.card.title, self.size, bold=True)

    @property
    def subtitle(self) -> float:
        """How high is what stands under it?"""
        return self._high(self.exhibit.card.subtitle, SUBTITLE)

    @property
    def notes(self) -> float:
        """How high are the notes?"""
        return sum(self._high(note, NOTE) + _BETWEEN for note in self.exhibit.card.notes)

    @property
    def source(self) -> float:
        """How high is the source?"""
        return self._high(self.exhibit.source, SOURCE)

    @property
    def top(self) -> float:
        """Where may the chart begin?"""
        under = self.title + UNDER_TITLE if self.title else 0.0
        return self.frame.room.top + under + self.subtitle + UNDER_SUBTITLE

    @property
    def rule(self) -> float:
        """Where does the source, with version and address under it, begin?"""
        return self.frame.bottom - SOURCE * LEADING - self.source - OVER_SOURCE

    @property
    def bottom(self) -> float:
        """Where must the chart end?"""
        return self.rule - (self.notes + sum(_AROUND) if self.notes else OVER_SOURCE)

    @property
    def notes_top(self) -> float:
        """Where do the notes begin?"""
        return self.rule - self.notes - _AROUND[1]

    def _high(self, text: str, size: float, *, bold: bool = False) -> float:
        return high(text, size, self.frame.room.width, bold=bold)


def told(exhibit: Exhibit, frame: Frame, lang: str) -> Told:
    """How are the texts of a slide set? The title in the largest size that leaves the chart its room."""
    needed = fitted(exhibit.card.chart).height * of_slide(lang).point / _TIGHT
    each = [Told(exhibit, frame, size) for size in TITLES]
    return next((found for found in each if found.bottom - found.top >= needed), each[-1])
