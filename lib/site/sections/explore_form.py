"""The choices of the page on which any figure can be drawn; the address keeps them in one line."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from lib.explore.choice import EACH, FIRST_IS, MOST_AREAS, NAMES, OF_DIMENSION
from lib.explore.choice import Choice as Asked
from lib.explore.offered import Offer, parse
from lib.explore.pool import Option
from lib.facts.record import Record
from lib.site.choices import Choice, Refused, Several
from lib.site.here import Here
from lib.site.part import Group, Part
from lib.words.names import Names
from lib.words.speak import Words

_ROWS = (
    ("indicator", "area"),
    ("category", "counterpart", "span", "from", "to"),
    ("measure", "currency", "kind", "origin", "form"),
)
_LISTS = {"area": "areas", "category": "categories", "counterpart": "areas"}
_PICKED = "picked"
"""What was chosen last by a link: of what stands after it in `NAMES`, what has nothing beside it is dropped."""
_FORGETS = (*NAMES, _PICKED)
_FIELDS = {"kind": "kinds", "from": "since", "to": "until"}


def explore_form(offer: Offer, here: Here, asked: Mapping[str, str]) -> tuple[Part, ...]:
    """What can be chosen beside what is, with how many figures remain, and what is asked for in vain?"""
    names = Names.of(here.record, here.words.lang)
    picked = asked.get(_PICKED)
    dropped = NAMES[NAMES.index(picked) + 1 :] if picked in NAMES else ()
    refused = tuple(
        Refused(name, value, instead=offer.choice.asked["area"] if name == "area" else "")
        for name, value in offer.refused
        if name not in dropped
    )
    rows = []
    for row in _ROWS:
        shown = [name for name in row if name == "indicator" or len(offer.options[name]) > 1]
        if shown:
            choices = tuple(_choice(name, offer, names, here) for name in shown)
            rows.append(Group(f"explore_{row[0]}", choices, widths=(1,) * len(shown)))
    return (*refused, Group("explore_form", tuple(rows)))


def _choice(name: str, offer: Offer, names: Names, here: Here) -> Choice | Several:
    words = here.words
    options = tuple((one.code, _said(name, one, names, here)) for one in offer.options[name])
    leads, linked = partial(_leads, offer.choice, name, here.record), offer.choice.asked | {_PICKED: name}
    if name == "area":
        label = words("explore.filter.area", most=words.count(MOST_AREAS))
        return Several(name, label, options, offer.choice.areas, MOST_AREAS, leads, linked, _FORGETS)
    if name in ("from", "to"):
        options = (("", words("explore.filter.none")), *options)
    chosen = str(getattr(offer.choice, _FIELDS.get(name, name)))
    label = words(f"explore.filter.{name}")
    return Choice(name, label, options, chosen, forgets=_FORGETS, listed=True, leads=leads, linked=linked)


def _leads(chosen: Asked, name: str, record: Record, value: str) -> dict[str, str]:
    """The whole choice with a value; what has nothing beside it is dropped."""
    return parse({**chosen.asked, name: value}, record).choice.asked


def _said(name: str, option: Option, names: Names, here: Here) -> str:
    words = here.words
    called = _called(name, option.code, names, words)
    if name in ("from", "to", "form"):
        return called
    figures = words.count(option.figures)
    if name != "indicator":
        return words("explore.option", name=called, figures=figures)
    return words(
        "explore.option.indicator",
        dataset=words(f"data.dataset.{here.record.dataset_of(option.code)}"),
        name=called,
        figures=figures,
        years=words.count(option.years),
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
