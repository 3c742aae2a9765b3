"""Chongqing's share of the nation's offshore outsourcing, year by year as the official table prints it."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.shown import bar_of
from lib.charts.spec import Axis, Chart, Fill
from lib.charts.theme import BAR_WIDTH, frame, tokens_of
from lib.facts.markets import Share, shares_of_nation
from lib.facts.record import Record
from lib.words.speak import Words


def share_of_nation_card(record: Record, words: Words, look: Look) -> Card:
    """Which share of the nation's offshore outsourcing is executed in Chongqing?"""
    shares = shares_of_nation(record)
    first, last = shares[0].printed, shares[-1].printed
    return Card(
        name="share_of_nation",
        title=words(
            "outsourcing.share_of_nation.title"
            if len(shares) > 1
            else "outsourcing.share_of_nation.title_alone",
            first=first,
            last=last,
        ),
        subtitle=words("outsourcing.share_of_nation.subtitle"),
        chart=_draw(shares, words, look),
        rows=tuple(row for share in shares for row in _rows(share, words)),
        alt=words(
            "outsourcing.share_of_nation.alt",
            shares=words.join(
                words("outsourcing.share_of_nation.alt_share", share=share.printed) for share in shares
            ),
        ),
        notes=tuple(
            words("outsourcing.share_of_nation.note", computed=share.computed, printed=share.printed)
            for share in shares
            if share.computed and not share.computed.bounds.meets(share.printed.bounds)
        ),
    )


def _rows(share: Share, words: Words) -> list[Row]:
    rows = [Row(words("outsourcing.share_of_nation.printed", share=share.printed), share.printed)]
    if share.computed:
        rows.append(Row(words("outsourcing.share_of_nation.computed", share=share.computed), share.computed))
    return rows


def _draw(shares: tuple[Share, ...], words: Words, look: Look) -> Chart:
    own = tokens_of(look.theme).chongqing
    printed = [share.printed for share in shares]
    canvas = frame(look.theme)
    canvas.bars(
        (
            bar_of(words.period(fact.period), fact, Fill(own), words, text=words.fact(fact), ink=own)
            for fact in printed
        ),
        width=BAR_WIDTH,
    )
    canvas.axes(
        x=Axis(categories=tuple(words.period(fact.period) for fact in printed)),
        y=Axis(ends=(0, max(fact.at(0) for fact in printed) * 1.2), most=5, suffix="%"),
    )
    return canvas.chart
