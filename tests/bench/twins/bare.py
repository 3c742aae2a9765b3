"""The overview's charts from constants and nothing else, tuned as the dashboard is: the least that a page costs."""

import sys
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from lib.catalog.load import load  # noqa: E402
from lib.charts.card import Card, Look  # noqa: E402
from lib.charts.registry import CHARTS  # noqa: E402
from lib.draw.sent import sent  # noqa: E402
from lib.site.pages import OVERVIEW  # noqa: E402  # after the path that leads there
from lib.site.pieces import Box, Chart  # noqa: E402
from lib.words.speak import Words  # noqa: E402
from pages.components.sheet import show  # noqa: E402


@st.cache_resource
def _charts(lang: str) -> tuple[tuple[Card, bytes], ...]:
    record, words = load(ROOT / "data"), Words(lang)
    cards = [CHARTS[name](record, words, Look()) for name in OVERVIEW.charts]
    return tuple((card, sent(card, words)) for card in cards)


if __name__ == "__main__":
    st.set_page_config(page_title="bare", layout="wide")
    st.title("bare")
    lang = st.segmented_control("language", ["zh", "en"], default="zh", key="turn") or "zh"
    for card, made in _charts(lang):
        show(card.name, Box(f"chart_{card.name}", (Chart(card, made, lang),)))
else:
    from pages.server.start import warm_up

    app = st.App(__file__, lifespan=warm_up)
