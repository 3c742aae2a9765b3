"""Makes a briefing from the command line: the same files as the dashboard's own page offers.

    python -m lib.briefing --lang zh --format pptx --page outsourcing --to briefings
    python -m lib.briefing --lang en --format json --chart growth_base --to data

    python -m lib.briefing --lang zh --format xlsx --chart "explore?indicator=services_trade_total&area=CN" --to data

JSON and CSV are those that the site gives by address; a choice of /explore is named by its line there.

Exit status 0: done, the files are named on standard output; what had to be left out, in the files and on standard
error. 1: it could not be made, in one sentence (no browser, a full disk, data that cannot be read), or, with
--strict, not whole or not as chosen: then nothing is written. 2: a wrong call, such as an unknown chart.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tqdm import tqdm

from lib.api.answer import answer
from lib.api.asked import Asked
from lib.briefing.asked_for import DATA_FORMATS, parser
from lib.briefing.browser.errors import BrowserError
from lib.briefing.content import briefing
from lib.briefing.deck.template import read_template
from lib.briefing.head import TEXTS, Head, HeadError, read_logo, set_head
from lib.briefing.left_out import LeftOut
from lib.briefing.make import PAPERS, long_files, made_of
from lib.briefing.order import SLIDES, Order, RefusedOrder, RefusedTemplate, check
from lib.briefing.unheeded import unheeded
from lib.briefing.writing import write_all
from lib.catalog.codes import CURRENCIES
from lib.catalog.load import load
from lib.charts.card import Look
from lib.explore.by_name import asked_of, is_choice
from lib.explore.card import NAME as EXPLORE
from lib.facts.errors import RecordError
from lib.facts.record import Record
from lib.site.pages import charts_of
from lib.words.plain import plain
from lib.words.problem import Problem
from lib.words.speak import Words
from lib.words.terminal import system_says
from lib.words.trouble import incident, is_foreseen, place, reason

DONE, FAILED, WRONG_CALL = 0, 1, 2
_ONLY_OF = {"paper": "pdf", "slides": "pptx", "template": "pptx", "native": "docx", "scale": "png"}


def main(argv: Sequence[str] | None = None) -> int:
    """What came of this command? The exit status; a wrong call leaves with 2 through SystemExit."""
    call = parser(__doc__ or "").parse_args(argv)
    try:
        made, left = _make(call)
        for line in left:
            print(line, file=sys.stderr)
        if left and call.strict:
            return FAILED
        for path in write_all(made, call.to):
            print(path)
    except RefusedOrder as refused:
        print(refused, file=sys.stderr)
        return FAILED if isinstance(refused, RefusedTemplate) else WRONG_CALL
    except BrowserError as error:
        print(error.said(call.lang), file=sys.stderr)
        return FAILED
    except RecordError as error:
        print(reason(error, Words(call.lang)), file=sys.stderr)
        return FAILED
    except OSError as error:
        print(_of_the_system(error, call, Words(call.lang)), file=sys.stderr)
        return FAILED
    except Exception as error:
        print(_unforeseen(error, Words(call.lang)), file=sys.stderr)
        return FAILED
    return DONE


def _make(call: argparse.Namespace) -> tuple[dict[str, bytes], list[str]]:
    """The files by their names, and a line for each part that one of them lacks."""
    _of_their_format(call)
    record = load(call.data, call.local)
    if call.width == "phone":
        return _long(call, record), unheeded("phone", _chosen(call), Words(call.lang))
    order = Order(
        lang=call.lang,
        charts=tuple(call.chart) or charts_of(call.page or "all", record),
        look=Look(currency=call.currency, period=call.period),
        title=call.title,
        base=plain(call.base).rstrip("/"),
        leave_out=not call.chart,
        head=_head(call),
        slides=call.slides or SLIDES[0],
        template=read_template(call.template) if call.template else b"",
        native=call.native,
    )
    made: dict[str, bytes] = {}
    lines: dict[str, None] = {}
    formats = call.format or ["pptx"]
    for form in formats:
        lines |= dict.fromkeys(unheeded(form, _chosen(call), Words(call.lang)))
    for form in (form for form in formats if form in DATA_FORMATS):
        made |= _by_address(order, form, record, lines)
    formats = [form for form in formats if form not in DATA_FORMATS]
    if not formats:
        return made, list(lines)
    with tqdm(
        total=len(formats) + 2, disable=None, leave=False, bar_format="{desc} {bar} {n}/{total}"
    ) as bar:
        found = briefing(order, record)
        for form in formats:
            bar.update()
            bar.set_description(form)
            papers = tuple(call.paper) or PAPERS
            files, held = made_of(found, form, page=call.page, papers=papers, scale=call.scale or 2)
            made |= files
            lines |= dict.fromkeys(_warning(part, held.words) for part in held.left)
        bar.update()
        return made, list(lines)


def _of_their_format(call: argparse.Namespace) -> None:
    """Raises RefusedOrder for a choice that belongs to a format that is not asked for."""
    words, formats = Words(call.lang), call.format or ["pptx"]
    for name, form in _ONLY_OF.items():
        if getattr(call, name) and form not in formats:
            raise RefusedOrder(words("briefing.refused.not_of_format", option=f"--{name}", form=form.upper()))
    if call.template and call.slides:
        raise RefusedOrder(words("briefing.refused.two_forms"))


def _long(call: argparse.Namespace, record: Record) -> dict[str, bytes]:
    if not call.page or call.format != ["png"]:
        raise RefusedOrder(Words(call.lang)("briefing.long.refused"))
    return long_files(record, lang=call.lang, base=plain(call.base).rstrip("/"), page=call.page)


def _head(call: argparse.Namespace) -> Head:
    """The head as the call has it, and for what it leaves open as the settings have it."""
    given = {name: text for name in TEXTS if (text := getattr(call, name)) is not None}
    try:
        if call.logo is not None:
            given["logo"] = read_logo(Path(call.logo)) if call.logo else b""
        return replace(set_head(call.lang), **given)
    except HeadError as error:
        raise RefusedOrder(error.said(Words(call.lang))) from error


def _chosen(call: argparse.Namespace) -> list[str]:
    """What was chosen on this call that a format may not follow?"""
    given = {
        "charts": call.chart,
        "page": call.page,
        "period": call.period,
        "currency": call.currency != CURRENCIES[0],
        "title": call.title,
        "scale": call.width == "phone" and call.scale,
        "head": any(getattr(call, name) for name in (*TEXTS, "logo")),
    }
    return [name for name, value in given.items() if value]


def _by_address(order: Order, form: str, record: Record, lines: dict[str, None]) -> dict[str, bytes]:
    """The charts as the site gives them by address; of whole pages, those that can be drawn."""
    check(order, record)
    look, files = order.look, dict[str, bytes]()
    chosen = {"currency": look.currency, "period": look.period}
    for name in order.charts:
        called, given = (EXPLORE, asked_of(name)) if is_choice(name) else (name, chosen)
        asked = Asked(tuple((key, value) for key, value in sorted(given.items()) if value), order.lang)
        try:
            made = answer(f"charts/{called}.{form}", asked, record)
        except Problem as problem:
            if not order.leave_out:
                raise RefusedOrder(problem.said(order.lang)) from problem
            lines[f"{name}.{form}: {problem.said(order.lang)}"] = None
        else:
            files[made.file] = made.content
    return files


def _warning(part: LeftOut, words: Words) -> str:
    """What is left out and why; of a fault that nobody foresaw also where, for who mends it."""
    where = "" if is_foreseen(part.error) else f" ({place(part.error)})"
    return words("briefing.left.warning", name=part.called(words), why=f"{part.why(words)}{where}")


def _of_the_system(error: OSError, call: argparse.Namespace, words: Words) -> str:
    return words("command.unchanged", where=f"{error.filename or call.to}: ", why=system_says(error, words))


def _unforeseen(error: Exception, words: Words) -> str:
    return words("briefing.left.nothing", number=incident(error), place=place(error))


if __name__ == "__main__":
    sys.exit(main())
