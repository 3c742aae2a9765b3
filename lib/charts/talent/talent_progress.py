"""How far the plan has come: each goal on its own scale, solid where known, hatched where unpublished."""

from __future__ import annotations

import math
from typing import Any

import plotly.graph_objects as go

from lib.charts.canvas import Canvas
from lib.charts.card import Card, Look, Row
from lib.charts.labels import hover, label
from lib.charts.theme import frame, hatched, tokens_of
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.facts.talent import Step, programme
from lib.words.speak import Words

HEIGHT, WIDTH, REACH = 250, 0.4, 1.62


def talent_progress_card(record: Record, words: Words, look: Look) -> Card:
    """How much of each part of the talent plan is known to be done?"""
    steps = programme(record)
    plans = [step.plan for step in steps if step.plan]
    unknown = [_name(step, words) for step in steps if not step.outcome]
    return Card(
        name="talent_progress",
        title=_title(steps, words),
        subtitle=words("talent.talent_progress.subtitle"),
        figure=_draw(steps, words, look),
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


def _draw(steps: tuple[Step, ...], words: Words, look: Look) -> go.Figure:
    figure = frame(look.theme, height=HEIGHT, barmode="overlay")
    for place, step in enumerate(steps):
        axis = f"x{place + 1}" if place else "x"
        _bar(figure, step, -place, axis, words, look)
        if step.plan:
            _goal(figure, step.plan, -place, axis, words, look)
        figure.update_layout(
            {
                f"xaxis{axis[1:]}": {
                    "range": [0, max(fact.at(0) for fact in (step.plan, step.outcome) if fact) * REACH],
                    "visible": False,
                    "fixedrange": True,
                    "anchor": "y",
                    "overlaying": "x" if place else None,
                }
            }
        )
    figure.update_yaxes(visible=False, range=[-len(steps) + 0.68, 0.62])
    return figure.drawn()


def _bar(figure: Canvas, step: Step, place: int, axis: str, words: Words, look: Look) -> None:
    tokens, name = tokens_of(look.theme), _name(step, words)
    place_of: dict[str, Any] = {"y": [place], "width": WIDTH, "orientation": "h", "xaxis": axis}
    told = words("talent.not_published")
    known_or_planned = step.outcome or step.plan
    assert known_or_planned is not None
    if step.outcome:
        told = words.fact(step.outcome)
        figure.add_bar(
            x=[step.outcome.at(0)],
            marker={"color": tokens.chongqing},
            hovertext=[f"{name}<br>{hover(step.outcome, words)}"],
            hoverinfo="text",
            **place_of,
        )
    else:
        figure.add_bar(
            x=[known_or_planned.at(0)],
            marker=hatched(tokens.others, tokens.card),
            hovertext=[f"{name}<br>{told}"],
            hoverinfo="text",
            **place_of,
        )
    known = step.outcome is not None
    label(
        figure,
        f"<b>{told}</b>" if known else told,
        known_or_planned.at(0) / 2,
        place,
        xref=axis,
        colour=tokens.card if known else tokens.text,
        **({} if known else {"bgcolor": tokens.card, "borderpad": 2}),
    )
    label(
        figure,
        name,
        0,
        place + WIDTH / 2,
        xref=axis,
        colour=tokens.text,
        xanchor="left",
        yanchor="bottom",
        xshift=-4,
    )


def _goal(figure: Canvas, plan: Fact, place: int, axis: str, words: Words, look: Look) -> None:
    """The plan is a line at its printed number; what "about" leaves open is a whisker across it."""
    tokens = tokens_of(look.theme)
    low, high = plan.bounds_at(0)
    top, bottom = place + WIDTH * 0.8, place - WIDTH * 0.8
    figure.add_scatter(
        x=[plan.at(0), plan.at(0)],
        y=[bottom, top],
        xaxis=axis,
        mode="lines",
        line={"color": tokens.goal, "width": 2},
        hovertext=[hover(plan, words)] * 2,
        hoverinfo="text",
    )
    if math.isfinite(high):
        figure.add_scatter(
            x=[low, high],
            y=[bottom, bottom],
            xaxis=axis,
            mode="lines+markers",
            line={"color": tokens.goal, "width": 1.4},
            marker={"symbol": "line-ns", "size": 7, "line": {"width": 1.4, "color": tokens.goal}},
            hovertext=[hover(plan, words)] * 2,
            hoverinfo="text",
        )
    label(
        figure,
        words("talent.talent_progress.goal", plan=plan),
        plan.at(0),
        place + WIDTH * 0.2,
        xref=axis,
        colour=tokens.goal_text,
        xanchor="left",
        xshift=7,
    )
