"""Which of all figures a reader asks for."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from lib.words.dataset import Listing, folded

ALL = "all"
ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader asks for: codes as they stand in the address, and words to search for."""

    dataset: str = ALL
    indicator: str = ALL
    area: str = ALL
    period: str = ALL
    unit: str = ALL
    q: str = ""

    @property
    def is_everything(self) -> bool:
        """Is nothing left out?"""
        return self == Wanted()


def matching(listed: Listing, wanted: Wanted) -> pd.DataFrame:
    """Which figures answer what is asked, by their codes?

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
    if wanted.unit != ALL:
        keep &= codes["unit"] == wanted.unit
    for word in folded(wanted.q).split():
        keep &= codes["haystack"].str.contains(word, regex=False)
    return codes[keep]


def choices(listed: Listing, column: str, dataset: str = ALL) -> tuple[str, ...]:
    """Which codes can a reader choose from, in the order of the table?

    `column` is `indicator`, `unit`, `area` (with those that are only traded with) or `year`, newest first.
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


def low_among(found: pd.DataFrame) -> int:
    """How many of these figures are of low confidence?"""
    return int(found["low"].sum())


def page_of(listed: Listing, found: pd.DataFrame, page: int) -> pd.DataFrame:
    """How do the figures on one page of those that were found read? The first page is 1."""
    places = listed.codes.index.get_indexer(found.index[(page - 1) * ON_A_PAGE : page * ON_A_PAGE])
    return listed.lines(map(int, places))


def pages(many: int) -> int:
    """How many pages do so many figures fill?

    >>> pages(0), pages(50), pages(548), pages(22_080)
    (1, 1, 11, 442)
    """
    return max(1, math.ceil(many / ON_A_PAGE))


def shown_pages(page: int, last: int) -> tuple[int, ...]:
    """Which pages can be gone to from one? The first, the last, its neighbours; 0 stands for those left out.

    >>> shown_pages(1, 11), shown_pages(6, 11), shown_pages(2, 3)
    ((1, 2, 0, 11), (1, 0, 5, 6, 7, 0, 11), (1, 2, 3))
    """
    near = sorted({1, last, *range(max(1, page - 1), min(last, page + 1) + 1)})
    gaps = ((number, 0) if after > number + 1 else (number,) for number, after in pairwise(near))
    return (*(number for pair in gaps for number in pair), last)


def beside(page: int, last: int) -> tuple[int, int]:
    """Which pages come before and after one? 0 where there is none.

    >>> beside(1, 11), beside(11, 11)
    ((0, 2), (10, 0))
    """
    return page - 1, page + 1 if page < last else 0
