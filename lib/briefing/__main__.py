"""Makes a briefing from the command line: the same files as the dashboard's own page offers.

    python -m lib.briefing --lang zh --format pptx --page outsourcing --to briefings

Exit status 0: done, the files are named on standard output. 1: it could not be made, in one sentence (no
browser, a full disk, data that cannot be read). 2: a wrong call, such as an unknown chart.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tqdm import tqdm

from lib.briefing.browser.errors import BrowserError
from lib.briefing.content import briefing
from lib.briefing.make import FORMATS, PAPERS, files
from lib.briefing.order import CURRENCIES, Order, RefusedOrder, charts_of
from lib.briefing.writing import write_all
from lib.catalog.load import load
from lib.charts.card import Look
from lib.charts.registry import PAGES
from lib.facts.errors import RecordError
from lib.words.messages import LANGUAGES

DATA = Path(__file__).resolve().parents[2] / "data"
DONE, FAILED, WRONG_CALL = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """What came of this command? The exit status; a wrong call leaves with 2 through SystemExit."""
    call = _parser().parse_args(argv)
    try:
        for path in _make(call):
            print(path)
    except RefusedOrder as refused:
        print(refused, file=sys.stderr)
        return WRONG_CALL
    except BrowserError as error:
        print(error.said(call.lang), file=sys.stderr)
        return FAILED
    except RecordError as error:
        print(error, file=sys.stderr)
        return FAILED
    except OSError as error:
        print(
            f"{error.filename or call.to}: {error.strerror or error}. Nothing was changed.", file=sys.stderr
        )
        return FAILED
    return DONE


def _make(call: argparse.Namespace) -> list[Path]:
    order = Order(
        lang=call.lang,
        charts=tuple(call.chart) or charts_of(call.page or "all"),
        look=Look(currency=call.currency, period=call.period),
        title=call.title,
        base=call.base.rstrip("/"),
        leave_out=not call.chart,
    )
    made: dict[str, bytes] = {}
    formats = call.format or ["pptx"]
    with tqdm(
        total=len(formats) + 2, disable=None, leave=False, bar_format="{desc} {bar} {n}/{total}"
    ) as bar:
        found = briefing(order, load(call.data, call.local))
        for form in formats:
            bar.update()
            bar.set_description(form)
            made |= files(found, form, page=call.page, papers=tuple(call.paper) or PAPERS, scale=call.scale)
        bar.update()
        return write_all(made, call.to)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m lib.briefing", description=(__doc__ or "").splitlines()[0]
    )
    add = parser.add_argument
    add("--lang", choices=LANGUAGES, required=True)
    add("--format", choices=FORMATS, action="append", help="may be given several times; pptx unless given")
    add(
        "--page",
        choices=("overview", *PAGES),
        default="",
        help="the charts of one page, as PNG and SVG also the page itself; every chart unless given",
    )
    add(
        "--chart",
        action="append",
        default=[],
        metavar="NAME",
        help="one chart, in this place; may be repeated",
    )
    add("--period", default="", help="cumulative months such as 2021-01_2021-06; the newest unless given")
    add("--currency", choices=CURRENCIES, default=CURRENCIES[0])
    add("--title", default="")
    add("--paper", choices=PAPERS, action="append", default=[], help="of a PDF; each of them unless given")
    add("--scale", type=int, choices=(1, 2), default=2, help="of a PNG: 2 is 1920 × 1080")
    add("--base", default="http://localhost:8501", help="where the dashboard is served, for the links")
    add("--data", type=Path, default=DATA, help="the folder of the datasets")
    own = os.environ.get("CQ_DATA", "").strip()
    add("--local", type=Path, default=own or None, help="a folder laid over them; CQ_DATA unless given")
    add("--to", type=Path, required=True, metavar="DIR")
    return parser


if __name__ == "__main__":
    sys.exit(main())
