"""The picture of a chart by address: the one of a briefing, drawn by the one browser."""

from __future__ import annotations

from lib.api.asked import SHOWN, Asked
from lib.api.charts import named, wanted
from lib.api.made import MIME, Made
from lib.briefing.browser.drawn import pictures
from lib.briefing.browser.errors import BrowserError
from lib.briefing.browser.vectors import vectors
from lib.briefing.content import briefing
from lib.briefing.order import Order, RefusedOrder
from lib.facts.record import Record
from lib.site.forms import PICTURES
from lib.words.problem import Problem


def picture(path: str, asked: Asked, record: Record) -> Made:
    """What is the picture at an address such as `charts/goal_path.svg`? Always light, as in every document.

    Raises Problem, also where there is no browser or it did not finish.
    """
    name, _, form = path.removeprefix("charts/").rpartition(".")
    named(name, record)
    if form not in PICTURES:
        raise Problem(
            404, "api.problem.form", allowed=[f"{name}.{one}" for one in PICTURES], name=path[:SHOWN]
        )
    called, look = wanted(name, asked, record, themes=())
    try:
        found = briefing(Order(asked.lang, (called,), look, base=""), record)
        drawn = vectors(found) if form == "svg" else pictures(found)
    except RefusedOrder as refused:
        raise Problem(404, "api.problem.record", said=str(refused)) from refused
    except BrowserError as error:
        raise Problem(503, "api.problem.record", said=error.said(asked.lang)) from error
    ((card, content),) = drawn.items()
    return Made(content, MIME[form], f"{card}_{asked.lang}.{form}")
