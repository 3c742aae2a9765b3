"""What a page is made of, text by text, each with the marks of what it was made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from streamlit.testing.v1 import AppTest

from lib.catalog.codes import CURRENCIES
from lib.charts.card import Look
from lib.explore.starts import STARTS
from lib.facts.outsourcing_periods import period_codes
from lib.facts.record import Record
from lib.site.here import Here
from lib.site.html import message
from lib.site.pages import HIDDEN, PAGES, Page
from lib.site.sections.findings import ALL
from lib.words.findings import ON_A_PAGE
from lib.words.speak import Words
from pages.components.context import current_with
from pages.server.first.still import on_stage, sheets
from tests.audit.blocks import by_panel, spoken, without_tags
from tests.pages.laid import Node, laid, unpacked
from tests.pages.seen import DASHBOARD

# Where a figure of Plotly holds what is written into it.
WRITTEN = frozenset(("text", "ticktext", "name", "title", "label"))
# Where text may stand instead of numbers: the names along an axis.
CATEGORIES = frozenset(("x", "y", "categoryarray"))
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}.*")  # a place on an axis of time, written by nobody
# What finds something of every kind; without a digit, for what was typed is repeated and is no number of the record.
SEARCHED = {
    "zh": ("离岸外包 增速", "成都", "位次", "人才", "口径", "下载", "方法"),
    "en": ("offshore growth", "Chengdu", "rank", "talent", "scope", "download", "method"),
}
_STARTS = ("nation_months", "four_cities", "types", "of_nation")
_ON_SCREEN = ("label", "placeholder", "help", "alt")


@dataclass(frozen=True)
class Text:
    """A text as it was built: in which container, as what, and with its marks."""

    scope: str
    kind: str
    text: str


@dataclass(frozen=True)
class Visit:
    """A page at one address, in one language."""

    page: Page
    lang: str
    query: tuple[tuple[str, str], ...] = ()

    @property
    def is_still(self) -> bool:
        """Is it a view that answers to no mouse?"""
        return any(name == "view" for name, _ in self.query)

    @property
    def name(self) -> str:
        """Which page, for who reads a failure?"""
        return " ".join((self.page.name, self.lang, *(f"{key}={value}" for key, value in self.query)))


def visits(record: Record, lang: str) -> tuple[Visit, ...]:
    """Every page in every view, those that show other figures on a choice once for each choice, and what is found."""
    others = {
        "trade_volume": [("currency", code) for code in CURRENCIES[1:]],
        "outsourcing": [("period", code) for code in period_codes(record)[1:]],
    }
    views = [(("view", "slide"),), (("view", "print"),)]
    one = {
        "outsourcing": [(("view", "slide"), ("chart", "growth_base"))],
        "explore": [tuple(STARTS[name].items()) for name in _STARTS],
    }
    found = tuple(Visit(page, lang, (("q", text),)) for page in HIDDEN for text in SEARCHED[lang])
    shown = tuple(
        Visit(page, lang, query)
        for page in PAGES
        for query in (
            (),
            *((choice,) for choice in others.get(page.name, ())),
            *views,
            *one.get(page.name, ()),
        )
    )
    return shown + found  # the overview comes first


def pages_of_findings(lang: str, count: int) -> tuple[Visit, ...]:
    """The page on reconciliation with every finding, turned over to its end."""
    (page,) = (page for page in PAGES if page.name == "reconciliation")
    numbers = range(1, -(-count // ON_A_PAGE) + 1)
    return tuple(Visit(page, lang, (("verdict", ALL), ("page", str(number)))) for number in numbers)


def build(asked: Iterable[Visit], lang: str) -> dict[Visit, tuple[Text, ...]]:
    """What is each of these pages made of? Fails where one broke."""
    app = AppTest.from_file(str(DASHBOARD), default_timeout=300)
    app.query_params["lang"] = lang
    app.run()
    found = {}
    for visit in asked:
        if visit.is_still:
            found[visit] = tuple(_below(_still(visit), ""))
            continue
        shown = app.switch_page(f"pages/{visit.page.name}.py")
        shown.query_params.clear()
        for name, value in (("lang", lang), *visit.query):
            shown.query_params[name] = value
        shown.run()
        broken = [node.message for node in shown.exception]
        assert not broken, f"{visit.name}: {broken}"
        found[visit] = tuple(_below(laid(shown.main), ""))
    return found


def _still(visit: Visit) -> Node:
    """A slide or a page for paper, which no script of Streamlit makes."""
    key, record = current_with(None)
    asked = dict(visit.query)
    here = Here(record, Words(visit.lang), Look(), key, view=asked["view"])
    made = on_stage if asked["view"] == "slide" else sheets
    return Node("box", inside=unpacked(message(made(visit.page.name, here, asked))))


def figure_texts(spec: Any) -> Iterator[str]:
    """What is written into a figure, but for what its marks say when pointed at?"""
    if isinstance(spec, dict):
        for name, value in spec.items():
            if name == "template":
                continue
            if name in WRITTEN and not isinstance(value, dict):
                yield from (str(text) for text in (value if isinstance(value, list) else [value]) if text)
            elif name in CATEGORIES and isinstance(value, list):
                yield from (text for text in value if isinstance(text, str) and not _DAY.fullmatch(text))
            else:
                yield from figure_texts(value)
    elif isinstance(spec, list):
        for value in spec:
            yield from figure_texts(value)


def hover_texts(spec: Any) -> list[list[str]]:
    """What do the marks say when pointed at, trace by trace?"""
    found = [trace.get("hovertext") or [] for trace in spec["data"]]
    return [[texts] if isinstance(texts, str) else [str(text) for text in texts] for texts in found]


def _below(node: Node, scope: str) -> Iterator[Text]:
    own = node.key or scope
    match node.kind:
        case "html":
            yield from (Text(panel or own, "text", text) for panel, text in by_panel(node.body))
            yield from (Text(panel or own, name, text) for panel, name, text in spoken(node.body))
        case "chart":
            yield Text(own, "alt", node.alt)
            yield from (Text(own, "label", without_tags(text)) for text in figure_texts(node.figure))
            for trace, texts in enumerate(hover_texts(node.figure)):
                yield from (Text(own, f"hover {trace}", text) for text in texts)
        case _:
            yield from _labels(node.element, own)
            options = () if node.kind == "box" else getattr(node.element, "options", ())
            yield from (Text(own, "option", str(option)) for option in options)
    for inside in node.inside:
        yield from _below(inside, own)


def _labels(node: Any, scope: str) -> Iterator[Text]:
    proto = getattr(node, "proto", None)
    for name in _ON_SCREEN:
        text = getattr(proto, name, "")
        if isinstance(text, str) and text:
            yield Text(scope, name, text)
