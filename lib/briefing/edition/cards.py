"""Cards of the edition: charts with what stands around them, and KPIs."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from lib.briefing.edition.figures import compact
from lib.briefing.edition.scene import Block, Scene, box, details, safe
from lib.charts.registry import EVERY
from lib.draw.fitted import height_of
from lib.site.markup.chart import Dressed, dressed
from lib.site.markup.kpi import kpi_html
from lib.site.markup.method import method_html
from lib.words.kpis import KPIS
from lib.words.speak import Words


def chart(name: str) -> Block:
    """A chart of the registry, once for each choice that changes it."""
    return lambda scene: safe(lambda: _chart(name, scene), scene, "chart", name)


def kpis(*names: str) -> Block:
    """A row of KPI cards."""
    return lambda scene: f'<div class="kpis">{"".join(_kpi(name, scene) for name in names)}</div>'


def card_html(made: Dressed, words: Words, *, figure: str, when: str = "", hidden: bool = False) -> str:
    """What is the card of a chart? `figure` is the key of its drawing, `when` the choice that it belongs to.

    `hidden` until that is chosen.
    """
    card = made.card
    tools = details(words("card.method"), made.method, "tool") + details(
        words("card.table"), made.table, "tool rows"
    )
    shown = f' data-when="{escape(when)}"' if when else ""
    shown += " hidden" if hidden else ""
    return (
        f'<section class="card chart" data-chart="{card.name}"{shown}>{made.head}'
        f'<div class="plot" role="figure" aria-label="{escape(card.alt)}" data-figure="{escape(figure)}"'
        f' style="height:{height_of(card)}px"></div>{made.notes}'
        f'<div class="foot">{made.source}{tools}</div></section>'
    )


def _chart(name: str, scene: Scene) -> str:
    draw, words, record = EVERY[name], scene.words, scene.record
    choice = scene.choice
    options = list(zip(choice.codes, choice.looks, strict=True))[: 1 if scene.is_still else None]
    made = {code: dressed(draw(record, words, look), record, words) for code, look in options}
    if len({_shown(card) for card in made.values()}) == 1:
        made = {"": next(iter(made.values()))}  # what is chosen leaves this chart as it is
    looks = dict(options) | {"": options[0][1]}
    for code, card in made.items():
        dark = None if scene.is_still else draw(record, words, replace(looks[code], theme="dark"))
        scene.figures.add(_key(name, code), card.card, dark)
    return "".join(
        card_html(card, words, figure=_key(name, code), when=code, hidden=code not in ("", options[0][0]))
        for code, card in made.items()
    )


def _shown(made: Dressed) -> tuple[str, ...]:
    return made.head, made.notes, made.method, made.table, compact(made.card)


def _key(name: str, code: str) -> str:
    return f"{name}|{code}" if code else name


def _kpi(name: str, scene: Scene) -> str:
    words = scene.words

    def inside() -> str:
        found = KPIS[name](scene.record, words, "CNY")
        method = method_html(found.rows, scene.record, words)
        return kpi_html(found, words.lang) + details(words("card.source"), method, "tool")

    return box(safe(inside, scene, "kpi", name), key=f"kpi_{name}", cls="card kpi")
