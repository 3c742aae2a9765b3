"""Beyond the goal: outcomes, the goal, and the levels that a later plan's growth leads to from there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lib.charts.canvas import Canvas
from lib.charts.card import Card, Look, Row
from lib.charts.labels import label
from lib.charts.shown import point_of
from lib.charts.spec import Axis, Chart, Of, Symbol
from lib.charts.theme import frame, tokens_of, whisker
from lib.charts.trade_volume.goal_path import in_one_currency, rate_year
from lib.charts.trade_volume.goal_words import goal_name
from lib.charts.trade_volume.paths import add_outcomes, add_path, add_point, highest, say, years_of
from lib.facts.convert import in_currency
from lib.facts.goal import LaterPath, later_path
from lib.facts.record import Record
from lib.words.scales import LARGE, unit_name
from lib.words.speak import Words


def goal_path_later_card(record: Record, words: Words, look: Look) -> Card:
    """Where would the later plan's growth lead by its last year, from the goal's outcome or from the goal met?"""
    printed = later_path(record)
    later = _in(look.currency, printed, record)
    path, end = later.to_goal, later.levels[-1]
    said = {"goal": path.goal, "start": later.start, "growth": later.growth, "end": end}
    state = "known" if later.starts_at_outcome else "met"
    notes = [words(f"trade_volume.goal_path_later.note_{state}", **said)]
    if path.needed and later.growth.upper < path.needed.lower:
        notes.append(words("trade_volume.goal_path_later.slower", needed=path.needed, goal=path.goal))
    if look.currency != printed.start.unit:
        year = words.year(rate_year(printed.to_goal, record))
        notes.append(words("trade_volume.goal_path.rate_note", year=year))
    outcomes = words.list([words("trade_volume.goal_path.alt_item", fact=fact) for fact in path.outcomes])
    return Card(
        name="goal_path_later",
        title=words(f"trade_volume.goal_path_later.title_{state}", **said),
        subtitle=words(
            "trade_volume.goal_path.subtitle", unit=unit_name(end.unit, LARGE[words.lang], words.lang)
        ),
        chart=_draw(later, words, look),
        rows=(
            *(Row(words("trade_volume.goal_path.outcome", fact=fact), fact) for fact in path.outcomes),
            Row(words(f"trade_volume.goal_path.goal_{path.goal.kind}"), path.goal),
            *(Row(words("trade_volume.goal_path.needed"), needed) for needed in (path.needed,) if needed),
            *(
                Row(words("trade_volume.goal_path.needed_level", year=level), level)
                for level in path.needed_path
            ),
            Row(words("trade_volume.goal_path_later.growth", growth=later.growth), later.growth),
            *(
                Row(
                    words(f"trade_volume.goal_path_later.level_{state}", level=level, start=later.start),
                    level,
                )
                for level in later.levels
            ),
        ),
        alt=words(f"trade_volume.goal_path_later.alt_{state}", outcomes=outcomes, **said),
        notes=tuple(notes),
    )


def _in(currency: str, later: LaterPath, record: Record) -> LaterPath:
    if currency == later.start.unit:
        return later
    year, to_goal = rate_year(later.to_goal, record), in_one_currency(later.to_goal, currency, record)
    return replace(
        later,
        to_goal=to_goal,
        start=to_goal.standing.outcome or to_goal.goal,
        levels=tuple(in_currency(level, currency, record, rate_year=year) for level in later.levels),
    )


def _draw(later: LaterPath, words: Words, look: Look) -> Chart:
    tokens, scale, path = tokens_of(look.theme), LARGE[words.lang], later.to_goal
    canvas, end = frame(look.theme), later.levels[-1]
    given: dict[str, Any] = {"words": words, "scale": scale}
    if path.standing.start and path.needed_path:
        points = (path.standing.start, *path.needed_path)
        add_path(canvas, points, dash="dash", colour=tokens.chongqing, **given)
    add_path(canvas, (later.start, *later.levels), dash="dashdot", colour=tokens.goal, **given)
    outcomes = add_outcomes(canvas, path.outcomes, path.goal, colour=tokens.chongqing, **given)
    goal_point = add_point(canvas, path.goal, open_=True, colour=tokens.goal, **given)
    last = _end_with_whisker(canvas, later, words, look)
    goal = goal_name(path.goal, words)
    if later.starts_at_outcome:
        top_of_both = highest(path.goal, later.start)
        of = goal_point if top_of_both is path.goal else outcomes.get(later.start.period.end.year)
        say(canvas, goal, top_of_both, of, colour=tokens.goal_text, scale=scale)
    else:
        # over the path that comes to the goal from below on the left, and beside the one that goes on up
        beside: dict[str, Any] = {"across": "right", "dx": 8, "up": 18}
        say(canvas, goal, path.goal, goal_point, colour=tokens.goal_text, scale=scale, **beside)
    label(
        canvas,
        words("trade_volume.goal_path_later.later_label", growth=later.growth, end=words.label(end, scale)),
        end.period.end.year, end.bounds_at(scale)[1], colour=tokens.goal_text, of=last, role="over", up=13,
    )  # fmt: skip
    top = max(end.bounds_at(scale)[1], highest(*path.outcomes, path.goal).at(scale))
    canvas.axes(x=years_of((*path.outcomes, path.goal, *later.levels)), y=Axis(ends=(0, top * 1.18), most=5))
    return canvas.chart


def _end_with_whisker(canvas: Canvas, later: LaterPath, words: Words, look: Look) -> Of:
    tokens, scale, end = tokens_of(look.theme), LARGE[words.lang], later.levels[-1]
    last = point_of(end.period.end.year, end, words, scale, bounds=end.bounds_at(scale))
    symbol = Symbol("circle", 4, tokens.goal)
    return Of(canvas.points([last], symbol=symbol, whisker=whisker(tokens.goal)))
