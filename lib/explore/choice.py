"""What a reader asks to see drawn, and the one line of an address that says it."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from lib.facts.record import CHONGQING, WORLD

EACH = "each"
"""Every area, every part or every partner beside the others; of areas, their codes stand in the address."""
OF_DIMENSION = "each."
"""Before the name of a dimension: every part of it, beside the whole."""
TOTAL = "total"
LEVEL, PRINTED, GROWTH, OF_NATION, OF_TOTAL, INDEX, CHANGE = MEASURES = (
    "level",
    "printed",
    "growth",
    "of_nation",
    "of_total",
    "index",
    "change",
)
"""As printed; growth as printed; growth worked out; share of the nation, of the total; first year = 100; difference."""
YEARS, MONTHS, HALVES, POINTS, OTHER = SPANS = ("year", "months", "half", "point", "other")
"""Whole years; January to a month; halves of years; days; any other span."""
LINES, BARS, BY_MONTH, STACK, SIDE, LIST = FORMS = ("lines", "bars", "months", "stack", "side", "list")
AUTO = "auto"
"""The form that follows from the data."""
OUTCOMES, ALL_KINDS = KINDS = ("outcome", "all")
EVERYTHING, PUBLISHED = ORIGINS = ("all", "published")
AS_PRINTED = "printed"
"""Each currency as it is printed, in panels of its own."""
MOST_AREAS = 12
FIRST_IS = 100


@dataclass(frozen=True, slots=True)
class Choice:
    """Which figures, of whom, when and in which form? `since` and `until` are years, blank for no limit.

    `currency` is blank for what is no amount.
    """

    indicator: str
    areas: tuple[str, ...] = (CHONGQING,)
    category: str = TOTAL
    counterpart: str = WORLD
    span: str = YEARS
    kinds: str = OUTCOMES
    origin: str = EVERYTHING
    currency: str = ""
    since: str = ""
    until: str = ""
    measure: str = LEVEL
    form: str = AUTO

    @property
    def asked(self) -> dict[str, str]:
        """Under which names and values does the address keep it? Only what is not the same for everybody.

        >>> Choice("services_trade_total", ("CN",), currency="CNY").asked
        {'indicator': 'services_trade_total', 'area': 'CN', 'span': 'year', 'currency': 'CNY'}
        """
        given = zip(NAMES, astuple(self), _USUAL, strict=True)
        return {
            name: ",".join(value) if isinstance(value, tuple) else value
            for name, value, usual in given
            if value not in (usual, "")
        }


NAMES = (
    "indicator",
    "area",
    "category",
    "counterpart",
    "span",
    "kind",
    "origin",
    "currency",
    "from",
    "to",
    "measure",
    "form",
)
"""The names of an address, in the order in which one choice depends on those before it."""
_USUAL = ("", (), TOTAL, WORLD, "", OUTCOMES, EVERYTHING, "", "", "", LEVEL, AUTO)
"""What an address leaves out under each of them."""
