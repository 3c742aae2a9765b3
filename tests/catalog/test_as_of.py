import pandas as pd

from lib.catalog.as_of import as_of


def test_the_record_speaks_up_to_the_anchor(book):
    assert as_of(book) == "2021-09-13"


def test_targets_low_confidence_and_other_indicators_do_not_move_it(book):
    rows = book["observations"]
    newest = rows["source_id"].isin(["cqgov-2025-05-23", "jiusong-5399679", "mofcom-2026-02-05"])

    assert newest.any()
    assert as_of({**book, "observations": rows[~newest]}) == "2021-09-13"


def test_a_newer_outcome_of_a_headline_moves_it(book):
    row = (
        book["observations"]
        .iloc[[0]]
        .assign(indicator="services_trade_total", ref_area="CN-CQ", source_id="cctv-2023-12-04")
    )

    assert as_of({**book, "observations": pd.concat([book["observations"], row])}) == "2023-12-04"


def test_without_any_headline_it_is_blank(book):
    assert as_of({**book, "observations": book["observations"].iloc[:0]}) == ""
