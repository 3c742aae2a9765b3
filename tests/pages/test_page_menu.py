"""What a page can be had as: does each line of its menu lead to this page, with what was chosen on it?"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from lib.site.pages import charts_of
from tests.pages.seen import bodies, opened

FILES = ("pptx", "docx", "pdf", "png", "svg")


def menu(app: Any) -> list[str]:
    (inside,) = re.findall(r'id="page_menu".*?</div></div>', "".join(bodies(app.main)))
    return [unescape(place) for place in re.findall(r'href="([^"]+)"', inside)]


def test_the_menu_of_a_page_with_charts() -> None:
    slide, paper, long, *files = menu(opened("pages/outsourcing.py", period="2021-01_2021-06"))
    assert slide == "./outsourcing?lang=zh&view=slide&period=2021-01_2021-06"
    assert paper == "./outsourcing?lang=zh&view=print&period=2021-01_2021-06"
    assert long == "./briefing?lang=zh&format=png&long=outsourcing"
    charts = ",".join(charts_of("outsourcing"))
    assert files == [
        f"./briefing?lang=zh&format={form}&charts={charts}&period=2021-01_2021-06" for form in FILES
    ]


def test_a_page_without_charts_has_views_and_a_long_picture_alone() -> None:
    assert menu(opened("pages/reconciliation.py", lang="en")) == [
        "./reconciliation?lang=en&view=slide",
        "./reconciliation?lang=en&view=print",
        "./briefing?lang=en&format=png&long=reconciliation",
    ]


def test_the_page_of_a_long_picture_comes_from_the_address_and_has_no_preview() -> None:
    app = opened("pages/briefing.py", format="png", long="talent")
    assert app.selectbox(key="pick_long").value == "talent"
    assert "pick_slide" not in [box.key for box in app.selectbox]
    wide = opened("pages/briefing.py", format="png")
    assert "pick_slide" in [box.key for box in wide.selectbox]
