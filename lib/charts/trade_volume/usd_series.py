"""The break in the series: dollar totals above, the yuan total below, each on its own axis."""

from __future__ import annotations

from lib.charts.canvas import Canvas
from lib.charts.card import Card, Look, Row
from lib.charts.labels import hover, label
from lib.charts.spec import Axis, Bar, Chart, Fill, Of, Rule, Stroke, Whole
from lib.charts.theme import frame, hatched, hollow, tokens_of
from lib.charts.tokens import Tokens
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.facts.usd_series import UsdSeries, usd_series
from lib.words.scales import LARGE, unit_name
from lib.words.speak import Words

_ROW, _HEAD, _CUT = 27, 24, 44
"""In pixels: a bar, the name of a panel over it, and the cut between the two panels."""


def usd_series_card(record: Record, words: Words, look: Look) -> Card:
    """How large were the totals of the earlier scope, and why can't they stand beside the yuan total?"""
    series = usd_series(record)
    old, now, goal = series.outcomes[-1], series.current, series.goal
    converted = (series.newest_in_cny,) if series.newest_in_cny else ()
    goals = (goal,) if goal else ()

    def rows(piece: str, facts: tuple[Fact, ...]) -> tuple[Row, ...]:
        return tuple(Row(words(f"trade_volume.usd_series.{piece}", fact=fact), fact) for fact in facts)

    note = "note_exceeds" if series.part_exceeds_goal else "note_differs"
    return Card(
        name="usd_series",
        title=words("trade_volume.usd_series.title", old=old, now=now),
        subtitle=words("trade_volume.usd_series.subtitle"),
        chart=_draw(series, words, look),
        rows=(
            *rows("outcome_row", series.outcomes),
            *rows("target_row", series.targets),
            *rows("current_row", (now,)),
            *rows("goal_row", goals),
            *rows("in_cny_row", converted),
        ),
        alt=words(
            "trade_volume.usd_series.alt",
            earlier=_listed((*series.outcomes, *series.targets), words),
            current=_listed((now, *goals), words),
        ),
        notes=(words(f"trade_volume.usd_series.{note}", old=old, converted=series.newest_in_cny, goal=goal),),
    )


def _listed(facts: tuple[Fact, ...], words: Words) -> str:
    return words.list([words(f"trade_volume.usd_series.alt_{fact.kind}", fact=fact) for fact in facts])


def _draw(series: UsdSeries, words: Words, look: Look) -> Chart:
    tokens, scale = tokens_of(look.theme), LARGE[words.lang]
    above, below = (
        (*series.outcomes, *series.targets),
        (series.current, *([series.goal] if series.goal else [])),
    )
    height = 2 * _HEAD + _CUT + _ROW * (len(above) + len(below))
    top, floor = 1 - _HEAD / height, _ROW * len(below) / height
    canvas = frame(look.theme, height=height + 20)
    panels = (
        (above, (top - _ROW * len(above) / height, top), "earlier"),
        (below, (0.0, floor), "current"),
    )
    for facts, (bottom, upper), name in panels:
        ordered = sorted(facts, key=lambda fact: fact.period.end)
        names = tuple(_name(fact, words) for fact in ordered)
        furthest = max(fact.at(scale) for fact in facts)
        panel = canvas.panel(
            Axis(ends=(0, furthest * 1.5), shown=False),
            Axis(categories=names, grid=False),
            bottom=bottom,
            top=upper,
        )
        _panel(canvas, panel, ordered, names, words, tokens)
        unit = unit_name(facts[0].unit, scale, words.lang)
        _heading(canvas, words(f"trade_volume.usd_series.{name}", unit=unit), upper, tokens.quiet)
    cut = Whole(floor + (_HEAD + _CUT / 2) / height)
    rule = Rule((Whole(0), Whole(1)), (cut, cut), Stroke(tokens.quiet, 1.4, "dash"))
    label(
        canvas, f"<b>{words('trade_volume.usd_series.break')}</b>", Whole(0.5), cut,
        colour=tokens.text, of=Of(canvas.mark(rule)), ground=tokens.card, pad=3,
    )  # fmt: skip
    return canvas.chart


def _panel(
    canvas: Canvas, panel: int, facts: list[Fact], names: tuple[str, ...], words: Words, tokens: Tokens
) -> None:
    """Outcomes are filled, those of a part of a year hatched; goals and estimates are open."""
    scale = LARGE[words.lang]
    for name, fact in zip(names, facts, strict=True):
        if fact.kind != "outcome":
            fill, ink = hollow(tokens.goal, tokens.card), tokens.goal_text
        else:
            whole, ink = fact.period.is_year, tokens.chongqing
            fill = Fill(tokens.chongqing) if whole else hatched(tokens.chongqing, tokens.card)
        text, said = words.label(fact, scale), hover(fact, words, scale)
        bar = Bar(name, fact.at(scale), fill, fact, text=text, ink=ink, hover=said)
        canvas.bars([bar], width=0.72, lying=True, panel=panel)


def _name(fact: Fact, words: Words) -> str:
    if fact.kind == "outcome":
        return words.period(fact.period)
    return words(f"trade_volume.usd_series.{fact.kind}", period=fact.period)


def _heading(canvas: Canvas, text: str, top: float, colour: str) -> None:
    label(canvas, text, Whole(0), Whole(top), colour=colour, across="left", along="bottom", up=1)
