"""How far the plan has come: each goal on its own scale, as an open bar under the solid one of what is known."""

from __future__ import annotations

import math

from lib.charts.canvas import Canvas
from lib.charts.card import Card, Look, Row
from lib.charts.labels import hover, label
from lib.charts.spec import Axis, Bar, Chart, Fill, Of, Part
from lib.charts.theme import frame, hollow, tokens_of, whisker
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.facts.talent import Step, programme
from lib.words.speak import Words

WIDTH, REACH = 0.72, 2.3
_KNOWN, _PLANNED = 0, -1
_NAME, _ROW, _GAP, _AROUND = 20, 22, 18, 20
"""In pixels: the name of a part, a bar, the room to the next part, and around all of them."""


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
    height = (_NAME + 2 * _ROW) * len(steps) + _GAP * (len(steps) - 1)
    canvas = frame(look.theme, height=height + _AROUND)
    for place, step in enumerate(steps):
        most = max(fact.at(0) for fact in (step.plan, step.outcome) if fact)
        top = height - (_NAME + 2 * _ROW + _GAP) * place - _NAME
        panel = canvas.panel(
            Axis(ends=(0, most * REACH), shown=False),
            Axis(ends=(-1.5, 0.5), shown=False),
            bottom=(top - 2 * _ROW) / height,
            top=top / height,
        )
        known = _outcome(canvas, step, panel, words, look)
        label(
            canvas, _name(step, words), 0, Part(1), colour=tokens_of(look.theme).text, of=Of(known), role="name",
            across="left", along="bottom", dx=-4, up=1, panel=panel,
        )  # fmt: skip
        if step.plan:
            _plan(canvas, step.plan, panel, words, look)
    return canvas.chart


def _outcome(canvas: Canvas, step: Step, panel: int, words: Words, look: Look) -> int:
    """What is known as a bar; what is not has none, and the words stand where it would begin."""
    tokens, fact = tokens_of(look.theme), step.outcome
    bar = Bar(
        _KNOWN,
        fact.at(0) if fact else None,
        Fill(tokens.chongqing),
        fact,
        hover=f"{_name(step, words)}<br>{hover(fact, words)}" if fact else "",
    )
    mark = canvas.bars([bar], width=WIDTH, lying=True, panel=panel)
    if fact:
        label(
            canvas, f"<b>{words.fact(fact)}</b>", fact.at(0), _KNOWN, colour=tokens.chongqing, of=Of(mark),
            role="end", across="left", dx=5, panel=panel,
        )  # fmt: skip
    else:
        label(
            canvas, words("talent.not_published"), 0, _KNOWN, colour=tokens.quiet, of=Of(mark),
            across="left", dx=3, panel=panel,
        )  # fmt: skip
    return mark


def _plan(canvas: Canvas, plan: Fact, panel: int, words: Words, look: Look) -> None:
    """The plan ends at its printed number; what "about" leaves open is a whisker, and its label stands behind that."""
    tokens, bounds = tokens_of(look.theme), plan.bounds_at(0)
    seen = math.isfinite(bounds[1])
    bar = Bar(
        _PLANNED,
        plan.at(0),
        hollow(tokens.goal, tokens.card),
        plan,
        hover=hover(plan, words),
        bounds=bounds if seen else None,
    )
    mark = canvas.bars(
        [bar], width=WIDTH, lying=True, whisker=whisker(tokens.goal) if seen else None, panel=panel
    )
    label(
        canvas, words("talent.talent_progress.goal", plan=plan), bounds[1] if seen else plan.at(0), _PLANNED,
        colour=tokens.goal_text, of=Of(mark), role="end", across="left", dx=7, panel=panel,
    )  # fmt: skip
