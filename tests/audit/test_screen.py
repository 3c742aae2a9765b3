"""Is every number that a browser shows one that the page was built of, and is one that is not noticed?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from lib.charts.registry import CHARTS
from lib.facts.record import Record
from lib.words.origins import as_of_line
from lib.words.speak import Words
from tests.audit.account import not_built
from tests.audit.blocks import squeezed, without_tags
from tests.audit.browse import Look, opened, read
from tests.audit.built import Text, Visit, visits
from tests.audit.marks import bare

Screens = dict[Visit, dict[str, Any]]
Pages = dict[Visit, tuple[Text, ...]]
NO_NUMBER = ("picture_", "page_menu", "explore_finding_", *(f"explore_{name}" for name in CHARTS))
"""Panels of pictures, of pages, and of the ways from a chart to its figures."""

# One wrong digit in each place where a number can stand; the number that must be named, by language.
PLANTS = {
    "a KPI": """() => {
        const value = document.querySelector('.st-key-kpi_services_trade_total .kpi-value').firstChild;
        value.textContent = value.textContent.replace('67', '76');
    }""",
    "a label of a chart": """() => {
        const label = [...document.querySelectorAll('.st-key-plot_growth_base .main-svg text')]
            .find(text => text.textContent.includes('78.7'));
        label.textContent = label.textContent.replace('78.7', '79.7');
    }""",
    "a tick": """() => {
        const ticks = document.querySelectorAll('.st-key-plot_goal_path .ytick text');
        ticks[1].textContent = '7';
    }""",
    "what a mark says": """() => {
        const plot = document.querySelector('.st-key-plot_talent_progress .js-plotly-plot');
        plot.data[0].hovertext = [plot.data[0].hovertext].flat().map(text => text.replace('9', '8'));
    }""",
    "an alt text": """() => {
        const chart = document.querySelector('.st-key-plot_emerging_threshold [role="figure"]');
        chart.setAttribute('aria-label', chart.getAttribute('aria-label').replace('50', '60'));
    }""",
    "a sentence": """() => {
        const heading = document.querySelector('h1');
        heading.textContent = heading.textContent.replace('78.7', '77.8');
    }""",
    "a panel": """() => { document.querySelector('#rows_goal_path table td.num').textContent = '31415'; }""",
}
NAMED = {
    "a KPI": {"zh": "765.3", "en": "76.53"},
    "a label of a chart": {"zh": "79.7", "en": "79.7"},
    "a tick": {"zh": "7", "en": "7"},
    "what a mark says": {"zh": "8", "en": "8"},
    "an alt text": {"zh": "60", "en": "60"},
    "a sentence": {"zh": "77.8", "en": "77.8"},
    "a panel": {"zh": "31415", "en": "31415"},
}
PLACES = {
    "a KPI": "kpi_services_trade_total",
    "a label of a chart": "plot_growth_base",
    "a tick": "plot_goal_path ytick",
    "what a mark says": "plot_talent_progress",
    "an alt text": "plot_emerging_threshold",
    "a sentence": "page h1",
    "a panel": "rows_goal_path td",
}


def test_every_number_on_screen_is_accounted_for(screens: Screens, behind: Pages) -> None:
    faults = [
        fault
        for visit, screen in screens.items()
        for fault in not_built(screen["found"], behind[visit], visit.name)
    ]
    assert not faults, "\n".join(faults)


def test_a_mark_says_what_the_figure_holds(screens: Screens, behind: Pages) -> None:
    faults = []
    for visit, screen in screens.items():
        known = _hovers(behind[visit])
        assert len(screen["pointed"]) == (0 if visit.is_still else screen["plots"])
        for key, text in screen["pointed"].items():
            if squeezed(text) not in known[key]:
                faults.append(f"{visit.name}, {key}: “{text}”")
    assert not faults, "\n".join(faults)


def test_what_is_copied_is_a_sentence_of_the_page_with_its_source(
    screens: Screens, behind: Pages, lang: str, shipped: Record
) -> None:
    """Each sentence and each source is accounted for where it stands: here it is seen that nothing else is copied.

    A sentence that counts what the record holds has the state of the record behind it.
    """
    words, source = Words(lang), {"zh": "来源：", "en": "Source"}[lang]
    own = as_of_line(shipped, words)
    for visit, screen in screens.items():
        built = behind[visit]
        sentences = {squeezed(without_tags(bare(text.text))) for text in built if text.kind == "text"}
        sources = {bare(text.text) for text in built if text.kind == "data-source"}
        assert visit.is_still or screen["copied"] or not sources, visit.name
        assert all(told.startswith(source) or told == own for told in sources), visit.name
        for copied in screen["copied"]:
            parted = [
                (told, parts)
                for told in sources
                if (
                    parts := parted_by(words("card.copied_form", sentence="", source=told, place="|"), copied)
                )
            ]
            assert parted, f"{visit.name}: “{copied}” has no source of the page"
            assert {squeezed(sentence) for _, (sentence, _) in parted} <= sentences, copied
            assert {place[:1] for _, (_, place) in parted} == {"/"}, copied


def parted_by(form: str, copied: str) -> tuple[str, str] | None:
    """What stands before and behind a source in a text that was copied in this form? None where it is not there."""
    between, end = form.split("|")
    before, found, behind = copied.partition(between)
    return (before, behind.removesuffix(end)) if found and behind.endswith(end) else None


def test_the_browser_reads_what_was_built(screens: Screens, behind: Pages) -> None:
    """So that the audit cannot pass by reading nothing: texts of every kind, and every panel opened."""
    for visit, screen in screens.items():
        opened = () if visit.is_still else ("method_", "rows_", "kpimethod_", *NO_NUMBER)
        panels = {text.scope for text in behind[visit] if opened and text.scope.startswith(opened)}
        assert screen["panels"] == len(panels), visit.name
        panels = {scope for scope in panels if not scope.startswith(NO_NUMBER)}
        assert panels <= {entry["scope"] for entry in screen["found"]}, visit.name
        if screen["plots"]:
            kinds = {entry["kind"] for entry in screen["found"]}
            assert {"text", "label", "alt"} <= kinds, visit.name
            assert visit.is_still or "hover 0" in kinds, visit.name
    assert any(entry["kind"] == "tick" for screen in screens.values() for entry in screen["found"])
    listed = {
        visit
        for visit, screen in screens.items()
        if any(entry["scope"] == "table_observations" for entry in screen["found"])
    }
    assert listed >= {visit for visit in screens if visit.page.name == "data" and not visit.is_still}


@pytest.fixture(scope="session")
def planted(lang: str, shipped: Record, look: Look) -> dict[str, Any]:
    """The overview with one wrong digit in each place at once."""
    asked = visits(shipped, lang)[0]

    def work(browser: Any, server: Any) -> dict[str, Any]:
        visit = opened(browser, server, asked)
        for plant in PLANTS.values():
            visit.page.evaluate(plant)
        found = read(visit.page)
        visit.close()
        return found

    found: dict[str, Any] = look(work)
    return found


@pytest.mark.parametrize("place", PLANTS)
def test_a_wrong_digit_is_named(place: str, planted: dict[str, Any], behind: Pages, lang: str) -> None:
    overview = next(iter(behind))
    faults = not_built(planted["found"], behind[overview], overview.name)
    named = [fault for fault in faults if f", {PLACES[place]}" in fault]
    assert named, "\n".join(faults)
    assert all(fault.split(" is ")[0].split(", ").count(NAMED[place][lang]) for fault in named), named


def _hovers(texts: Iterable[Text]) -> dict[str, set[str]]:
    known: dict[str, set[str]] = {}
    for text in texts:
        if text.kind.startswith("hover"):
            known.setdefault(text.scope, set()).add(squeezed(without_tags(bare(text.text))))
    return known
