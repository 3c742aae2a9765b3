"""Signed and done: contract value and executed value of one period, each beside the base it grew from."""

from __future__ import annotations

from lib.charts.card import Card, Look
from lib.charts.outsourcing.pairs import based, beside, pair_rows, told
from lib.charts.outsourcing.twins import HEIGHT, Bar, add_twins
from lib.charts.spec import Chart
from lib.charts.theme import frame
from lib.facts.fact import Fact
from lib.facts.outsourcing import GrowthOnBase, contract_and_executed
from lib.facts.record import Record
from lib.words.scales import LARGE, unit_name
from lib.words.speak import Words

PARTS = ("total", "kpo")


def contract_executed_card(record: Record, words: Words, look: Look) -> Card:
    """How much was contracted and how much executed, in all and of it KPO, and how fast did each grow?"""
    pairs = contract_and_executed(record, PARTS)
    first = pairs[0].level
    whole = [pair for pair in pairs if pair.level.category == first.category]
    return Card(
        name="contract_executed",
        title=words(
            "outsourcing.contract_executed.title",
            period=first.period,
            told=words.join(told(_measure(pair, words), pair.level, pair.growth, words) for pair in whole),
        ),
        subtitle=words(
            "outsourcing.contract_executed.subtitle",
            unit=unit_name(first.unit, LARGE[words.lang], words.lang),
        ),
        chart=_draw(pairs, words, look),
        rows=tuple(row for pair in pairs for row in pair_rows(pair, words, name=_name(pair, record, words))),
        alt=words(
            "outsourcing.contract_executed.alt",
            period=first.period,
            pairs=words.join(based(_name(pair, record, words), pair, words) for pair in pairs),
        ),
        notes=(words("outsourcing.contract_executed.note"),),
    )


def _measure(pair: GrowthOnBase, words: Words) -> str:
    return words(f"outsourcing.measure.{pair.level.indicator}")


def _label(pair: GrowthOnBase, words: Words) -> str:
    measure = _measure(pair, words)
    return words(f"outsourcing.contract_executed.label_{pair.level.category}", measure=measure)


def _name(pair: GrowthOnBase, record: Record, words: Words) -> str:
    level = pair.level
    if level.category == "total":
        return record.name("indicators", level.indicator, words.lang)
    measure = _measure(pair, words)
    kind = record.name("categories", level.category, words.lang)
    return words("outsourcing.contract_executed.name", kind=kind, measure=measure)


def _draw(pairs: tuple[GrowthOnBase, ...], words: Words, look: Look) -> Chart:
    canvas = frame(look.theme, height=HEIGHT)
    rows = [(_label(pair, words), _bars(pair, words)) for pair in pairs]
    add_twins(canvas, rows, words, look, scale=LARGE[words.lang])
    return canvas.chart


def _bars(pair: GrowthOnBase, words: Words) -> tuple[Bar, ...]:
    name = _label(pair, words)
    bars = [Bar(pair.level, beside(_dated(pair.level, words), pair.growth, words), name, own=True)]
    if not pair.base.is_missing:
        bars.append(Bar(pair.base, _dated(pair.base, words), name, own=False))
    return tuple(bars)


def _dated(fact: Fact, words: Words) -> str:
    return f"{words.year(fact.period.end.year)}  {words.label(fact, LARGE[words.lang])}"
