"""One chart as a page of its own, for a frame on another site: its sentence, the chart, its source."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from markupsafe import escape

from lib.api.asked import Asked
from lib.api.charts import drawn, wanted
from lib.api.made import MIME, Made
from lib.charts.tokens import FONT
from lib.draw.config import CONFIG
from lib.draw.sent import sent
from lib.facts.errors import NoSuchFigure, RecordError
from lib.facts.record import Record
from lib.site.look.style import colours
from lib.site.markup.chart import notes_html
from lib.site.markup.method import source_html
from lib.site.markup.tags import tag
from lib.site.places import page_of, place_of
from lib.site.still.document import BUNDLE, dumped
from lib.words.address import address
from lib.words.messages import TAGS
from lib.words.origins import mark
from lib.words.problem import Problem
from lib.words.speak import Words
from lib.words.trouble import reason

_PLACE = re.compile(r"<!--(\w+)-->")


def embed(name: str, asked: Asked, record: Record) -> Made:
    """What is the page of one chart, with its choices? Raises Problem."""
    words = Words(asked.lang)
    try:
        return Made(_page(name, asked, record, words), MIME["html"])
    except RecordError as error:
        status = 404 if isinstance(error, NoSuchFigure) else 503
        raise Problem(status, "api.problem.record", said=reason(error, words)) from error


def _page(name: str, asked: Asked, record: Record, words: Words) -> bytes:
    card = drawn(name, asked, record)
    said = mark(record.origin_of(card.facts), words)
    theme = asked.one("theme", "light")
    called, look = wanted(name, asked, record)
    place = place_of(called, words.lang, look)
    parts = {
        "lang": TAGS[words.lang],
        "theme": theme,
        "version": escape(record.version),
        "title": escape(card.title),
        "colours": colours(theme),
        "head": (tag("p", said, "card-sub") if said else "")
        + tag("h2", card.title, "card-title")
        + tag("p", card.subtitle, "card-sub"),
        "alt": escape(card.alt),
        "notes": notes_html(card),
        "source": source_html(card.facts, record, words),
        "place": escape(address(page_of(called), lang=words.lang, **place.asked)),
        "whole": escape(words("api.embed.whole")),
        "chart": sent(card, words).decode().replace("<", "\\u003c"),
        "config": dumped({**CONFIG, "locale": TAGS[words.lang]}),
        "font": FONT,
        "bundle": BUNDLE,
    }
    return _PLACE.sub(lambda place: parts[place[1]], _form()).encode()


@cache
def _form() -> str:
    return Path(__file__).with_name("embed.html").read_text(encoding="utf-8")
