"""What a call of the command line may ask for."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from lib.briefing.make import FORMATS, PAPERS, WIDTHS
from lib.briefing.order import SLIDES
from lib.catalog.codes import CURRENCIES
from lib.site.pages import EDITION
from lib.words.messages import LANGUAGES

DATA = Path(__file__).resolve().parents[2] / "data"
DATA_FORMATS = ("json", "csv")
_HEAD = {
    "unit": "who issues it",
    "number": "its number, as it is to stand there",
    "day": "its day, such as 2026-11-29",
    "closing": "the line that it closes with",
    "contact": "whom to ask",
    "logo": "a PNG or SVG file",
}


def parser(about: str) -> argparse.ArgumentParser:
    """How is a call read? `about` says in its first line what it does."""
    made = argparse.ArgumentParser(prog="python -m lib.briefing", description=about.splitlines()[0])
    add = made.add_argument
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
    add("--slides", choices=SLIDES, help=f"the form of a PPTX; {SLIDES[0]} unless given")
    add(
        "--template",
        type=Path,
        metavar="FILE.pptx",
        help="of a PPTX: the office's own, with its master and its form",
    )
    add(
        "--native", action="store_true", help="of a DOCX: charts that can be edited in Word, and not pictures"
    )
    add("--scale", type=int, choices=(1, 2), help="of a PNG: 2 is 1920 × 1080, and so it is unless given")
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
    return made
