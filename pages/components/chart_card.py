"""A chart card: the sentence, the chart, its source, and behind it method, table and download."""

from __future__ import annotations

from html import escape

from lib.api.made import FORMS, PICTURES
from lib.briefing.html.chart import Dressed, dressed
from lib.briefing.order import PAGE_OF
from lib.charts.card import Card, Look
from lib.charts.registry import EVERY, of_register
from lib.charts.sent import sent
from lib.words.address import address
from lib.words.quoted import behind
from lib.words.speak import Words
from lib.words.tables import csv_bytes
from pages.components import html
from pages.components.context import Reader
from pages.components.pieces import FILE, Box, Chart, File, Piece, Text
from pages.components.shared import shared
from pages.components.states import fault
from pages.components.taking import leaves, picture_panel, table_copied, titled

_FRAME = '<iframe src="https://HOST/embed/{name}{query}"></iframe>'


def chart_card(name: str, reader: Reader) -> Box:
    """What is a chart of the registry with all that stands on its card? Where its data are missing, that is said."""
    try:
        inside = inside_once(name, reader)
    except Exception as error:
        inside = (fault(error, reader.words),)
    return Box(f"chart_{name}", inside)


def chart_cards(names: tuple[str, ...], reader: Reader) -> tuple[Box, ...]:
    """What are these charts of the registry, each with all that stands on its card?"""
    return tuple(chart_card(name, reader) for name in names)


def grid(key: str, *cards: Piece) -> Box:
    """Which cards stand two in a row, one below the other on a phone and on paper? An odd one takes a whole row."""
    return Box(f"grid_{key}", cards)


def register_grid(page: str, reader: Reader) -> tuple[Box, ...]:
    """Which cards does a contract register add to a page? None where there is no register."""
    return tuple(grid(row[0], *chart_cards(row, reader)) for row in of_register(page, reader.record))


@shared
def inside_once(name: str, reader: Reader) -> tuple[Piece, ...]:
    """What stands on a card of the registry, made for the first who asks? Raises RecordError where data are missing."""
    return inside_of(EVERY[name](reader.record, reader.words, reader.look), reader)


def inside_of(card: Card, reader: Reader, *, mark: str = "") -> tuple[Piece, ...]:
    """What stands on a card: sentence, chart, notes, source, and the tools. `mark` is HTML before the sentence.

    On paper nothing can be opened, so the table stands under the chart.
    """
    words, name = reader.words, card.name
    texts = dressed(card, reader.record, words, mark=mark)
    if reader.view == "print":
        chart = Chart(card, sent(card, words, still=True), words.lang, still=True)
        return (
            Box(f"whole_{name}", (Text(texts.head), chart, Text(texts.notes + texts.source))),
            Box(f"rows_{name}", (Text(texts.table),)),
        )
    chart = Chart(card, sent(card, words), words.lang)
    foot = texts.notes + _foot(texts, words, reader.look)
    return Text(_head(card, reader, mark)), chart, Text(foot, _file(card, reader))


def _head(card: Card, reader: Reader, mark: str) -> str:
    """The sentence with a button that takes it along, and the line under it."""
    words = reader.words
    title = f'<h2 class="card-title">{mark}{escape(card.title)}</h2>'
    source = behind(card.facts, reader.record, words)
    return titled(title, source, _reopened(card.name, reader), words) + html.tag(
        "p", card.subtitle, "card-sub"
    )


def _reopened(name: str, reader: Reader) -> str:
    """Under which address is a chart found again as it was? A finding stands among the others."""
    lang = reader.words.lang
    if name not in EVERY:
        return address("reconciliation", lang=lang)
    return address(PAGE_OF[name], lang=lang, view="slide", chart=name, **_chosen(reader.look))


def _chosen(look: Look) -> dict[str, str]:
    return {"currency": look.currency.replace("CNY", ""), "period": look.period}


def _file(card: Card, reader: Reader) -> File:
    words = reader.words
    return File(
        key=f"csv_{card.name}",
        name=f"{card.name}_{words.lang}.csv",
        label=words("card.download"),
        help=words("card.download_help"),
        content=csv_bytes([(row.label, row.fact) for row in card.rows], reader.record, words),
    )


def _foot(texts: Dressed, words: Words, look: Look) -> str:
    name, shut = texts.card.name, words("card.shut")
    chosen = _chosen(look)
    tools = [
        html.panel(f"method_{name}", words("card.method"), texts.method, shut=shut),
        html.panel(
            f"rows_{name}",
            words("card.table"),
            table_copied(texts.table, words) + _by_address(name, words, chosen),
            shut=shut,
        ),
        picture_panel(name, words),
    ]
    if name in EVERY:
        place = address("briefing", lang=words.lang, charts=name, slide="2", **chosen).removeprefix("/")
        tools.append(f'<a class="tool goes" href="{escape(place)}">{escape(words("card.briefing"))}</a>')
    tools.append(FILE)
    return f'<div class="foot">{texts.source}<div class="tools">{"".join(tools)}</div>{leaves(words)}</div>'


def _by_address(name: str, words: Words, chosen: dict[str, str]) -> str:
    """Under which addresses is a chart read by other programs, and by which line does another site show it?"""
    if name not in EVERY:
        return ""
    query = address("", lang=words.lang, **chosen).removeprefix("/")
    links = [
        f'<a class="tool" href="{escape(place)}" target="_blank">{escape(form.upper())}</a>'
        for form in (*FORMS["charts"], *PICTURES)
        for place in (f"api/charts/{name}.{form}{query}",)
    ]
    return (
        f'<div class="by-address">{html.tag("span", words("card.by_address"))}{"".join(links)}</div>'
        f"{html.tag('p', words('card.frame'), 'card-note')}"
        f"{html.tag('code', _FRAME.format(name=name, query=query), 'markup')}"
    )
