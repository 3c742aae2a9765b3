"""The charts of a briefing without what stands around them: for a document that says the rest in its own type."""

from __future__ import annotations

from collections.abc import Mapping

from lib.briefing.browser.drawn import named, patience
from lib.briefing.browser.service import SERVICE, Service
from lib.briefing.browser.tab import Size, Tab
from lib.briefing.content import Briefing
from lib.briefing.edition.paper import paper

_WIDE, _TALL, _FINE = 1000, 1400, 3
_BOXES = """Object.fromEntries([...document.querySelectorAll('.plot')].map(plot => {
  const box = plot.getBoundingClientRect();
  return [plot.parentElement.dataset.chart, [box.left + scrollX, box.top + scrollY, box.width, box.height]];
}))"""


def plots(briefing: Briefing, *, service: Service = SERVICE) -> Mapping[str, bytes]:
    """What is the drawing of each chart as a PNG, by its name, as wide as A4 has room?

    Raises NoBrowser and BrowserFailed.
    """
    document = paper(briefing)

    def work(tab: Tab) -> dict[str, bytes]:
        tab.show(document, Size(_WIDE, _TALL, _FINE))
        return {name: tab.picture(tuple(box)) for name, box in tab.evaluate(_BOXES).items()}

    drawn = service.draw(work, seconds=patience(briefing))
    return named(drawn, briefing)
