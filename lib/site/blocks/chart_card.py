"""A chart card: the sentence, the chart, its source, and behind it method, table and download."""

from __future__ import annotations

from markupsafe import Markup

from lib.charts.card import Card
from lib.charts.registry import EVERY
from lib.draw.sent import sent
from lib.explore.card import NAME as EXPLORE
from lib.explore.leads import leads_of
from lib.site.blocks.taking import leaves, picture_panel, table_copied, titled
from lib.site.forms import FORMS, FRAME, PICTURES
from lib.site.here import Here
from lib.site.markup.chart import Dressed, dressed
from lib.site.markup.files import csv_link
from lib.site.markup.tags import NOTHING, details, goes, panel, tag
from lib.site.pieces import Box, Chart, Piece, Text
from lib.site.places import Place, place_of
from lib.site.shared import shared
from lib.site.states import fault
from lib.words.address import address
from lib.words.names import Names
from lib.words.quoted import behind
from lib.words.speak import Words
from lib.words.tables import csv_bytes


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


def inside_of(card: Card, here: Here, *, mark: str = "", place: Place | None = None) -> tuple[Piece, ...]:
    """What stands on a card? Sentence, chart, notes, source, and the tools. `mark` stands before the sentence.

    `place` is where it is found again; that of a chart of the registry unless it is given.
    """
    if here.view == "print":
        return on_paper(card, here, mark=mark)
    if here.view == "edition":
        return _in_edition(card, here, mark)
    words = here.words
    place = place or _place(card.name, here)
    texts = dressed(card, here.record, words)
    chart = Chart(card, sent(card, words), words.lang)
    foot = Text(texts.notes + _foot(texts, place, here))
    return Text(_head(card, place, here, mark)), chart, foot


def on_paper(card: Card, here: Here, *, mark: str = "", more: str = "") -> tuple[Box, Box]:
    """What stands on a card where nothing can be opened? The chart, `more` under its source, and its table."""
    texts = dressed(card, here.record, here.words, mark=mark)
    under = Text(texts.notes + texts.source + more)
    whole = Box(f"whole_{card.name}", (Text(texts.head), still_chart(card, here.words), under))
    return whole, Box(f"rows_{card.name}", (Text(texts.table),))


def _in_edition(card: Card, here: Here, mark: str) -> tuple[Piece, ...]:
    """What stands on a card in a file, which has no server behind it? What opens does so below."""
    words, texts = here.words, dressed(card, here.record, here.words, mark=mark)
    tools = details(words("card.method"), texts.method) + details(
        words("card.table"), texts.table, "opens rows"
    )
    foot = Text(texts.notes + tag("div", (texts.source, tools), "foot"))
    return Text(texts.head), still_chart(card, words), foot


def still_chart(card: Card, words: Words) -> Chart:
    """What is the chart of a card where it answers to no mouse?"""
    return Chart(card, sent(card, words, still=True), words.lang, still=True)


def _head(card: Card, place: Place, here: Here, mark: str) -> Markup:
    """The sentence with a button that takes it along, and the line under it."""
    words = here.words
    title = tag("h2", (mark, card.title), "card-title")
    source = behind(card.facts, here.record, words)
    return titled(title, source, place.page, words) + tag("p", card.subtitle, "card-sub")


def _place(name: str, here: Here) -> Place:
    """Where is a chart found again? A finding stands among the others, and nowhere else."""
    lang = here.words.lang
    return place_of(name, lang, here.look) if name in EVERY else Place(address("reconciliation", lang=lang))


def _file(card: Card, here: Here) -> Markup:
    rows = [(row.label, row.fact) for row in card.rows]
    content = csv_bytes(rows, here.record, here.words)
    return csv_link(f"csv_{card.name}", f"{card.name}_{here.words.lang}.csv", content, here.words)


def _foot(texts: Dressed, place: Place, here: Here) -> Markup:
    """The source, the tools, of which the link to the file comes last, and what leads back from a full screen."""
    words = here.words
    name, shut = texts.card.name, words("card.shut")
    tools = [
        panel(f"method_{name}", words("card.method"), texts.method, shut=shut),
        panel(
            f"rows_{name}",
            words("card.table"),
            table_copied(texts.table, words) + _by_address(place, words),
            shut=shut,
        ),
        picture_panel(name, words),
    ]
    if place.chart:
        brief = address(
            "briefing", lang=words.lang, charts=place.chart, slide="2", **place.brief
        ).removeprefix("/")
        tools.append(tag("a", words("card.briefing"), "tool goes", href=brief))
    tools += [_explored(texts.card, here)] if place.name != EXPLORE else []
    tools.append(_file(texts.card, here))
    return tag("div", (texts.source, tag("div", tools, "tools"), leaves(words)), "foot")


def _explored(card: Card, here: Here) -> Markup:
    """What leads from a chart to its figures in `/explore`? A panel, where they are of several indicators or spans."""
    words, record = here.words, here.record
    found = leads_of(card.facts, record)
    if len(found) == 1:
        return goes(EXPLORE, words("card.explore"), {"lang": words.lang, **found[0].asked}, look="tool goes")
    names = Names.of(record, words.lang)
    links = (
        goes(
            EXPLORE,
            words(
                "card.explored",
                name=names("indicators", choice.indicator),
                span=words(f"explore.span.{choice.span}"),
            ),
            {"lang": words.lang, **choice.asked},
            look="tool goes",
        )
        for choice in found
    )
    inside = tag("div", links, "pictures")
    return panel(f"explore_{card.name}", words("card.explore"), inside, shut=words("card.shut"))


def _by_address(place: Place, words: Words) -> Markup:
    """Under which addresses is a chart read by other programs, and by which line does another site show it?"""
    if not place.name:
        return NOTHING
    frame = FRAME.format(frame=f"https://HOST/embed/{place.name}{_query(place, words)}")
    return (
        files_html(place, words) + tag("p", words("card.frame"), "card-note") + tag("code", frame, "markup")
    )


def files_html(place: Place, words: Words) -> Markup:
    """What are the links to the files of a chart, by address?"""
    query = _query(place, words)
    links = [
        tag("a", form.upper(), "tool", href=file, target="_blank")
        for form in (*FORMS["charts"], *PICTURES)
        for file in (f"api/charts/{place.name}.{form}{query}",)
    ]
    return tag("div", (tag("span", words("card.by_address")), *links), "by-address")


def _query(place: Place, words: Words) -> str:
    return address("", lang=words.lang, **place.asked).removeprefix("/")
