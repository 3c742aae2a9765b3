"""The five-year plan in one bar: the years that are printed, and what the total leaves for the others."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.outsourcing.stack import Segment, add_stack, alone
from lib.charts.spec import Chart
from lib.charts.theme import frame
from lib.facts.fact import Fact
from lib.facts.outsourcing import PlanTotal, plan_total
from lib.facts.record import Record
from lib.words.scales import LARGE, unit_name
from lib.words.speak import Words

HEIGHT = 170


def plan_total_card(record: Record, words: Words, look: Look) -> Card:
    """How much did the plan period bring in all, and how do its years add up to it?"""
    plan = plan_total(record)
    given = {"total": plan.total, "before": plan.before}
    growth = plan.growth
    return Card(
        name="plan_total",
        title=words(f"outsourcing.plan_total.{_title(growth)}", growth=growth, **given),
        subtitle=words(
            "outsourcing.plan_total.subtitle", unit=unit_name(plan.total.unit, LARGE[words.lang], words.lang)
        ),
        chart=_draw(plan, words, look),
        rows=(
            Row(words("outsourcing.plan_total.total", **given), plan.total),
            *([Row(words("outsourcing.plan_total.growth", growth=growth), growth)] if growth else []),
            *(Row(words("outsourcing.plan_total.year", year=year), year) for year in plan.years),
            *(Row(words("outsourcing.plan_total.step", step=step), step) for step in plan.steps),
        ),
        alt=words(
            "outsourcing.plan_total.alt",
            years=words.list([words("outsourcing.plan_total.alt_year", year=year) for year in plan.years]),
            **given,
        ),
        notes=(words("outsourcing.plan_total.note", **given),),
    )


def _title(growth: Fact | None) -> str:
    if growth is None:
        return "title_alone"
    return "title" if growth.value > 0 else "title_fell"


def _draw(plan: PlanTotal, words: Words, look: Look) -> Chart:
    scale = LARGE[words.lang]
    canvas = frame(look.theme, height=HEIGHT)
    parts = tuple(_part(fact, words, scale) for fact in (plan.before, *plan.years))
    end, _ = add_stack(canvas, parts, words, look, scale=scale)
    alone(canvas, end)
    return canvas.chart


def _part(fact: Fact, words: Words, scale: int) -> Segment:
    period = words.period(fact.period)
    return Segment(fact, period, f"{period}<br>{words.label(fact, scale)}")
