"""The section on what changed, as a reader sees it."""

from __future__ import annotations

import pytest

from tests.pages.seen import bodies, cards, opened, plain

pytestmark = pytest.mark.usefixtures("frozen")


def test_the_page_shows_what_the_newest_edition_added_and_old_beside_new() -> None:
    for lang, title, count, old_and_new in (
        ("zh", "更新内容", "收录548条：贸易规模183条", ("第10位", "第9位")),
        ("en", "What changed", "548 figures (Trade volume 183", ("10th", "9th")),
    ):
        found = cards(opened("pages/data.py", lang=lang), "table_")["changes"]
        text = " ".join(plain(" ".join(bodies(found))).split())

        assert text.startswith(f"{title} ")
        assert count in text
        assert " ".join(old_and_new) in text
