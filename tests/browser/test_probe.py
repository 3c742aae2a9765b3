"""Do the checks of where things stand find what they are for? On a small page made for it."""

from __future__ import annotations

from typing import Any

from tests.browser import probe
from tests.browser.conftest import Visitor

_CHART = """
<div class="st-key-chart_{name}" style="width:220px;height:120px;overflow:hidden">
 <div role="figure" aria-label="A chart"><svg class="main-svg" width="200" height="100"
   style="overflow:hidden;font:16px monospace">
   <defs><clipPath id="{name}"><rect x="0" y="0" width="50" height="100"/></clipPath></defs>
   <g class="trace"><path class="js-line" d="M0,0L9,9"/></g>{labels}</svg></div></div>
"""


def _chart(visitor: Visitor, labels: str) -> dict[str, Any]:
    page = visitor().page
    page.set_content(_CHART.format(name="one", labels=labels))
    card: dict[str, Any]
    (card,) = probe.look_at(page)["charts"]
    return card


def test_labels_on_each_other_are_found(visitor: Visitor) -> None:
    card = _chart(visitor, '<text x="20" y="40">12.1</text><text x="30" y="45">+78.7%</text>')
    (found,) = probe.collisions(card["plots"][0])
    assert found.startswith("“12.1” and “+78.7%” share")


def test_lines_one_below_the_other_do_not_collide(visitor: Visitor) -> None:
    # The line boxes overlap at 14 px distance, the ink of 16 px digits does not.
    card = _chart(visitor, '<text x="20" y="40">12.1</text><text x="20" y="54">78.7</text>')
    assert probe.collisions(card["plots"][0]) == []


def test_a_label_over_the_edge_of_its_drawing_is_found(visitor: Visitor) -> None:
    card = _chart(visitor, '<text x="190" y="40">1088</text>')
    found = probe.cut_off(card["plots"][0], card["box"])
    assert [text.rsplit(" ", 1)[-1] for text in found] == ["drawing", "card"]


def test_a_label_that_a_clip_path_cuts_is_found(visitor: Visitor) -> None:
    card = _chart(visitor, '<g clip-path="url(#one)"><text x="40" y="40">1088</text></g>')
    (found,) = probe.cut_off(card["plots"][0], card["box"])
    assert found.endswith("over the edge of the plot area")


def test_hidden_text_counts_for_nothing(visitor: Visitor) -> None:
    hidden = (
        '<text x="20" y="40">12.1</text><g opacity="0" style="opacity:0"><text x="20" y="40">12.1</text></g>'
    )
    card = _chart(visitor, hidden + '<text x="20" y="40" style="display:none">12.1</text>')
    assert len(card["plots"][0]["labels"]) == 1


def test_a_mark_and_the_name_are_seen(visitor: Visitor) -> None:
    (plot,) = _chart(visitor, "")["plots"]
    assert (plot["marks"], plot["alt"]) == (1, "A chart")
