"""No text of a chart lies over another or is cut off, however much the record grows, on a phone and beside another.

All charts stand on one page and are counted at once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from lib.charts.card import Look
from lib.charts.registry import CHARTS
from lib.draw.plotly import figure_of
from lib.facts.errors import RecordError
from lib.facts.record import Record
from lib.words.speak import Words
from tests.growing.longer import long_names, longer

PLOTLY = next((Path(__file__).parents[2] / "static").glob("plotly-*.min.js"))
CROWDED = Path(__file__).with_name("crowded.js").read_text(encoding="utf-8")
PHONE, BESIDE = 334, 570
"""How wide a chart is in a window of 390 pixels, and in one of 1280 or 1920, where the page grows no wider."""
DRAW = """async ([figures, width]) => {
  document.body.replaceChildren();
  for (const [name, figure] of Object.entries(figures)) {
    const plot = Object.assign(document.createElement('div'), { className: 'plot', id: name });
    plot.style.cssText = `width: ${width}px; height: ${figure.layout.height}px`;
    document.body.append(plot);
    await Plotly.newPlot(plot, figure.data, figure.layout, { displayModeBar: false });
  }
}"""


@pytest.fixture(scope="module")
def sheet(browser: Browser) -> Iterator[Page]:
    """An empty page that can draw."""
    page = browser.new_page()
    page.set_content('<body style="margin: 0; font-family: sans-serif"></body>')
    page.add_script_tag(path=PLOTLY)
    yield page
    page.close()


def drawn(record: Record, lang: str, theme: str) -> dict[str, object]:
    """Every chart that the record has figures for, as it is sent to a browser."""
    found = {}
    for name, draw in CHARTS.items():
        try:
            card = draw(record, Words(lang), Look(theme=theme))
        except RecordError:
            continue
        found[name] = json.loads(figure_of(card).to_json())
    return found


@pytest.mark.parametrize(
    "grown", [lambda record: record, longer, long_names], ids=["shipped", "longer", "long_names"]
)
def test_no_text_lies_over_another_or_is_cut_off(
    sheet: Page, record: Record, grown: Callable[[Record], Record]
) -> None:
    found = {}
    for lang, theme in (("zh", "light"), ("en", "dark")):
        figures = drawn(grown(record), lang, theme)
        assert len(figures) > 20
        for width in (PHONE, BESIDE):
            sheet.evaluate(DRAW, [figures, width])
            found[lang, width] = sheet.evaluate(CROWDED)
    assert {where: texts for where, texts in found.items() if texts} == {}
