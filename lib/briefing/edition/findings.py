"""The page on reconciliation: filters, every finding as a card, and the tables around them."""

from __future__ import annotations

from functools import partial

from markupsafe import Markup

from lib.briefing.edition.scene import Block, Scene
from lib.briefing.edition.selects import picked
from lib.facts.reconcile import errors_of, findings_of
from lib.facts.reconcile.verdict import HOLDS
from lib.site.html import box_html
from lib.site.markup.tags import joined, tag
from lib.site.sections.finding_card import finding_box
from lib.site.sections.findings import cannot_table, finding_filters, finding_pages, summary_table
from lib.words.findings import ON_A_PAGE


def _filters(scene: Scene) -> Markup:
    picks = map(picked, finding_filters(scene.here, {}))
    title = tag("h2", scene.words("reconciliation.list.title"), "section")
    return title + tag("div", picks, "filters", data_filters="findings")


def _list(scene: Scene) -> Markup:
    """Where the script puts the findings that are asked for; being many they are packed, but for the first."""
    first = joined(found[-1] for found in finding_cards(scene, only_first=True))
    faults = joined(scene.safe(partial(_unmade, error)) for error in errors_of(scene.record))
    told = tag("p", "", "card-sub", data_told=True, role="status")
    pages = tag("div", picked(finding_pages(1, scene.words, {})), "filters", data_pages=True)
    return faults + told + box_html("grid_findings", first) + pages


def _unmade(error: Exception) -> Markup:
    raise error


def _summary(scene: Scene) -> Markup:
    return scene.put(summary_table(scene.here))


def _cannot(scene: Scene) -> Markup:
    return scene.put(cannot_table(scene.here))


finding_blocks: tuple[Block, ...] = (_filters, _list, _summary, _cannot)


def finding_cards(scene: Scene, *, only_first: bool = False) -> list[list[str]]:
    """What is each finding? Verdict, check and area, which filters ask for, and the HTML of its card.

    A picture shows the first page of them only, so that the others are counted there but not drawn.
    """
    findings = findings_of(scene.record)
    first = [found for found in findings if found.verdict != HOLDS][:ON_A_PAGE]
    seen = frozenset(first if scene.is_still or only_first else findings)
    return [
        [
            found.verdict,
            found.check,
            found.area,
            scene.put(finding_box(found, scene.here)) if found in seen else "",
        ]
        for found in findings
    ]
