"""The page on which any figure can be drawn: questions to start from, the choices, and the card of what was chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from lib.explore.by_name import name_of
from lib.explore.card import NAME, explore_card
from lib.explore.choice import Choice
from lib.explore.offered import parse
from lib.explore.starts import STARTS
from lib.site.blocks.chart_card import inside_of
from lib.site.here import Here
from lib.site.markup.tags import coded, goes, tag
from lib.site.part import Part, Sheet
from lib.site.pieces import Box, Piece, Text
from lib.site.places import place_of
from lib.site.sections.explore_form import explore_form
from lib.site.shared import shared
from lib.site.states import fault, in_its_place

_CSS = Path(__file__).with_name("explore.css").read_text(encoding="utf-8")


def explore(here: Here, asked: Mapping[str, str]) -> Iterator[Part]:
    """What stands on the page for who asks for this? On paper, where nothing is chosen, the card alone."""
    try:
        offer = parse(asked, here.record)
    except Exception as error:
        yield Sheet("charts", (fault(error, here.words),))
        return
    if here.view == "screen":
        yield Sheet("starts", (_starts(here),))
        yield from in_its_place("explore_form", partial(explore_form, offer, here, asked), here)
    yield from in_its_place("charts", lambda: (Sheet("charts", (_card(offer.choice, here),)),), here)


def _starts(here: Here) -> Box:
    """Good questions to start from, each a link that opens its choice within the open page."""
    words = here.words
    title = words("explore.starts")
    links = (
        goes("explore", words(f"explore.start.{name}"), {"lang": words.lang, **asked})
        for name, asked in STARTS.items()
    )
    nav = tag("nav", links, "starts", aria_label=title)
    return Box("starts_explore", (Text(coded("style", _CSS) + tag("h2", title, "card-title") + nav),))


def _card(choice: Choice, here: Here) -> Box:
    return Box(f"chart_{NAME}", _inside(urlencode(choice.asked), here))


@shared
def _inside(asked: str, here: Here) -> tuple[Piece, ...]:
    """All that stands on a card of the site, and why some forms are not offered."""
    words = here.words
    offer = parse(dict(parse_qsl(asked)), here.record)
    card = explore_card(offer, here.record, words, here.look)
    barred = [
        words(
            "explore.barred_item",
            form=words(f"explore.form.{one.form}"),
            reason=words(f"explore.reason.{one.reason}"),
        )
        for one in offer.barred
    ]
    place = place_of(name_of(offer.choice), words.lang, here.look)
    inside = inside_of(card, here, place=place)
    if not barred or here.view != "screen":
        return inside
    told = tag("p", words("explore.barred", forms=words.join(barred)), "card-note")
    return (*inside, Text(told))
