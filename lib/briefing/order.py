"""What somebody asks a briefing to be: which charts, in which language, currency and period, under which title."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field

from lib.briefing.deck.examined import examine
from lib.briefing.deck.template import TemplateError
from lib.briefing.head import Head, HeadError, seen
from lib.catalog.codes import CURRENCIES
from lib.charts.card import Look
from lib.charts.registry import EVERY
from lib.explore.by_name import asked_of, in_vain, is_choice
from lib.facts.errors import NoSuchFigure
from lib.facts.outsourcing_periods import period_codes
from lib.facts.record import Record
from lib.site.pages import CHARTS, WHERE_PRINTED, charts_of
from lib.words.speak import Words

MOST_CHARTS = 60
MOST_TITLE_SIGNS = 300
SLIDES = ("16:9", "4:3")
"""The forms of a deck."""


@dataclass(frozen=True, slots=True)
class Order:
    """A briefing as asked for.

    `charts` are names of the site's charts, and choices of `/explore` such as `explore?indicator=…&area=…`.
    `title` "" is the usual one, and signs in it that cannot be seen are taken out; `base` is where the dashboard is
    served, `slides` the form of a deck, `template` an office's own in place of ours; `native` charts of a document are
    Word's own in place of pictures. A chart that cannot be made is left out and named; an order of nothing else is
    refused, unless whole pages are asked for (`leave_out`).
    """

    lang: str
    charts: tuple[str, ...]
    look: Look = field(default_factory=Look)
    title: str = ""
    base: str = "http://localhost:8501"
    leave_out: bool = False
    head: Head = field(default_factory=Head)
    slides: str = SLIDES[0]
    template: bytes = field(default=b"", repr=False)
    native: bool = False

    def is_missed(self, name: str, error: Exception) -> bool:
        """Is a chart missed that cannot be made? Not one that whole pages show only where a source prints it."""
        return not (self.leave_out and name in WHERE_PRINTED and isinstance(error, NoSuchFigure))


class RefusedOrder(Exception):
    """A briefing that cannot be made; says in the reader's language what was asked and what there is."""


class RefusedTemplate(RefusedOrder):
    """A template that has no place for what a briefing holds, or that is none."""


def titles(record: Record, words: Words, look: Look) -> dict[str, str]:
    """What does each chart say that can be drawn, by its name?"""
    found = {}
    for name in charts_of("all", record):
        draw = EVERY[name]
        with suppress(Exception):  # what keeps it from being drawn is said on its page
            found[name] = draw(record, words, look).title
    return found


def check(order: Order, record: Record) -> None:
    """Refuses what cannot be made: raises RefusedOrder with one sentence that says what is allowed."""
    words = Words(order.lang)
    unknown = [name for name in order.charts if name not in EVERY and not is_choice(name)]
    if unknown:
        raise RefusedOrder(
            words("briefing.refused.chart", names=words.list(unknown), known=", ".join(CHARTS))
        )
    for name in filter(is_choice, order.charts):
        for vain in in_vain(asked_of(name), record):
            given = {"name": vain.name, "value": vain.value, "known": ", ".join(vain.allowed)}
            raise RefusedOrder(words("briefing.refused.choice", **given))
    if not order.charts:
        raise RefusedOrder(words("briefing.refused.none"))
    if len(order.charts) > MOST_CHARTS:
        raise RefusedOrder(
            words(
                "briefing.refused.many", asked=words.count(len(order.charts)), most=words.count(MOST_CHARTS)
            )
        )
    if len(order.title) > MOST_TITLE_SIGNS:
        raise RefusedOrder(
            words(
                "briefing.refused.title",
                asked=words.count(len(order.title)),
                most=words.count(MOST_TITLE_SIGNS),
            )
        )
    try:
        seen(order.head)
    except HeadError as error:
        raise RefusedOrder(error.said(words)) from error
    if order.template:
        try:
            examine(order.template)
        except TemplateError as error:
            raise RefusedTemplate(error.said(words)) from error
    if order.look.period and order.look.period not in (periods := period_codes(record)):
        raise RefusedOrder(
            words("briefing.refused.period", asked=order.look.period, known=", ".join(periods))
        )
    if order.look.currency not in CURRENCIES:
        raise RefusedOrder(
            words("briefing.refused.currency", asked=order.look.currency, known=", ".join(CURRENCIES))
        )
