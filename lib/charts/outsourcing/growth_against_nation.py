"""Growth here beside the nation's: one measure, one period, one currency, and the gap in points."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.outsourcing.twins import HEIGHT, Bar, add_twins
from lib.charts.spec import Chart
from lib.charts.theme import frame
from lib.facts.fact import Fact
from lib.facts.markets import Against, against_nation, stated_gaps_that_fit_nothing
from lib.facts.outsourcing import EXECUTED
from lib.facts.record import Record
from lib.words.speak import Words


def growth_against_nation_card(record: Record, words: Words, look: Look) -> Card:
    """By how many points is Chongqing's growth ahead of the nation's, or behind it?"""
    pairs = against_nation(record)
    head = next((pair for pair in reversed(pairs) if pair.own.indicator == EXECUTED), pairs[-1])
    stated = stated_gaps_that_fit_nothing(record, pairs)
    return Card(
        name="growth_against_nation",
        title=words(
            f"outsourcing.growth_against_nation.title_{head.side}",
            measure=_measure(head.own, words),
            own=head.own,
            size=head.size,
        ),
        subtitle=words("outsourcing.growth_against_nation.subtitle"),
        chart=_draw(pairs, words, look),
        rows=(
            *(row for pair in pairs for row in _rows(pair, words)),
            *(
                Row(words(f"outsourcing.growth_against_nation.stated_{gap.indicator}", gap=gap), gap)
                for gap in stated
            ),
        ),
        alt=words(
            "outsourcing.growth_against_nation.alt",
            pairs=words.join(
                words(
                    "outsourcing.growth_against_nation.alt_pair",
                    measure=_measure(pair.own, words),
                    own=pair.own,
                    nation=pair.nation,
                )
                for pair in pairs
            ),
        ),
        notes=_notes(stated, words),
    )


def _measure(fact: Fact, words: Words) -> str:
    return words(f"outsourcing.measure.{fact.indicator}")


def _rows(pair: Against, words: Words) -> tuple[Row, ...]:
    said = {"measure": _measure(pair.own, words), "own": pair.own}
    return (
        Row(words("outsourcing.growth_against_nation.own", **said), pair.own),
        Row(words("outsourcing.growth_against_nation.nation", **said), pair.nation),
        Row(words("outsourcing.growth_against_nation.gap", **said), pair.gap),
    )


def _notes(stated: tuple[Fact, ...], words: Words) -> tuple[str, ...]:
    if not stated:
        return ()
    gaps = [words(f"outsourcing.growth_against_nation.lead_{gap.indicator}", gap=gap) for gap in stated]
    return (words("outsourcing.growth_against_nation.contradiction", gaps=words.list(gaps)),)


def _draw(pairs: tuple[Against, ...], words: Words, look: Look) -> Chart:
    canvas = frame(look.theme, height=HEIGHT)
    add_twins(canvas, [(_name(pair, words), _bars(pair, words)) for pair in pairs], words, look)
    return canvas.chart


def _name(pair: Against, words: Words) -> str:
    return words(
        f"outsourcing.growth_against_nation.group_{pair.side}",
        measure=_measure(pair.own, words),
        period=words.period(pair.own.period),
        size=pair.size,
    )


def _bars(pair: Against, words: Words) -> tuple[Bar, Bar]:
    own = words("outsourcing.growth_against_nation.area_own")
    nation = words("outsourcing.growth_against_nation.area_nation")
    return (
        Bar(pair.own, f"{own} {words.signed(pair.own)}", own, own=True),
        Bar(pair.nation, f"{nation} {words.signed(pair.nation)}", nation, own=False),
    )
