"""The page of results as a reader uses it: the question in the address, what can be tried, and hostile texts."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from lib.search.typed import LONGEST
from lib.site.sections.search import EXAMPLES
from lib.words.speak import Words
from pages.components.search_field import search_field
from tests.faults.hostile import TEXTS, not_text
from tests.pages.seen import alerts, bodies, opened, plain, started

PAGE = "pages/search.py"


def shown(app: AppTest) -> str:
    """The HTML of the page below its header."""
    assert not app.exception
    assert not alerts(app.main)
    return "".join(body for body in bodies(app.main) if "st-key-header" not in body)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_number_is_found_with_its_source_and_leads_to_its_card(lang: str) -> None:
    page = shown(opened(PAGE, lang=lang, q="78.7"))
    text = plain(page)
    assert "+78.7%" in text
    assert {"zh": "中国新闻社 2021-09-13（译文）", "en": "China News Service, 2021-09-13 (translation)"}[
        lang
    ] in text
    assert f'href="./outsourcing?lang={lang}#chart_growth_base"' in page


def test_what_is_not_found_says_so_and_what_can_be_tried() -> None:
    page = shown(opened(PAGE, lang="zh", q="qqqqqq"))
    assert "没有找到与“qqqqqq”有关的内容。" in plain(page)
    assert "12.1亿、1.21bn" in plain(page)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_example_finds_something(lang: str) -> None:
    page = shown(opened(PAGE, lang=lang))
    assert page.count('<ul class="examples">') == 1
    for example in EXAMPLES[lang]:
        assert 'class="hits"' in shown(opened(PAGE, lang=lang, q=example)), example


def test_the_field_is_a_plain_form_on_every_page_and_keeps_what_was_typed_on_the_results() -> None:
    header = next(body for body in bodies(started(q="离岸").main) if "st-key-header" in body)
    assert re.search(r'<form class="search"[^>]*action="./search"[^>]*method="get"', header)
    assert '<input type="hidden" name="lang" value="zh">' in header
    assert 'name="q" value=""' in header
    assert 'name="q" value="&lt;离岸&#34;"' in search_field(Words("zh"), '<离岸"')


@pytest.mark.parametrize("text", [*TEXTS, "离岸" * 5000])
def test_what_is_typed_is_text_and_no_longer_than_a_line(text: str) -> None:
    app = opened(PAGE, q=text)
    assert list(not_text(bodies(app.main))) == []
    heading = re.search(r"<h1.*?>(.*?)</h1>", shown(app))
    assert heading
    assert len(plain(heading[1])) < LONGEST + 40
