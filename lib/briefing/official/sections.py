"""What the brief says, page by page: the sentence that answers the page's question, then its charts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from lib.briefing.content import Briefing, Exhibit
from lib.briefing.left_out import LeftOut, attempt
from lib.site.places import page_of
from lib.words.answers import ANSWERS

_OF_A_PERIOD = "outsourcing"
"""The page whose charts are of the period that was chosen; what answers it is of the newest."""
_OF_CHOICES = "explore"
"""The page whose answer says what can be chosen there, not what the charts that were chosen show."""


@dataclass(frozen=True, slots=True)
class Section:
    """A page of the site, the sentence that answers its question (blank where there is none), its charts chosen."""

    page: str
    answer: str
    exhibits: tuple[Exhibit, ...]


def sections(briefing: Briefing) -> list[Section]:
    """Which sections has a brief? One for each page that a chart is of, in the order of the charts."""
    return sections_and_left(briefing)[0]


def sections_and_left(briefing: Briefing) -> tuple[list[Section], list[LeftOut]]:
    """Which sections has a brief, and which sentences could not be made?"""
    left = list[LeftOut]()
    by_page: dict[str, list[Exhibit]] = {}
    for exhibit in briefing.exhibits:
        by_page.setdefault(page_of(exhibit.card.name), []).append(exhibit)
    return [Section(page, _answer(page, briefing, left), tuple(of)) for page, of in by_page.items()], left


def _answer(page: str, briefing: Briefing, left: list[LeftOut]) -> str:
    if page == _OF_CHOICES or (page == _OF_A_PERIOD and briefing.order.look.period):
        return ""
    return attempt("section", page, partial(ANSWERS[page], briefing.record, briefing.words), left) or ""
