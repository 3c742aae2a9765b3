import pytest

ANCHOR = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"
SHARE = "cn-cq.emerging_services_share.emerging.2021-01_2021-08"
NINE = "cn-cq.talent_training_bases.total.2021-09-13_2021-09-13"


@pytest.mark.parametrize(
    ("key", "cells", "column", "allowed"),
    [
        (SHARE, {"value": "101"}, "value", "0 to 100, a share in per cent"),
        (SHARE, {"value": "-1"}, "value", "0 to 100, a share in per cent"),
        (ANCHOR, {"value": "-1.21"}, "value", "0 or more for offshore_outsourcing_executed"),
        (NINE, {"value": "9.5"}, "value", "a whole number of BASES"),
        (
            SHARE,
            {"value": "100", "qualifier": "over"},
            "qualifier",
            "exact, about, nearly, under for a share of 100",
        ),
        (ANCHOR, {"value": "0", "qualifier": "nearly"}, "qualifier", "exact, about, over for 0 USD"),
        (ANCHOR, {"value": "0", "qualifier": "under"}, "qualifier", "exact, about, over for 0 USD"),
    ],
)
def test_a_figure_beyond_nature_is_one_fault(plant, line_of, key, cells, column, allowed):
    faults = plant("observations", key, **cells)

    assert faults == [
        f'observations.csv, row {line_of(key)}, column {column}: found "{cells[column]}"; allowed: {allowed}'
    ]


def test_a_share_may_be_the_whole_and_a_balance_may_be_negative(plant):
    assert plant("observations", SHARE, value="100", qualifier="exact") == []
    assert plant("observations", "cn.services_trade_balance.total.2010-01_2010-12", value="-219.4") == []
