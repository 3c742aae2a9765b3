"""One chart in a frame: its sentence, the chart, its source, and nothing of Streamlit's."""

from __future__ import annotations


def test_the_page_says_the_chart_and_where_it_is_from(ask):
    got = ask("/embed/growth_base?lang=en")
    assert (got.status, got.headers["content-type"]) == (200, "text/html; charset=utf-8")
    page = got.body.decode()
    assert "<h2" in page
    assert "78.7%" in page
    assert "China News Service" in page
    assert len(got.body) < 60_000
    assert ask("/embed/growth_base?lang=en", if_none_match=got.headers["etag"]).status == 304


def test_an_unknown_chart_or_choice_is_told_what_there_is(ask):
    assert "growth_base" in ask("/embed/nothing").json()["allowed"]
    assert ask("/embed/growth_base?view=slide").status == 400
    assert ask("/embed/emerging_mix").status == 404


def test_no_text_ends_its_element(ask):
    got = ask("/embed/growth_base?theme=%3Cscript%3E")
    assert got.status == 400
    unknown = ask("/embed/%3Cscript%3E")
    assert unknown.headers["content-type"] == "application/problem+json"
    assert unknown.headers["x-content-type-options"] == "nosniff"
