"""Headline figures and charts by address, against published figures."""

from __future__ import annotations

import csv
import io

import pytest

from lib.words.kpis import KPIS


def test_a_headline_figure_can_be_quoted_in_both_languages(ask):
    found = ask("/api/facts/offshore_outsourcing_executed.json?lang=en").json()
    assert found["sentence"] == {
        "zh": "2021年1—8月，重庆离岸服务外包执行额12.1亿美元，同比增长78.7%。",
        "en": "In January–August 2021, Chongqing executed offshore outsourcing contracts of USD 1.21bn,"
        " up 78.7% year on year.",
    }
    first = found["figures"][0]
    assert (first["value"], first["unit"], first["unit_mult"]) == ("1.21", "USD", 9)
    assert first["growth"]["value"] == "78.7"
    assert first["period"]["code"] == "2021-01_2021-08"


@pytest.mark.parametrize(
    ("key", "zh", "en"),
    [
        (
            "services_trade_total",
            "2020年，重庆服务进出口总额675.3亿元。",
            "In 2020, Chongqing's services trade was CNY 67.53bn.",
        ),
        (
            "services_trade_enterprises",
            "截至2021年9月，重庆有服务贸易企业近1800家。",
            "As of September 2021, Chongqing had nearly 1,800 services trade enterprises.",
        ),
    ],
)
def test_a_qualifier_stays_with_its_figure(ask, key, zh, en):
    sentence = ask(f"/api/facts/{key}.json").json()["sentence"]
    assert sentence["zh"].startswith(zh.rstrip("。"))
    assert sentence["en"].startswith(en.rstrip("."))


@pytest.mark.parametrize("key", KPIS)
def test_every_headline_figure_is_there_with_its_sources(ask, key):
    got = ask(f"/api/facts/{key}.json")
    found = got.json()
    assert got.status == 200
    ids = {source["id"] for source in found["sources"]}
    assert all(set(figure["sources"]) <= ids and figure["sources"] for figure in found["figures"])


def test_an_unknown_headline_figure_is_answered_with_those_that_there_are(ask):
    got = ask("/api/facts/gdp.json")
    assert (got.status, got.json()["allowed"]) == (404, list(KPIS))


def test_a_chart_says_its_title_its_rows_and_their_sources(ask):
    found = ask("/api/charts/growth_base.json?lang=en").json()
    assert "78.7%" in found["title"]
    assert "1.21" in [figure["value"] for figure in found["figures"]]
    derived = [figure for figure in found["figures"] if figure["formula"]]
    assert derived
    assert all(figure["lower"] and figure["upper"] for figure in derived)


def test_the_table_of_a_chart_is_the_one_of_its_download(ask):
    got = ask("/api/charts/growth_base.csv?lang=en")
    assert got.body.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(got.body.decode("utf-8-sig"))))
    assert len(rows) - 1 == len(ask("/api/charts/growth_base.json?lang=en").json()["figures"])


def test_choices_are_those_of_the_page(ask):
    first_half = ask("/api/charts/growth_base.json?period=2021-01_2021-06").json()
    assert "2021-01_2021-06" in [figure["period"]["code"] for figure in first_half["figures"]]
    got = ask("/api/charts/growth_base.json?period=1999-01_1999-12")
    assert got.status == 400
    assert "2021-01_2021-08" in got.json()["allowed"]
    assert ask("/api/charts/growth_base.json?currency=EUR").json()["allowed"] == ["CNY", "USD"]


def test_a_chart_for_which_nothing_was_published_says_so(ask):
    got = ask("/api/charts/emerging_mix.json?lang=en")
    assert got.status == 404
    assert got.json()["detail"]


def test_an_unknown_chart_is_answered_with_those_that_there_are(ask):
    got = ask("/api/charts/nothing.json")
    assert got.status == 404
    assert "goal_path" in got.json()["allowed"]
