"""A chart by its name: one of the site's, such as `goal_path`, or a choice, `explore?indicator=…&area=…`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode
from zlib import crc32

from lib.charts.card import Card, Look
from lib.charts.registry import EVERY
from lib.explore.card import NAME, explore_card
from lib.explore.choice import NAMES, Choice
from lib.explore.offered import parse
from lib.facts.record import Record
from lib.words.speak import Words

_ASKS = f"{NAME}?"


@dataclass(frozen=True, slots=True)
class Vain:
    """A part of a choice that there is nothing of: its name, what was asked, and what there is instead."""

    name: str
    value: str
    allowed: tuple[str, ...]


def is_choice(name: str) -> bool:
    """Is a chart of this name a choice of `/explore`?

    >>> is_choice("explore?indicator=services_trade_total"), is_choice("goal_path")
    (True, False)
    """
    return name.startswith(_ASKS)


def name_of(choice: Choice) -> str:
    """What is the chart of a choice called? Its line in the address; no comma is in it, so that names stand in a list.

    >>> name_of(Choice("services_trade_total", ("CN-CQ", "CN"), currency="CNY"))
    'explore?indicator=services_trade_total&area=CN-CQ+CN&span=year&currency=CNY'
    """
    return _ASKS + urlencode(choice.asked | {"area": " ".join(choice.areas)})


def asked_of(name: str) -> dict[str, str]:
    """Which choices does such a name make? Areas may be parted by commas as well.

    >>> asked_of("explore?indicator=services_trade_total&area=CN-CQ+CN")
    {'indicator': 'services_trade_total', 'area': 'CN-CQ,CN'}
    """
    found = dict(parse_qsl(name.removeprefix(_ASKS)))
    return found | ({"area": ",".join(found["area"].split())} if "area" in found else {})


def id_of(choice: Choice) -> str:
    """What is its card called where only letters, digits and strokes may stand, such as the name of a file?

    >>> id_of(Choice("services_trade_total", ("CN",), currency="CNY"))
    'explore_services_trade_total_ed61d7cf'
    """
    return f"{NAME}_{choice.indicator}_{crc32(name_of(choice).encode()):08x}"


def settled(name: str, record: Record) -> str:
    """What is a choice called with all that follows from it, such as whose figures they are? Other names stay."""
    return name_of(parse(asked_of(name), record).choice) if is_choice(name) else name


def in_vain(asked: Mapping[str, str], record: Record) -> tuple[Vain, ...]:
    """What of this is unknown, or has no figure? Raises NoSuchFigure for an empty record."""
    unknown = tuple(Vain(name, asked[name], NAMES) for name in asked if name not in NAMES)
    offer = parse(asked, record)
    return unknown + tuple(
        Vain(name, value, tuple(option.code for option in offer.options[name]))
        for name, value in offer.refused
    )


def drawn(name: str, record: Record, words: Words, look: Look) -> Card:
    """What is on the card of a chart? A choice says for itself in which currency and of which periods it is.

    Raises NoSuchFigure where nothing was published for it, KeyError for another name.
    """
    if not is_choice(name):
        return EVERY[name](record, words, look)
    offer = parse(asked_of(name), record)
    return explore_card(offer, record, words, look, name=id_of(offer.choice))
