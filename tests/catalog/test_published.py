"""What the record must hold, whatever is added to it."""

from pathlib import Path

import pytest

from lib.catalog.book import Book, read_book

BLANK_CHINESE = {
    "aimsen-10787",
    "bs-2025-12-17",
    "cer-2008",
    "chinatimes-2012-02",
    "guizhou-exchange-2020",
    "hefei-evaluation",
    "jiusong-5399679",
    "livedoor-2014-12",
}


@pytest.fixture(scope="module")
def book() -> Book:
    """The record as people edit it now, whatever has been added."""
    read, faults = read_book(Path(__file__).parents[2] / "data" / "published")
    assert faults == []
    return read


@pytest.mark.parametrize(
    ("key", "value", "unit_mult", "unit", "qualifier"),
    [
        ("offshore_outsourcing_executed.total.2021-01_2021-08", "1.21", "9", "USD", "exact"),
        ("offshore_outsourcing_executed.total.2020-01_2020-12.cns-2021-09-13", "2.28", "9", "USD", "exact"),
        ("services_trade_total.total.2020-01_2020-12", "67.53", "9", "CNY", "exact"),
        ("services_trade_total.total.2025-01_2025-12.estimate", "100", "9", "CNY", "exact"),
        ("emerging_services_share.emerging.2021-01_2021-08", "50", "0", "PERCENT", "over"),
        ("services_trade_enterprises.total.2021-09-13_2021-09-13", "1800", "0", "ENTERPRISES", "nearly"),
        ("talent_training_bases.total.2021-09-13_2021-09-13", "9", "0", "BASES", "exact"),
        ("talent_high_end_trained.total.2021-09-13_2021-09-13", "3000", "0", "PERSONS", "over"),
    ],
)
def test_the_anchor_stands_as_printed(book, key, value, unit_mult, unit, qualifier):
    rows = book["observations"].set_index("observation_id")
    row = rows.loc[f"cn-cq.{key}", ["value", "unit_mult", "unit", "qualifier", "source_id"]]

    assert row.tolist() == [value, unit_mult, unit, qualifier, "cns-2021-09-13"]


def test_every_source_is_used(book):
    used = {
        source
        for name in ("observations", "talent_bases", "emerging_list", "statements")
        for source in book[name]["source_id"]
    }

    assert set(book["sources"]["source_id"]) == used


def test_every_basis_is_used_and_no_two_have_one_name(book):
    bases = book["bases"]

    assert set(bases["basis"]) == set(book["observations"]["basis"])
    assert bases["name_en"].is_unique
    assert bases["name_zh"].is_unique


def test_every_dataset_has_indicators_and_every_indicator_figures(book):
    assert set(book["indicators"]["indicator"]) == set(book["observations"]["indicator"])


def test_only_outlets_without_a_sure_chinese_name_have_none(book):
    sources = book["sources"]

    assert set(sources.loc[sources["publisher_zh"] == "", "source_id"]) == BLANK_CHINESE
