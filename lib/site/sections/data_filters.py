"""The filters over all published figures."""

from __future__ import annotations

from collections.abc import Mapping

from lib.facts.record import DATASETS
from lib.site.choices import LONGEST_SEARCH, Choice, Search, choice_of
from lib.site.sections.pager import PAGE
from lib.words.dataset import Listing
from lib.words.names import Names
from lib.words.search import ALL, Wanted, choices
from lib.words.speak import Words

FILTERS = ("dataset", "indicator", "area", "period", "unit", "q")


def data_filters(
    listed: Listing, names: Names, words: Words, asked: Mapping[str, str]
) -> tuple[tuple[Choice | Search, ...], Wanted]:
    """What can be filtered by, and which figures does the reader ask for?"""
    options = _options(listed, names, words)
    dataset = _choice("dataset", options["dataset"], words, asked)
    indicator = _choice("indicator", options["indicator"], words, asked)
    area = _choice("area", options["area"], words, asked)
    period = _choice("period", options["period"], words, asked)
    unit = _choice("unit", options["unit"], words, asked)
    of_dataset = {ALL, indicator.chosen, *choices(listed, "indicator", dataset.chosen)}
    offered = tuple(option for option in indicator.options if option[0] in of_dataset)
    search = Search(
        "q",
        words("data.filter.q"),
        words("data.filter.q_help"),
        asked.get("q", "")[:LONGEST_SEARCH],
        forgets=(PAGE,),
    )
    wanted = Wanted(dataset.chosen, indicator.chosen, area.chosen, period.chosen, unit.chosen, search.text)
    shown = _choice("indicator", offered, words, asked)
    return (dataset, shown, area, period, unit, search), wanted


def _options(listed: Listing, names: Names, words: Words) -> dict[str, tuple[tuple[str, str], ...]]:
    called = {
        "dataset": [(code, words(f"data.dataset.{code}")) for code in DATASETS],
        "indicator": [(code, names("indicators", code)) for code in choices(listed, "indicator")],
        "area": [(code, names("areas", code)) for code in choices(listed, "area")],
        "period": [
            (year, words("data.filter.year", year=words.year(int(year)))) for year in choices(listed, "year")
        ],
        "unit": [(code, words(f"unit.{code}")) for code in choices(listed, "unit")],
    }
    return {name: ((ALL, words(f"data.filter.all.{name}")), *options) for name, options in called.items()}


def _choice(
    name: str, options: tuple[tuple[str, str], ...], words: Words, asked: Mapping[str, str]
) -> Choice:
    forgets = ("indicator", PAGE) if name == "dataset" else (PAGE,)
    return choice_of(name, words(f"data.filter.{name}"), options, asked, forgets=forgets, listed=True)
