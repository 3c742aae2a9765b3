"""The headline figures by address, each with a sentence that can be quoted."""

from __future__ import annotations

from lib.api.asked import SHOWN, Asked
from lib.api.figures import Figures, document, written
from lib.api.made import MIME, Made
from lib.facts.record import Record
from lib.words.kpis import KPIS
from lib.words.messages import LANGUAGES
from lib.words.origins import marked_by
from lib.words.problem import Problem
from lib.words.speak import Words


def fact(key: str, form: str, asked: Asked, record: Record) -> Made:
    """What is a headline figure, with those that stand beside it? As txt its sentence alone, for a cell of a sheet.

    Raises Problem and RecordError.
    """
    file = f"{named(key)}_{record.version}.{form}"
    if form == "txt":
        return Made(said(key, record, Words(asked.only().lang)).encode(), MIME[form], file)
    words, figures = Words(asked.only().lang), Figures(record, Words(asked.lang))
    found = KPIS[key](record, words, "CNY")
    (label, first), *others = found.rows
    written_figures = [
        figures.figure(label, first, None if first.is_derived else record.growth(first)),
        *(figures.printed(name, other) for name, other in others),
    ]
    sentence = {lang: said(key, record, Words(lang)) for lang in LANGUAGES}
    more = {"title": label, "sentence": sentence, "sources": figures.sources()}
    content = written(document("fact", key, record, words, written_figures, **more))
    return Made(content, MIME[form], file)


def named(key: str) -> str:
    """Is there a headline figure of this name? Raises Problem, which lists them."""
    if key not in KPIS:
        raise Problem(404, "api.problem.fact", allowed=KPIS, name=key[:SHOWN])
    return key


def said(key: str, record: Record, words: Words) -> str:
    """Which sentence says a headline figure, of when it is, and how it grew?"""
    found = KPIS[key](record, words, "CNY")
    first = found.rows[0][1]
    growth = first if first.is_derived else record.growth(first)
    grown = (
        "" if first.is_derived or growth.is_missing else words("api.fact.grown", change=words.change(growth))
    )
    text = words(
        f"api.fact.{key}",
        period=words.period(first.period, long=True),
        figure=words.said(first),
        change=grown,
        basis=found.lines[-1][0],
    )
    return marked_by([first], record, text, words)
