"""The documents for a browser, read as files: one file each, nothing asked for, everything escaped."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markupsafe import escape
from plotly.offline import get_plotlyjs_version

from lib.briefing.content import Briefing, briefing
from lib.briefing.edition.figures import Figures, compact, recoloured
from lib.briefing.edition.findings import finding_cards
from lib.briefing.edition.paper import css_text, paper
from lib.briefing.edition.scene import Scene
from lib.briefing.edition.slides import slides
from lib.briefing.edition.whole import still
from lib.briefing.order import Order
from lib.charts.card import Look
from lib.charts.reconciliation.finding import finding_card
from lib.charts.registry import CHARTS
from lib.draw.plotly import figure_of
from lib.facts.reconcile import findings_of
from lib.facts.reconcile.verdict import VERDICTS
from lib.facts.record import Record
from lib.site.blocks.chart_card import inside_of
from lib.site.pages import EDITION, charts_of
from lib.site.pieces import Box
from lib.site.still.document import document
from lib.words.answers import ANSWERS
from lib.words.findings import ON_A_PAGE
from lib.words.names import Names
from lib.words.speak import Words

ROOT = Path(__file__).parents[2]
NASTY = "</title></script><script>alert('x')</script>\"&"


class Reader(HTMLParser):
    """What a file asks for, and what its scripts are."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.scripts: list[dict[str, str | None]] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script":
            self.scripts.append(given)
        for name in ("src", "srcset", "href", "data", "poster", "action", "formaction", "background"):
            address = given.get(name)
            if address is None or address.startswith(("#", "data:")):
                continue
            (self.links if (tag, name) == ("a", "href") else self.asked).append(f"{tag} {address}")


def read(document: bytes) -> Reader:
    reader = Reader()
    reader.feed(document.decode())
    reader.close()
    return reader


@pytest.fixture(scope="session")
def page_files(record: Record) -> dict[str, bytes]:
    return {lang: still(record, lang) for lang in ("zh", "en")}


def some(record: Record, lang: str, **asked: object) -> Briefing:
    return briefing(Order(lang, ("goal_path", "growth_base"), **asked), record)  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_pages_ask_for_nothing_and_link_only_to_sources(lang: str, page_files: dict[str, bytes]) -> None:
    found = read(page_files[lang])

    assert found.asked == []
    assert found.links
    assert all("src" not in script for script in found.scripts)
    assert b"default-src 'none'" in page_files[lang]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_page_opens_with_its_answer_and_every_chart_has_its_sentence(
    lang: str, page_files: dict[str, bytes], record: Record
) -> None:
    words, text = Words(lang), page_files[lang].decode()
    for name in EDITION:
        start = text.index(f'<section data-page="{lang}/{name}"')
        page = text[start : text.find("<section data-page=", start + 1)]
        assert escape(ANSWERS[name](record, words)) in page, name
    for name in set(CHARTS) - {"emerging_mix"}:  # no source prints the split
        card = CHARTS[name](record, words, Look())
        assert escape(card.title) in text, name
        assert f'aria-label="{escape(card.alt)}"' in text, name


def test_the_same_record_gives_the_same_bytes(page_files: dict[str, bytes], record: Record) -> None:
    assert still(record, "en") == page_files["en"]
    assert slides(some(record, "zh")) == slides(some(record, "zh"))
    assert paper(some(record, "zh")) == paper(some(record, "zh"))


def test_a_picture_counts_every_finding_and_draws_those_of_the_first_page(record: Record, en: Words) -> None:
    lines = finding_cards(Scene(record, en, is_still=True))

    assert len(lines) == len(findings_of(record))
    assert [bool(card) for *_, card in lines].count(True) == ON_A_PAGE == 12  # as on the live page


