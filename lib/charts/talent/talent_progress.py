"""How far the plan has come: each goal on its own scale, solid where known, hatched where unpublished."""

from __future__ import annotations

import math
from typing import Any

import plotly.graph_objects as go

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
    bases, *others = steps
    known = [step for step in steps if step.outcome]
    unknown = [
        words(f"talent.talent_progress.of_{step.plan.indicator}") for step in others if not step.outcome
    ]
    given = {"bases": bases.outcome or bases.plan, "plan": bases.plan}
    return Card(
        name="talent_progress",
        title=words(f"talent.talent_progress.{_title(steps)}", **given),
        subtitle=words("talent.talent_progress.subtitle", plan=bases.plan),
        figure=_draw(steps, words, look),
        rows=(
            *(Row(_row("done", step.plan, words), step.outcome) for step in known if step.outcome),
            *(Row(_row("plan", step.plan, words), step.plan) for step in steps),
        ),
        alt=words("talent.talent_progress.alt", parts=words.join(_said(step, words) for step in steps)),
        notes=(
            *([words("talent.talent_progress.unknown", parts=words.list(unknown))] if unknown else []),
            words("talent.talent_progress.note", plan=bases.plan),
        ),
    )


def _title(steps: tuple[Step, ...]) -> str:
    bases, *others = steps
    if bases.outcome is None:
        return "none"
    return "partly" if any(step.outcome for step in others) else "title"


def _row(kind: str, plan: Fact, words: Words) -> str:
    return words(f"talent.talent_progress.{kind}", name=words(f"talent.name.{plan.indicator}"))


def _said(step: Step, words: Words) -> str:
    name = words(f"talent.name.{step.plan.indicator}")
    if step.outcome:
        return words("talent.talent_progress.alt_known", name=name, plan=step.plan, outcome=step.outcome)
    return words("talent.talent_progress.alt_unknown", name=name, plan=step.plan)


def _draw(steps: tuple[Step, ...], words: Words, look: Look) -> go.Figure:
    figure = frame(look.theme, height=HEIGHT, barmode="overlay")
    for place, step in enumerate(steps):
        axis = f"x{place + 1}" if place else "x"
        _bar(figure, step, -place, axis, words, look)
        _goal(figure, step.plan, -place, axis, words, look)
        figure.update_layout(
            {
                f"xaxis{axis[1:]}": {
                    "range": [0, step.plan.at(0) * REACH],
                    "visible": False,
                    "fixedrange": True,
                    "anchor": "y",
                    "overlaying": "x" if place else None,
                }
            }
        )
    figure.update_yaxes(visible=False, range=[-len(steps) + 0.68, 0.62])
    return figure


def _bar(figure: go.Figure, step: Step, place: int, axis: str, words: Words, look: Look) -> None:
    tokens, name = tokens_of(look.theme), words(f"talent.name.{step.plan.indicator}")
    place_of: dict[str, Any] = {"y": [place], "width": WIDTH, "orientation": "h", "xaxis": axis}
    told = words("talent.not_published")
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
            x=[step.plan.at(0)],
            marker=hatched(tokens.others, tokens.card),
            hovertext=[f"{name}<br>{told}"],
            hoverinfo="text",
            **place_of,
        )
    known = step.outcome is not None
    label(
        figure,
        f"<b>{told}</b>" if known else told,
        (step.outcome or step.plan).at(0) / 2,
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


def _goal(figure: go.Figure, plan: Fact, place: int, axis: str, words: Words, look: Look) -> None:
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
