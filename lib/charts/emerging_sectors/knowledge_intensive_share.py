"""The nation's knowledge-intensive share: full years filled, parts of a year open, no line across a gap."""

from __future__ import annotations

import math
from datetime import date
from itertools import pairwise
from typing import Any

from lib.charts.canvas import Canvas
from lib.charts.card import Card, Look, Row
from lib.charts.labels import label
from lib.charts.shown import point_of
from lib.charts.spec import Axis, Chart, Of, Part, Stroke, Symbol
from lib.charts.theme import frame, tokens_of
from lib.charts.tokens import Tokens
from lib.charts.years import every
from lib.facts.emerging import emerging_share, growth_behind, knowledge_intensive
from lib.facts.errors import maybe
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.facts.series import runs_of_years
from lib.words.speak import Words


def knowledge_intensive_share_card(record: Record, words: Words, look: Look) -> Card:
    """How has the share of knowledge-intensive services in the nation's services trade moved?"""
    shares = knowledge_intensive(record)
    years = [share for share in shares if share.period.is_year]
    own = maybe(emerging_share, record)
    said = [share for share in shares if own and not share.period.is_year and share.period == own.period]
    behind = growth_behind(record, years[-1]) if years else None
    told = (
        words("emerging_sectors.knowledge_intensive_share.alt_years", years=_list(years, words))
        if years
        else ""
    )
    parts = [share for share in shares if not share.period.is_year]
    in_parts = (
        words("emerging_sectors.knowledge_intensive_share.alt_parts", parts=_list(parts, words))
        if parts
        else ""
    )
    return Card(
        name="knowledge_intensive_share",
        title=_title(years, shares[-1], words),
        subtitle=words("emerging_sectors.knowledge_intensive_share.subtitle"),
        chart=_draw(shares, [*said, shares[-1]], words, look),
        rows=(
            *(
                Row(words("emerging_sectors.knowledge_intensive_share.row", share=share), share)
                for share in shares
            ),
            *_behind_rows(behind, words),
        ),
        alt=words(
            "emerging_sectors.knowledge_intensive_share.alt",
            shares=words.join(text for text in (told, in_parts) if text),
        ),
        notes=(words("emerging_sectors.knowledge_intensive_share.note"), *_behind_note(behind, words)),
    )


def _title(years: list[Fact], newest: Fact, words: Words) -> str:
    """From the first to the last whole year of one scope, whichever way; without two of them the newest share."""
    of_scope = [year for year in years if year.basis == years[-1].basis]
    if len(of_scope) < 2:
        last = years[-1] if years else newest
        return words("emerging_sectors.knowledge_intensive_share.stands", last=last)
    first, last = of_scope[0], of_scope[-1]
    direction = "rose" if last.lower > first.upper else "fell" if last.upper < first.lower else "did_not_move"
    return words(f"emerging_sectors.knowledge_intensive_share.{direction}", first=first, last=last)


def _list(shares: list[Fact], words: Words) -> str:
    return words.list([_told(share, words) for share in shares])


def _behind_rows(behind: tuple[Fact, Fact] | None, words: Words) -> tuple[Row, ...]:
    if not behind:
        return ()
    part, whole = behind
    return (
        Row(words("emerging_sectors.knowledge_intensive_share.part_growth", year=part), part),
        Row(words("emerging_sectors.knowledge_intensive_share.whole_growth", year=whole), whole),
    )


def _behind_note(behind: tuple[Fact, Fact] | None, words: Words) -> tuple[str, ...]:
    """A share also rises when the whole shrinks: said where the printed growths say so."""
    if not behind or not behind[0].value > 0 > behind[1].value:
        return ()
    return (words("emerging_sectors.knowledge_intensive_share.behind", part=behind[0], whole=behind[1]),)


def _told(share: Fact, words: Words) -> str:
    return words("emerging_sectors.knowledge_intensive_share.told", share=share)


def _draw(shares: tuple[Fact, ...], labelled: list[Fact], words: Words, look: Look) -> Chart:
    tokens = tokens_of(look.theme)
    canvas = frame(look.theme)
    of: dict[Fact, Of] = {}
    for run in runs_of_years(shares):
        of |= _points(canvas, run, words, tokens.others, line=len(run) > 1)
    parts = tuple(share for share in shares if not share.period.is_year)
    if parts:
        of |= _points(canvas, parts, words, tokens.others, open_=True)
    ground = {"ground": tokens.card, "pad": 1}  # it may lie over the line of another scope
    for share in shares:
        if share.period.is_year:
            _label(canvas, share, of, words.fact(share), tokens.text, along="top", up=-5)
        elif share in labelled:
            # The newest stands under its point and ends there, so that nothing is cut off at the edge.
            newest = {"across": "right", "align": "right", "dx": 8, "along": "top", "up": -22} | ground
            text = words("emerging_sectors.knowledge_intensive_share.part", share=share)
            _label(canvas, share, of, text, tokens.quiet, **(newest if share is shares[-1] else {}))
    for before, later in pairwise(shares):
        if before.basis != later.basis:
            _break(canvas, date(later.period.end.year, 1, 1), words, tokens)
    first, last = shares[0].period.end.year, shares[-1].period.end.year
    years = every(range(first, last + 1))
    values = [share.at(0) for share in shares]
    canvas.axes(
        x=Axis(
            ends=(date(first, 6, 1), date(last + 1, 3, 1)),
            ticks=tuple(date(year, 12, 31) for year in years),
            names=tuple(words.year(year) for year in years),
        ),
        y=Axis(
            ends=(math.floor(min(values) / 10) * 10, math.ceil(max(values) / 10) * 10), step=10, suffix="%"
        ),
    )
    return canvas.chart


def _points(
    canvas: Canvas,
    shares: tuple[Fact, ...],
    words: Words,
    colour: str,
    *,
    line: bool = False,
    open_: bool = False,
) -> dict[Fact, Of]:
    mark = canvas.points(
        (point_of(share.period.end, share, words) for share in shares),
        stroke=Stroke(colour, 2) if line else None,
        symbol=Symbol("circle", 9, colour, open=open_, edge=2),
    )
    return {share: Of(mark, item) for item, share in enumerate(shares)}


def _break(canvas: Canvas, day: date, words: Words, tokens: Tokens) -> None:
    """Where another scope begins, a line across which nothing is joined."""
    line = canvas.plumb(day, Stroke(tokens.quiet, 1.4, "dash"))
    label(
        canvas, f"<b>{words('chart.scope_changed')}</b>", day, Part(0), colour=tokens.text, of=Of(line),
        across="right", along="bottom", dx=-5, up=2,
    )  # fmt: skip


def _label(canvas: Canvas, share: Fact, of: dict[Fact, Of], text: str, colour: str, **placed: Any) -> None:
    over: dict[str, Any] = {"across": "left", "align": "left", "dx": -2, "along": "bottom", "up": 6}
    role = "under" if placed.get("along") == "top" else "over"
    how = over | placed
    label(canvas, text, share.period.end, share.at(0), colour=colour, of=of[share], role=role, **how)
