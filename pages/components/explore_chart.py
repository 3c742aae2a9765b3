"""The card of what a reader chose to see, and why some forms are not offered."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from lib.explore.by_name import name_of
from lib.explore.card import NAME, explore_card
from lib.explore.choice import Choice
from lib.explore.offered import parse
from lib.site.blocks.chart_card import inside_of
from lib.site.here import Here
from lib.site.markup.tags import tag
from lib.site.pieces import Box, Piece, Text
from lib.site.places import place_of
from lib.site.shared import shared


def explore_chart(choice: Choice, reader: Here) -> Box:
    """What is the card of a choice, with all that stands on a card of the site?"""
    return Box(f"chart_{NAME}", _inside(urlencode(choice.asked), reader))


@shared
def _inside(asked: str, reader: Here) -> tuple[Piece, ...]:
    words = reader.words
    offer = parse(dict(parse_qsl(asked)), reader.record)
    card = explore_card(offer, reader.record, words, reader.look)
    barred = [
        words(
            "explore.barred_item",
            form=words(f"explore.form.{one.form}"),
            reason=words(f"explore.reason.{one.reason}"),
        )
        for one in offer.barred
    ]
    place = place_of(name_of(offer.choice), words.lang, reader.look)
    inside = inside_of(card, reader, place=place)
    if not barred or reader.view != "screen":
        return inside
    told = tag("p", words("explore.barred", forms=words.join(barred)), "card-note")
    return (*inside, Text(told))
