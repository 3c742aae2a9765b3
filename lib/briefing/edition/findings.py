"""The page on reconciliation: filters, every finding as a card, and the tables around them."""

from __future__ import annotations

from functools import partial

from lib.briefing.edition.boxed import boxed
from lib.briefing.edition.cards import card_html
from lib.briefing.edition.scene import Block, Scene, safe
from lib.briefing.edition.selects import select
from lib.charts.card import Look
from lib.charts.marks import with_marks
from lib.charts.reconciliation.finding import finding_card
from lib.facts.reconcile import errors_of, findings_of
from lib.facts.reconcile.finding import Finding
from lib.facts.reconcile.verdict import HOLDS
from lib.site.markup.chart import dressed, verdict_mark
from lib.site.markup.tags import tag
from lib.site.sections.findings import ON_A_PAGE, cannot_table, finding_options, summary_table
from lib.words.names import Names


def _filters(scene: Scene) -> str:
    words = scene.words
    picks = "".join(
        select(name, words(f"reconciliation.filter.{name}"), options)
        for name, options in finding_options(scene.record, words).items()
    )
    title = tag("h2", words("reconciliation.list.title"), "section")
    return f'{title}<div class="filters" data-filters="findings">{picks}</div>'


def _list(scene: Scene) -> str:
    """Where the script puts the findings that are asked for; being many they are packed, but for the first."""
    words = scene.words
    first = "".join(found[-1] for found in finding_cards(scene, only_first=True))
    faults = "".join(safe(partial(_unmade, error), scene) for error in errors_of(scene.record))
    return faults + (
        '<p class="card-sub" data-told role="status"></p><div class="findings" data-packed="findings">'
        f"{first}</div>"
        f'<div class="filters" data-pages>{select("page", words("reconciliation.filter.page"), [])}</div>'
    )


def _unmade(error: Exception) -> str:
    raise error


def _summary(scene: Scene) -> str:
    return boxed(summary_table(scene.here), scene)


def _cannot(scene: Scene) -> str:
    return boxed(cannot_table(scene.here), scene)


finding_blocks: tuple[Block, ...] = (_filters, _list, _summary, _cannot)


def finding_cards(scene: Scene, *, only_first: bool = False) -> list[list[str]]:
    """What is each finding? Verdict, check and area, which filters ask for, and the HTML of its card.

    A picture shows the first page of them only, so that the others are counted there but not drawn.
    """
    say, findings = Names.of(scene.record, scene.words.lang), findings_of(scene.record)
    first = [found for found in findings if found.verdict != HOLDS][:ON_A_PAGE]
    seen = frozenset(first if scene.is_still or only_first else findings)
    return [
        [
            found.verdict,
            found.check,
            found.area,
            safe(partial(_card, found, say, scene), scene) if found in seen else "",
        ]
        for found in findings
    ]


def _card(found: Finding, say: Names, scene: Scene) -> str:
    words = scene.words
    card = with_marks(finding_card(found, say, words, Look()), words, scene.record)
    scene.figures.add(card.name, card)
    made = dressed(card, scene.record, words, mark=verdict_mark(found, words))
    return card_html(made, words, figure=card.name)
