"""A chart card: the sentence, the chart, its source, and behind it method, table and download."""

from __future__ import annotations

from html import escape

from lib.charts.card import Card, Look
from lib.charts.registry import EVERY
from lib.charts.sent import sent
from lib.site.blocks.taking import leaves, picture_panel, table_copied, titled
from lib.site.forms import FORMS, PICTURES
from lib.site.here import Here
from lib.site.markup.chart import Dressed, dressed
from lib.site.markup.tags import panel, tag
from lib.site.pages import PAGE_OF
from lib.site.pieces import FILE, Box, Chart, File, Piece, Text
from lib.site.shared import shared
from lib.site.states import fault
from lib.words.address import address
from lib.words.quoted import behind
from lib.words.speak import Words
from lib.words.tables import csv_bytes

_FRAME = '<iframe src="https://HOST/embed/{name}{query}"></iframe>'


def chart_card(name: str, here: Here) -> Box:
    """What is a chart of the registry with all that stands on its card? Where its data are missing, that is said."""
    try:
        inside = inside_once(name, here)
    except Exception as error:
        inside = (fault(error, here.words),)
    return Box(f"chart_{name}", inside)


def chart_cards(names: tuple[str, ...], here: Here) -> tuple[Box, ...]:
    """What are these charts of the registry, each with all that stands on its card?"""
    return tuple(chart_card(name, here) for name in names)


def grid(key: str, *cards: Piece) -> Box:
    """Which cards stand two in a row, one below the other on a phone and on paper? An odd one takes a whole row."""
    return Box(f"grid_{key}", cards)


@shared
def inside_once(name: str, here: Here) -> tuple[Piece, ...]:
    """What stands on a card of the registry, made for the first who asks? Raises RecordError where data are missing."""
    return inside_of(EVERY[name](here.record, here.words, here.look), here)


def inside_of(card: Card, here: Here, *, mark: str = "") -> tuple[Piece, ...]:
    """What stands on a card: sentence, chart, notes, source, and the tools. `mark` is HTML before the sentence.

    On paper nothing can be opened, so the table stands under the chart.
    """
    words, name = here.words, card.name
    texts = dressed(card, here.record, words, mark=mark)
    if here.view == "print":
        chart = Chart(card, sent(card, words, still=True), words.lang, still=True)
        return (
            Box(f"whole_{name}", (Text(texts.head), chart, Text(texts.notes + texts.source))),
            Box(f"rows_{name}", (Text(texts.table),)),
        )
    chart = Chart(card, sent(card, words), words.lang)
    foot = texts.notes + _foot(texts, words, here.look)
    return Text(_head(card, here, mark)), chart, Text(foot, _file(card, here))


def _head(card: Card, here: Here, mark: str) -> str:
    """The sentence with a button that takes it along, and the line under it."""
    words = here.words
    title = f'<h2 class="card-title">{mark}{escape(card.title)}</h2>'
    source = behind(card.facts, here.record, words)
    return titled(title, source, _reopened(card.name, here), words) + tag("p", card.subtitle, "card-sub")


def _reopened(name: str, here: Here) -> str:
    """Under which address is a chart found again as it was? A finding stands among the others."""
    lang = here.words.lang
    if name not in EVERY:
        return address("reconciliation", lang=lang)
    return address(PAGE_OF[name], lang=lang, view="slide", chart=name, **_chosen(here.look))


def _chosen(look: Look) -> dict[str, str]:
    return {"currency": look.currency.replace("CNY", ""), "period": look.period}


def _file(card: Card, here: Here) -> File:
    words = here.words
    return File(
        key=f"csv_{card.name}",
        name=f"{card.name}_{words.lang}.csv",
        label=words("card.download"),
        help=words("card.download_help"),
        content=csv_bytes([(row.label, row.fact) for row in card.rows], here.record, words),
    )


def _foot(texts: Dressed, words: Words, look: Look) -> str:
    name, shut = texts.card.name, words("card.shut")
    chosen = _chosen(look)
    tools = [
        panel(f"method_{name}", words("card.method"), texts.method, shut=shut),
        panel(
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
        f'<div class="by-address">{tag("span", words("card.by_address"))}{"".join(links)}</div>'
        f"{tag('p', words('card.frame'), 'card-note')}"
        f"{tag('code', _FRAME.format(name=name, query=query), 'markup')}"
    )
