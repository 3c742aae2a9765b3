"""The choices of the page on which any figure can be drawn; the address keeps them in one line."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

from lib.explore.choice import EACH, FIRST_IS, MOST_AREAS, NAMES, OF_DIMENSION
from lib.explore.offered import Offer, parse
from lib.explore.pool import Option
from lib.facts.record import Record
from lib.site.here import Here
from lib.words.names import Names
from lib.words.speak import Words
from pages.components import html
from pages.components.address_bar import keep
from pages.components.states import show_notice

_ROWS = (
    ("indicator", "area"),
    ("category", "counterpart", "span", "from", "to"),
    ("measure", "currency", "kind", "origin", "form"),
)
_CSS = Path(__file__).with_name("explore.css").read_text(encoding="utf-8")
_LISTS = {"area": "areas", "category": "categories", "counterpart": "areas"}


def explore_form(reader: Here) -> Offer:
    """What does the reader want to see? Offers what there is, with how many figures remain."""
    words, record = reader.words, reader.record
    offer = parse(st.query_params.to_dict(), record)
    for name, value in offer.refused:
        show_notice(words("states.unknown_value", name=name, value=value))
        keep({name: offer.choice.asked[name] if name == "area" else ""})
    names = Names.of(record, words.lang)
    html.show(f"<style>{_CSS}</style>")
    with st.container(key="explore_form"):
        for row in _ROWS:
            shown = [name for name in row if name == "indicator" or _has_choice(name, offer)]
            for name, column in zip(shown, st.columns(len(shown) or 1, gap="small"), strict=False):
                with column:
                    _pick(name, offer, names, reader)
    return offer


def _has_choice(name: str, offer: Offer) -> bool:
    return len(offer.options[name]) > 1


def _pick(name: str, offer: Offer, names: Names, reader: Here) -> None:
    words, key = reader.words, f"pick_{name}"
    options = {option.code: option for option in offer.options[name]}
    chosen = offer.choice.asked.get(name, "")
    given: dict[str, Any] = {
        "key": key,
        "on_change": _keep,
        "args": (name, key, reader.record),
        "format_func": partial(_said, name, options, names, reader),
    }
    if name == "area":
        st.session_state[key] = list(offer.choice.areas)
        label = words("explore.filter.area", most=words.count(MOST_AREAS))
        given |= {"max_selections": MOST_AREAS, "placeholder": ""}
        st.multiselect(label, list(options), select_all=False, **given)  # which would stand there in English
        return
    codes = ["", *options] if name in ("from", "to") else list(options)
    st.session_state[key] = chosen if chosen in codes else _of_choice(name, offer)
    st.selectbox(words(f"explore.filter.{name}"), codes, **given)


def _of_choice(name: str, offer: Offer) -> str:
    """What is chosen where the address leaves it to the default?"""
    fields = {"kind": "kinds", "from": "since", "to": "until"}
    return str(getattr(offer.choice, fields.get(name, name)))


def _said(name: str, options: dict[str, Option], names: Names, reader: Here, code: str) -> str:
    words = reader.words
    if not code:
        return words("explore.filter.none")
    called = _called(name, code, names, words)
    if name in ("from", "to", "form"):
        return called
    figures = words.count(options[code].figures)
    if name != "indicator":
        return words("explore.option", name=called, figures=figures)
    return words(
        "explore.option.indicator",
        dataset=words(f"data.dataset.{reader.record.dataset_of(code)}"),
        name=called,
        figures=figures,
        years=words.count(options[code].years),
    )


def _called(name: str, code: str, names: Names, words: Words) -> str:
    if code == EACH:
        return words(f"explore.each.{name}")
    if code.startswith(OF_DIMENSION):
        return words(f"explore.dimension.{code.removeprefix(OF_DIMENSION)}")
    if name == "indicator":
        return names("indicators", code)
    if name in _LISTS:
        return names(_LISTS[name], code)
    if name in ("from", "to"):
        return words("explore.year", year=words.year(int(code)))
    if name == "currency":
        return words("explore.currency.printed") if code == "printed" else words(f"filter.{code}")
    group = {"kind": "kinds", "origin": "origins"}.get(name, name)
    return words(
        f"explore.{group}.{code}", **({"base": words.constant(FIRST_IS)} if name == "measure" else {})
    )


def _keep(name: str, key: str, record: Record) -> None:
    """The address carries the whole choice; what has nothing beside the new one is dropped from it."""
    picked = st.session_state[key]
    value = ",".join(picked) if isinstance(picked, list) else str(picked or "")
    asked = {other: st.query_params[other] for other in NAMES if other in st.query_params}
    now = parse({**parse(asked, record).choice.asked, name: value}, record).choice.asked
    keep(now, forgets=NAMES)
