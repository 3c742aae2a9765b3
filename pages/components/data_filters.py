"""The filters over all published figures."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from lib.facts.record import DATASETS
from lib.words.dataset import Listing
from lib.words.names import Names
from lib.words.search import ALL, Wanted, choices
from lib.words.speak import Words
from pages.components import pickers
from pages.components.pager import PAGE

FILTERS = ("dataset", "indicator", "area", "period", "q")
_WIDTHS = (3, 5, 3, 2, 4)


def data_filters(listed: Listing, names: Names, words: Words) -> Wanted:
    """Which figures does the reader ask for?"""
    dataset = pickers.asked("dataset", (ALL, *DATASETS), words)
    known = (ALL, *choices(listed, "indicator"))
    indicator = pickers.asked("indicator", known, words)
    offered = (ALL, *choices(listed, "indicator", dataset))
    if indicator not in offered:  # asked for by an address together with another dataset: shown, with no rows
        offered = (*offered, indicator)
    areas = (ALL, *choices(listed, "area"))
    area = pickers.asked("area", areas, words)
    years = (ALL, *choices(listed, "year"))
    period = pickers.asked("period", years, words)

    columns = st.columns(_WIDTHS, gap="small")
    with columns[0]:
        _select(
            "dataset",
            dataset,
            (ALL, *DATASETS),
            words,
            {code: words(f"data.dataset.{code}") for code in DATASETS},
        )
    with columns[1]:
        _select("indicator", indicator, offered, words, names.lists["indicators"])
    with columns[2]:
        _select("area", area, areas, words, names.lists["areas"])
    with columns[3]:
        _select(
            "period",
            period,
            years,
            words,
            {year: words("data.filter.year", year=words.year(int(year))) for year in years[1:]},
        )
    with columns[4]:
        q = pickers.search(
            "q", label=words("data.filter.q"), placeholder=words("data.filter.q_help"), forgets=(PAGE,)
        )
    return Wanted(dataset, indicator, area, period, q)


def _select(name: str, value: str, options: tuple[str, ...], words: Words, called: Mapping[str, str]) -> None:
    pickers.select(
        name,
        value,
        options,
        label=words(f"data.filter.{name}"),
        say=lambda code: words(f"data.filter.all.{name}") if code == ALL else called.get(code, code),
        forgets=("indicator", PAGE) if name == "dataset" else (PAGE,),
    )
