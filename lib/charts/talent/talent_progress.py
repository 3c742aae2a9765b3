"""How far the plan has come: each goal on its own scale, solid where known, hatched where unpublished."""

from __future__ import annotations

import math
from typing import Any

from lib.charts.canvas import Canvas
from lib.charts.card import Card, Look, Row
from lib.charts.labels import hover, label
from lib.charts.spec import Axis, Bar, Chart, Fill, Of, Point, Stroke, Symbol
from lib.charts.theme import frame, hatched, tokens_of
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.facts.talent import Step, programme
from lib.words.speak import Words

HEIGHT, WIDTH, REACH = 250, 0.4, 1.62
TOP, BOTTOM = 0.62, 0.68


def talent_progress_card(record: Record, words: Words, look: Look) -> Card:
    """How much of each part of the talent plan is known to be done?"""
    steps = programme(record)
    plans = [step.plan for step in steps if step.plan]
    unknown = [_name(step, words) for step in steps if not step.outcome]
    return Card(
        name="talent_progress",
        title=_title(steps, words),
        subtitle=words("talent.talent_progress.subtitle"),
        chart=_draw(steps, words, look),
        rows=(
            *(Row(_row("done", step, words), step.outcome) for step in steps if step.outcome),
            *(Row(_row("plan", step, words), step.plan) for step in steps if step.plan),
        ),
        alt=words("talent.talent_progress.alt", parts=words.join(_said(step, words) for step in steps)),
        notes=(
            *([words("talent.talent_progress.unknown", parts=words.list(unknown))] if unknown else []),
            *(words("talent.talent_progress.note", plan=plan) for plan in plans[:1]),
        ),
    )


def _title(steps: tuple[Step, ...], words: Words) -> str:
    """What is known to be done, with its period and its plan; where nothing is, what is planned."""
    known = [step for step in steps if step.outcome]
    if not known:
        return words("talent.talent_progress.none", plan=steps[0].plan, name=_name(steps[0], words))
    rest = "title" if len(known) < len(steps) else "title_all"
    return words(f"talent.talent_progress.{rest}", done=words.join(_said(step, words) for step in known))


def _name(step: Step, words: Words) -> str:
    return words(f"talent.name.{step.indicator}")


def _row(kind: str, step: Step, words: Words) -> str:
    return words(f"talent.talent_progress.{kind}", name=_name(step, words))


def _said(step: Step, words: Words) -> str:
    given = {"name": _name(step, words), "plan": step.plan, "outcome": step.outcome}
    if step.outcome is None:
        return words("talent.talent_progress.alt_unknown", **given)
    if step.plan is None:
        return words("talent.talent_progress.alt_unplanned", **given)
    same = step.plan.period == step.outcome.period
    return words(f"talent.talent_progress.{'alt_known' if same else 'alt_known_later'}", **given)


def _draw(steps: tuple[Step, ...], words: Words, look: Look) -> Chart:
    canvas = frame(look.theme, height=HEIGHT)
    ends = [TOP, *(-place - 0.5 for place in range(len(steps) - 1)), BOTTOM - len(steps)]
    whole = ends[0] - ends[-1]
    for place, (step, top, bottom) in enumerate(zip(steps, ends[:-1], ends[1:], strict=True)):
        most = max(fact.at(0) for fact in (step.plan, step.outcome) if fact)
        panel = canvas.panel(
            Axis(ends=(0, most * REACH), shown=False),
            Axis(ends=(bottom, top), shown=False),
            bottom=(bottom - ends[-1]) / whole,
            top=(top - ends[-1]) / whole,
        )
        _bar(canvas, step, -place, panel, words, look)
        if step.plan:
            _goal(canvas, step.plan, -place, panel, words, look)
    return canvas.chart


def _bar(canvas: Canvas, step: Step, place: int, panel: int, words: Words, look: Look) -> None:
    tokens, name = tokens_of(look.theme), _name(step, words)
    known_or_planned = step.outcome or step.plan
    how: dict[str, Any] = {}
    assert known_or_planned is not None
    if step.outcome:
        told, said, fill = words.fact(step.outcome), hover(step.outcome, words), Fill(tokens.chongqing)
        text = f"<b>{told}</b>"
    else:
        told = said = text = words("talent.not_published")
        fill = hatched(tokens.others, tokens.card)
        how = {"ground": tokens.card, "pad": 2}
    bar = Bar(place, known_or_planned.at(0), fill, step.outcome, hover=f"{name}<br>{said}")
    of = Of(canvas.bars([bar], width=WIDTH, lying=True, panel=panel))
    label(
        canvas,
        text,
        known_or_planned.at(0) / 2,
        place,
        colour=tokens.card if step.outcome else tokens.text,
        of=of,
        role="middle",
        panel=panel,
        **how,
    )
    label(
        canvas, name, 0, place + WIDTH / 2, colour=tokens.text, of=of, role="name", panel=panel,
        across="left", along="bottom", dx=-4,
    )  # fmt: skip


def _goal(canvas: Canvas, plan: Fact, place: int, panel: int, words: Words, look: Look) -> None:
    """The plan is a line at its printed number; what "about" leaves open is a whisker across it."""
    tokens, said = tokens_of(look.theme), hover(plan, words)
    low, high = plan.bounds_at(0)
    top, bottom = place + WIDTH * 0.8, place - WIDTH * 0.8
    goal = canvas.points(
        [Point(plan.at(0), y, plan, said) for y in (bottom, place + WIDTH * 0.2, top)],
        stroke=Stroke(tokens.goal, 2),
        panel=panel,
    )
    if math.isfinite(high):
        canvas.points(
            [Point(low, bottom, plan, said), Point(high, bottom, plan, said)],
            stroke=Stroke(tokens.goal, 1.4),
            symbol=Symbol("line-ns", 7, tokens.goal, edge=1.4),
            panel=panel,
        )
    label(
        canvas, words("talent.talent_progress.goal", plan=plan), plan.at(0), place + WIDTH * 0.2,
        colour=tokens.goal_text, of=Of(goal, 1), across="left", dx=7, panel=panel,
    )  # fmt: skip
