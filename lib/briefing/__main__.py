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
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tqdm import tqdm

from lib.api.answer import answer
from lib.api.asked import Asked
from lib.briefing.browser.errors import BrowserError
from lib.briefing.content import briefing
from lib.briefing.head import TEXTS, Head, HeadError, read_logo, set_head
from lib.briefing.left_out import LeftOut
from lib.briefing.make import FORMATS, PAPERS, WIDTHS, long_files, made_of
from lib.briefing.order import SLIDES, Order, RefusedOrder, check
from lib.briefing.unheeded import unheeded
from lib.briefing.writing import write_all
from lib.catalog.load import load
from lib.charts.card import CURRENCIES, Look
from lib.explore.by_name import asked_of, is_choice
from lib.explore.card import NAME as EXPLORE
from lib.facts.errors import RecordError
from lib.facts.record import Record
from lib.site.pages import EDITION, charts_of
from lib.words.messages import LANGUAGES
from lib.words.plain import plain
from lib.words.problem import Problem
from lib.words.speak import Words
from lib.words.trouble import incident, is_foreseen, place, reason

DATA = Path(__file__).resolve().parents[2] / "data"
DONE, FAILED, WRONG_CALL = 0, 1, 2
DATA_FORMATS = ("json", "csv")
_HEAD = {
    "unit": "who issues it",
    "number": "its number, as it is to stand there",
    "day": "its day, such as 2026-11-29",
    "closing": "the line that it closes with",
    "contact": "whom to ask",
    "logo": "a PNG or SVG file",
}


def main(argv: Sequence[str] | None = None) -> int:
    """What came of this command? The exit status; a wrong call leaves with 2 through SystemExit."""
    call = _parser().parse_args(argv)
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
        return WRONG_CALL
    except BrowserError as error:
        print(error.said(call.lang), file=sys.stderr)
        return FAILED
    except RecordError as error:
        print(reason(error, Words(call.lang)), file=sys.stderr)
        return FAILED
    except OSError as error:
        print(
            f"{error.filename or call.to}: {error.strerror or error}. Nothing was changed.", file=sys.stderr
        )
        return FAILED
    except Exception as error:
        print(_unforeseen(error, Words(call.lang)), file=sys.stderr)
        return FAILED
    return DONE


def _make(call: argparse.Namespace) -> tuple[dict[str, bytes], list[str]]:
    """The files by their names, and a line for each part that one of them lacks."""
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
        slides=call.slides,
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
            files, held = made_of(found, form, page=call.page, papers=papers, scale=call.scale)
            made |= files
            lines |= dict.fromkeys(_warning(part, held.words) for part in held.left)
        bar.update()
        return made, list(lines)


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


def _unforeseen(error: Exception, words: Words) -> str:
    return words("briefing.left.nothing", number=incident(error), place=place(error))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m lib.briefing", description=(__doc__ or "").splitlines()[0]
    )
    add = parser.add_argument
    add("--lang", choices=LANGUAGES, required=True)
    add(
        "--format",
        choices=(*FORMATS, *DATA_FORMATS),
        action="append",
        help="may be given several times; pptx unless given",
    )
    add(
        "--page",
        choices=EDITION,
        default="",
        help="the charts of one page, as PNG and SVG also the page itself; every chart unless given",
    )
    add(
        "--chart",
        action="append",
        default=[],
        metavar="NAME",
        help="one chart, in this place, or a choice, explore?indicator=…&area=…; may be repeated",
    )
    add("--period", default="", help="cumulative months such as 2021-01_2021-06; the newest unless given")
    add("--currency", choices=CURRENCIES, default=CURRENCIES[0])
    add("--title", default="")
    for name, what in _HEAD.items():
        add(f"--{name}", help=f"{what}; CQ_BRIEFING_{name.upper()} unless given")
    add("--paper", choices=PAPERS, action="append", default=[], help="of a PDF; each of them unless given")
    add("--slides", choices=SLIDES, default=SLIDES[0], help="the form of a PPTX")
    add("--scale", type=int, choices=(1, 2), default=2, help="of a PNG: 2 is 1920 × 1080")
    add(
        "--width",
        choices=WIDTHS,
        default=WIDTHS[0],
        help="of a PNG: phone is one long picture of a page, 1080 wide",
    )
    add("--base", default="http://localhost:8501", help="where the dashboard is served, for the links")
    add("--data", type=Path, default=DATA, help="the folder of the datasets")
    own = os.environ.get("CQ_DATA", "").strip()
    add("--local", type=Path, default=own or None, help="a folder laid over them; CQ_DATA unless given")
    add("--strict", action="store_true", help="write nothing and end with 1 where a part has to be left out")
    add("--to", type=Path, required=True, metavar="DIR")
    return parser


if __name__ == "__main__":
    sys.exit(main())
