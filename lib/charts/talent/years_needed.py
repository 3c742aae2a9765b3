"""How long the plan takes on each reading of the yearly number, since the source leaves it open."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.labels import label
from lib.charts.spec import Axis, Bar, Chart, Of
from lib.charts.theme import frame, hatched, tokens_of
from lib.facts.record import Record
from lib.facts.talent import YearsOfPlan, years_of_plan
from lib.words.speak import Words

HEIGHT, WIDTH = 250, 0.4


def years_needed_card(record: Record, words: Words, look: Look) -> Card:
    """How many years would it take to train everyone whom the plan names?"""
    plan = years_of_plan(record)
    given = {"persons": plan.persons, "per_year": plan.per_year, "in_all": plan.in_all}
    each = {"bases": plan.bases, "per_base": plan.per_base}
    known = "" if plan.per_base else "_in_all"
    return Card(
        name="years_needed",
        title=words(f"talent.years_needed.title{known}", **given, **each),
        subtitle=words("talent.years_needed.subtitle"),
        chart=_draw(plan, words, look),
        rows=(
            Row(words("talent.years_needed.persons"), plan.persons),
            Row(words("talent.years_needed.per_year"), plan.per_year),
            Row(words("talent.years_needed.in_all"), plan.in_all),
            *(
                Row(words(f"talent.years_needed.{name}"), fact)
                for name, fact in (
                    ("bases", plan.bases),
                    ("persons_per_base", plan.persons_per_base),
                    ("per_base", plan.per_base),
                )
                if fact
            ),
        ),
        alt=words(f"talent.years_needed.alt{known}", **given, **each),
        notes=(words("talent.years_needed.open", **given), words("talent.years_needed.note", **given)),
    )


def _draw(plan: YearsOfPlan, words: Words, look: Look) -> Chart:
    tokens = tokens_of(look.theme)
    canvas = frame(look.theme, height=HEIGHT)
    each = [("per_base", plan.per_base)] if plan.per_base else []
    readings = (("in_all", plan.in_all), *each)
    mark = canvas.bars(
        (
            Bar(
                -place,
                years.at(0),
                hatched(tokens.chongqing, tokens.card),
                years,
                text=f"<b>{words.fact(years)}</b>",
                ink=tokens.chongqing,
                hover=f"{words(f'talent.years_needed.{reading}')}<br>{words.fact(years)}",
            )
            for place, (reading, years) in enumerate(readings)
        ),
        width=WIDTH,
        lying=True,
        size=13.5,
    )
    for place, (reading, _) in enumerate(readings):
        text = words(
            f"talent.years_needed.label_{reading}",
            persons=words.number(plan.persons),
            per_year=words.number(plan.per_year),
            bases=words.number(plan.bases) if plan.bases else "",
        )
        label(
            canvas, text, 0, WIDTH / 2 - place, colour=tokens.text, of=Of(mark, place), role="name",
            across="left", along="bottom", dx=-4,
        )  # fmt: skip
    longest = max(years.at(0) for _, years in readings)
    canvas.axes(
        x=Axis(ends=(0, longest * 1.28), most=5), y=Axis(ends=(0.55 - len(readings), 0.65), shown=False)
    )
    return canvas.chart
