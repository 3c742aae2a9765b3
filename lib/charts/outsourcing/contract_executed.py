"""Signed and done: contract value and executed value of one period, each beside the base it grew from."""

from __future__ import annotations

import plotly.graph_objects as go

from lib.charts.card import Card, Look
from lib.charts.outsourcing.pairs import pair_rows
from lib.charts.outsourcing.twins import HEIGHT, Bar, add_twins
from lib.charts.theme import frame
from lib.facts.outsourcing import GrowthOnBase, contract_and_executed
from lib.facts.record import Record
from lib.words.scales import LARGE, unit_name
from lib.words.speak import Words

PARTS = ("total", "kpo")


def contract_executed_card(record: Record, words: Words, look: Look) -> Card:
    """How much was contracted and how much executed, in all and of it KPO, and how fast did each grow?"""
    pairs = contract_and_executed(record, PARTS)
    contract, executed = pairs[:2]
    given = {
        "contract": contract.level,
        "contract_growth": contract.growth,
        "executed": executed.level,
        "executed_growth": executed.growth,
    }
    return Card(
        name="contract_executed",
        title=words("outsourcing.contract_executed.title", **given),
        subtitle=words(
            "outsourcing.contract_executed.subtitle",
            unit=unit_name(contract.level.unit, LARGE[words.lang], words.lang),
        ),
        figure=_draw(pairs, words, look),
        rows=tuple(row for pair in pairs for row in pair_rows(pair, words, name=_name(pair, record, words))),
        alt=words(
            "outsourcing.contract_executed.alt",
            period=contract.level.period,
            pairs=words.join(
                words(
                    "outsourcing.contract_executed.alt_pair",
                    name=_name(pair, record, words),
                    level=pair.level,
                    growth=pair.growth,
                    base=pair.base,
                )
                for pair in pairs
            ),
        ),
        notes=(words("outsourcing.contract_executed.note"),),
    )


def _label(pair: GrowthOnBase, words: Words) -> str:
    measure = words(f"outsourcing.measure.{pair.level.indicator}")
    return words(f"outsourcing.contract_executed.label_{pair.level.category}", measure=measure)


def _name(pair: GrowthOnBase, record: Record, words: Words) -> str:
    level = pair.level
    if level.category == "total":
        return record.name("indicators", level.indicator, words.lang)
    measure = words(f"outsourcing.measure.{level.indicator}")
    kind = record.name("categories", level.category, words.lang)
    return words("outsourcing.contract_executed.name", kind=kind, measure=measure)


def _draw(pairs: tuple[GrowthOnBase, ...], words: Words, look: Look) -> go.Figure:
    figure = frame(look.theme, height=HEIGHT)
    rows = [(_label(pair, words), _bars(pair, words)) for pair in pairs]
    add_twins(figure, rows, words, look, scale=LARGE[words.lang])
    return figure


def _bars(pair: GrowthOnBase, words: Words) -> tuple[Bar, Bar]:
    texts = [
        f"{words.year(fact.period.end.year)}  {words.label(fact, LARGE[words.lang])}"
        for fact in (pair.level, pair.base)
    ]
    return (
        Bar(pair.level, f"{texts[0]}  {words.signed(pair.growth)}", _label(pair, words), own=True),
        Bar(pair.base, texts[1], _label(pair, words), own=False),
    )
