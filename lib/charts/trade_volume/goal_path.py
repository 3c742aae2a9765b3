"""How far to the goal, or how it ended: outcomes solid, what is worked out dashed or dotted, the goal as a line."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lib.charts.card import Card, Look, Row
from lib.charts.labels import threshold
from lib.charts.spec import Axis, Chart, Of
from lib.charts.theme import frame, tokens_of
from lib.charts.trade_volume.goal_words import goal_name, standing_text
from lib.charts.trade_volume.paths import add_outcomes, add_path, add_point, say, years_of
from lib.facts.convert import in_currency, newest_rate_year
from lib.facts.fact import Fact
from lib.facts.goal import GoalPath, goal_path
from lib.facts.record import Record
from lib.words.scales import LARGE, unit_name
from lib.words.speak import Words


def goal_path_card(record: Record, words: Words, look: Look) -> Card:
    """What came of the goal, or which growth does it need, and where would the stated growth lead?"""
    printed = goal_path(record)
    path = in_one_currency(printed, look.currency, record)
    standing = standing_text(path.standing, words)
    unit = unit_name(path.goal.unit, LARGE[words.lang], words.lang)
    return Card(
        name="goal_path",
        title=standing,
        subtitle=words("trade_volume.goal_path.subtitle", unit=unit),
        chart=_draw(path, words, look),
        rows=(*path_rows(path, words), *_printed_rows(printed, words, look)),
        alt=_alt(path, standing, words),
        notes=_notes(printed, words, look, record),
    )


def in_one_currency(path: GoalPath, currency: str, record: Record) -> GoalPath:
    """What is the path in a currency? All at the rate of one year, so that growth is kept: see `rate_year`."""
    if currency == path.goal.unit:
        return path
    year = rate_year(path, record)

    def level(fact: Fact) -> Fact:
        return in_currency(fact, currency, record, rate_year=year)

    def maybe_level(fact: Fact | None) -> Fact | None:
        return None if fact is None else level(fact)

    return replace(
        path,
        standing=replace(
            path.standing,
            goal=level(path.goal),
            outcome=maybe_level(path.standing.outcome),
            start=maybe_level(path.standing.start),
        ),
        outcomes=tuple(map(level, path.outcomes)),
        parts=tuple(map(level, path.parts)),
        gap=maybe_level(path.gap),
        needed_path=tuple(map(level, path.needed_path)),
        stated_path=tuple(map(level, path.stated_path)),
    )


def rate_year(path: GoalPath, record: Record) -> int:
    """At the average rate of which year is the path converted? That of its newest outcome, or the last one known."""
    return newest_rate_year(record, (path.outcome or path.outcomes[-1]).period.end.year)


def path_rows(path: GoalPath, words: Words) -> tuple[Row, ...]:
    """What does the table say of a path? Outcomes, the goal, rates, and a level a year."""
    rates = (("gap", path.gap), ("needed", path.needed), ("stated", path.stated))
    return (
        *(Row(words("trade_volume.goal_path.outcome", fact=fact), fact) for fact in path.outcomes),
        Row(words(f"trade_volume.goal_path.goal_{path.goal.kind}"), path.goal),
        *(Row(words(f"trade_volume.goal_path.{name}"), fact) for name, fact in rates if fact),
        *(Row(words("trade_volume.goal_path.needed_level", year=level), level) for level in path.needed_path),
        *(Row(words("trade_volume.goal_path.stated_level", year=level), level) for level in path.stated_path),
        *(Row(words("trade_volume.goal_path.part", fact=part), part) for part in path.parts),
    )


def _printed_rows(path: GoalPath, words: Words, look: Look) -> tuple[Row, ...]:
    """The figures that the note speaks of, where the chart shows them in another currency."""
    if look.currency == path.goal.unit:
        return ()
    return (
        Row(words("trade_volume.goal_path.goal_printed"), path.goal),
        *(
            Row(words("trade_volume.goal_path.stated_printed", year=end), end)
            for end in path.stated_path[-1:]
        ),
    )


def _alt(path: GoalPath, standing: str, words: Words) -> str:
    outcomes = words.list([words("trade_volume.goal_path.alt_item", fact=fact) for fact in path.outcomes])
    said = words("trade_volume.goal_path.alt", outcomes=outcomes, standing=standing)
    if not path.stated_path:
        return said
    return words("trade_volume.goal_path.alt_stated", said=said, stated=path.stated, end=path.stated_path[-1])


def _notes(path: GoalPath, words: Words, look: Look, record: Record) -> tuple[str, ...]:
    notes, end = [], path.stated_path[-1] if path.stated_path else None
    if end and end.lower > path.goal.at(end.unit_mult):
        notes.append(words("trade_volume.goal_path.note", stated=path.stated, end=end, goal=path.goal))
    if path.parts:
        parts = words.list([words("trade_volume.goal_path.alt_item", fact=part) for part in path.parts])
        notes.append(words("trade_volume.goal_path.note_parts", parts=parts))
    if look.currency != path.goal.unit:
        notes.append(words("trade_volume.goal_path.rate_note", year=words.year(rate_year(path, record))))
    return tuple(notes)


def _draw(path: GoalPath, words: Words, look: Look) -> Chart:
    tokens, scale = tokens_of(look.theme), LARGE[words.lang]
    canvas = frame(look.theme)
    given: dict[str, Any] = {"words": words, "scale": scale}
    paths = {}
    for name, start, levels, dash, colour in (
        ("stated", path.stated_start, path.stated_path, "dot", tokens.others),
        ("needed", path.standing.start, path.needed_path, "dash", tokens.chongqing),
    ):
        if start and levels:
            paths[name] = add_path(canvas, (start, *levels), dash=dash, colour=colour, **given)
    add_outcomes(canvas, path.outcomes, path.goal, colour=tokens.chongqing, **given)
    add_point(canvas, path.goal, open_=True, colour=tokens.goal, **given)
    threshold(
        canvas, goal_name(path.goal, words), y=path.goal.at(scale),
        colour=tokens.goal, text_colour=tokens.goal_text, x=0.01,
    )  # fmt: skip
    if path.needed_path:
        middle = (len(path.needed_path) - 1) // 2
        text = words("trade_volume.goal_path.needed_label", needed=path.needed)
        of = Of(paths["needed"], middle + 1) if "needed" in paths else None
        say(canvas, text, path.needed_path[middle], of, colour=tokens.chongqing, scale=scale, below=True)
    if path.stated_path:
        end = path.stated_path[-1]
        text = words("trade_volume.goal_path.stated_label", stated=path.stated, end=words.label(end, scale))
        of = Of(paths["stated"], len(path.stated_path)) if "stated" in paths else None
        say(canvas, text, end, of, colour=tokens.quiet, scale=scale)
    points = (*path.outcomes, path.goal, *path.stated_path)
    highest = max(point.at(scale) for point in points)
    canvas.axes(x=years_of(points), y=Axis(ends=(0, highest * 1.2), most=5))
    return canvas.chart
