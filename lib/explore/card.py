"""A chart card for any choice, the same card as every chart of the site."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.marks import with_marks
from lib.explore.beside import alt, notes, subtitle
from lib.explore.choice import STACK
from lib.explore.drawing import DRAWINGS
from lib.explore.forms import form_of
from lib.explore.named import Named
from lib.explore.offered import Offer
from lib.explore.sentence import told
from lib.explore.stacked import stacks_of
from lib.facts.record import Record
from lib.words.speak import Words

NAME = "explore"


def explore_card(offer: Offer, record: Record, words: Words, look: Look, *, name: str = NAME) -> Card:
    """What is the card of a choice? Further prints of a period, and a growth in the sentence, stand in its rows too."""
    named = Named.of(record, words, offer.choice, offer.series)
    form = form_of(offer.series, offer.choice)
    said = told(named)
    rows = [Row(named.row(one, fact), fact) for one in offer.series for fact in one.facts]
    rows += [
        Row(words("explore.row.other", row=named.row(one, fact)), fact)
        for one in offer.series
        for fact in one.others
    ]
    if form == STACK and isinstance(stacks := stacks_of(offer.series, offer.choice), tuple):
        rows += [
            Row(words("explore.row.rest", what=named.what, period=one.whole.period), one.rest)
            for one in stacks
            if one.rest
        ]
    rows += [
        Row(words("explore.row.growth", what=named.what, period=fact.period), fact) for fact in said.beside
    ]
    card = Card(
        name=name,
        title=said.text,
        subtitle=subtitle(named, form),
        chart=DRAWINGS[form](named, look),
        rows=tuple(rows),
        alt=alt(named, form),
        notes=notes(named, offer, form),
    )
    return with_marks(card, words, record)