@pytest.mark.parametrize("make", [slides, paper])
def test_what_somebody_writes_as_a_title_stays_text(make: object, record: Record) -> None:
    document = make(some(record, "zh", title=NASTY))  # type: ignore[operator]

    assert b"alert('x')</script>" not in document
    assert len(read(document).scripts) == len(read(make(some(record, "zh"))).scripts)  # type: ignore[operator]


def test_data_cannot_end_its_script() -> None:
    made = document(
        lang="zh",
        title=NASTY,
        about={"source": NASTY},
        style="",
        script="read();",
        body="",
        data={"settings": {"text": NASTY}},
    )
    block = re.search(rb'id="settings">(.*?)</script>', made, re.DOTALL)

    assert block
    assert json.loads(block[1]) == {"text": NASTY}
    assert len(read(made).scripts) == 3  # the data, Plotly, and the script


def test_a_card_escapes_what_it_says(record: Record, en: Words) -> None:
    card = replace(
        CHARTS["goal_path"](record, en, Look()), title=NASTY, subtitle=NASTY, alt=NASTY, notes=(NASTY,)
    )

    scene = Scene(record, en)
    assert "<script>" not in scene.put(Box("chart_goal_path", inside_of(card, scene.here)))


def test_text_in_css_cannot_leave_its_quotes() -> None:
    assert css_text('a"b\\c</style>') == '"a\\22 b\\5c c\\3c \\2f style\\3e "'


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_finding_in_the_dark_is_the_light_one_recoloured(
    verdict: str, record: Record, words: Words
) -> None:
    say = Names.of(record, words.lang)
    found = next(found for found in findings_of(record) if found.verdict == verdict)
    light, dark = (finding_card(found, say, words, Look(theme)) for theme in ("light", "dark"))

    assert recoloured(compact(light)) == compact(dark)


def test_a_chart_that_is_not_just_recoloured_is_kept_in_both_themes(record: Record, en: Words) -> None:
    figures = Figures()
    for name in charts_of("all"):
        if name != "emerging_mix":
            light, dark = (CHARTS[name](record, en, Look(theme)) for theme in ("light", "dark"))
            figures.add(name, light, dark)
            kept = json.loads(figures.json)
            shown = kept.get(f"{name}|dark") or json.loads(recoloured(json.dumps(kept[name])))
            assert shown == json.loads(compact(dark)), name


def test_the_bundle_is_the_plotly_that_python_speaks_to_and_keeps_its_licence() -> None:
    bundle = ROOT / "static" / f"plotly-{get_plotlyjs_version()}.min.js"
    text = bundle.read_text(encoding="utf-8")

    assert bundle.stat().st_size < 1_400_000
    assert "MIT license" in text[:200]
    assert "Plotly, Inc." in text[:200]
    assert "</script" not in text.lower()
    packages = json.loads((ROOT / "deploy/plotly/package.json").read_text(encoding="utf-8"))
    assert packages["dependencies"]["plotly.js"] == get_plotlyjs_version()


def test_the_bundle_draws_every_trace_and_stands_beside_its_licence(record: Record) -> None:
    names = [name for name in charts_of("all") if name != "emerging_mix"]
    figures = [figure_of(CHARTS[name](record, Words("en"), Look())) for name in names]
    assert {trace.type for figure in figures for trace in figure.data} == {"bar", "scatter"}
    entry = (ROOT / "deploy/plotly/charts.js").read_text(encoding="utf-8")
    assert re.findall(r"require\('plotly.js/lib/(\w+)'\)", entry) == ["core", "bar"]  # scatter is in the core
    licence = ROOT / "static" / f"plotly-{get_plotlyjs_version()}.LICENSE.txt"
    assert "MIT License" in licence.read_text(encoding="utf-8")


def test_the_lock_file_of_the_bundle_names_no_registry() -> None:
    lock = json.loads((ROOT / "deploy/plotly/package-lock.json").read_text(encoding="utf-8"))

    assert lock["packages"]
    assert [name for name, package in lock["packages"].items() if "resolved" in package] == []
