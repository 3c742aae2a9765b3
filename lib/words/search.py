"""Which of all figures a reader asks for."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from lib.words.dataset import Listing, folded

ALL = "all"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader asks for: codes as they stand in the address, and words to search for."""

    dataset: str = ALL
    indicator: str = ALL
    area: str = ALL
    period: str = ALL
    q: str = ""

    @property
    def is_everything(self) -> bool:
        """Is nothing left out?"""
        return self == Wanted()


def matching(listed: Listing, wanted: Wanted) -> pd.DataFrame:
    """Which lines of the table answer what is asked?

    An area counts whether the figure is about it or about trade with it; a year counts where the period
    touches it; every word of a search has to occur.
    """
    codes = listed.codes
    keep = pd.Series(True, index=codes.index)
    if wanted.dataset != ALL:
        keep &= codes["dataset"] == wanted.dataset
    if wanted.indicator != ALL:
        keep &= codes["indicator"] == wanted.indicator
    if wanted.area != ALL:
        keep &= (codes["area"] == wanted.area) | (codes["counterpart"] == wanted.area)
    if wanted.period != ALL:
        keep &= (codes["first_year"] <= int(wanted.period)) & (codes["last_year"] >= int(wanted.period))
    for word in folded(wanted.q).split():
        keep &= codes["haystack"].str.contains(word, regex=False)
    return listed.texts[keep]


def choices(listed: Listing, column: str, dataset: str = ALL) -> tuple[str, ...]:
    """Which codes can a reader choose from, in the order of the table?

    `column` is `indicator`, `area` (with those that are only traded with) or `year`, newest first.
    """
    codes = listed.codes
    if dataset != ALL:
        codes = codes[codes["dataset"] == dataset]
    if column == "year":
        spans = zip(codes["first_year"], codes["last_year"], strict=True)
        touched = {int(year) for first, last in spans for year in range(first, last + 1)}
        return tuple(str(year) for year in sorted(touched, reverse=True))
    found = dict.fromkeys(codes[column])
    if column == "area":
        found |= dict.fromkeys(codes["counterpart"])
    return tuple(str(code) for code in found)


def low_among(listed: Listing, found: pd.DataFrame) -> int:
    """How many of these lines are of low confidence?"""
    return int(listed.codes.loc[found.index, "low"].sum())
