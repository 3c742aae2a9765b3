"""Where a chart is found again: on its page, in a briefing, by address; one of the site or a choice of `/explore`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lib.catalog.codes import CURRENCIES
from lib.charts.card import Look
from lib.explore.by_name import asked_of, is_choice
from lib.explore.card import NAME as EXPLORE
from lib.site.pages import PAGE_OF
from lib.words.address import address


@dataclass(frozen=True, slots=True)
class Place:
    """Where a card is found again: its page, its name by address with choices, its name in a briefing with choices.

    Where a name is blank, there is none.
    """

    page: str
    name: str = ""
    asked: Mapping[str, str] = field(default_factory=dict)
    chart: str = ""
    brief: Mapping[str, str] = field(default_factory=dict)


def page_of(name: str) -> str:
    """On which page does a chart stand, by its name or by that of its card?

    >>> page_of("growth_base"), page_of("explore?indicator=services_trade_total")
    ('outsourcing', 'explore')
    """
    return PAGE_OF.get(name) or EXPLORE


def place_of(name: str, lang: str, look: Look) -> Place:
    """Where is a chart found again, by its name?

    >>> place_of("explore?indicator=services_trade_total&area=CN", "en", Look()).page
    '/explore?lang=en&indicator=services_trade_total&area=CN'
    """
    if is_choice(name):
        asked = asked_of(name)
        return Place(address(EXPLORE, lang=lang, **asked), EXPLORE, asked, name)
    chosen = {"currency": look.currency if look.currency != CURRENCIES[0] else "", "period": look.period}
    page = address(page_of(name), lang=lang, view="slide", chart=name, **chosen)
    return Place(page, name, chosen, name, chosen)
