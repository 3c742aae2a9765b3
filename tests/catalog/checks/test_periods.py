import pytest

ANCHOR = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"


@pytest.mark.parametrize(
    ("column", "found", "allowed"),
    [
        ("period_end", "2020-08-31", "2021-01-01 or later, the day the period starts"),
        (
            "period_start",
            "2021-01-02",
            "the first day of a month, or the date of period_end for a point in time",
        ),
        (
            "period_end",
            "2021-08-30",
            "the last day of a month, or the date of period_start for a point in time",
        ),
        (
            "period_end",
            "2021-10-31",
            "2021-09-13 or earlier, the day cns-2021-09-13 was published; or kind target or estimate",
        ),
    ],
)
def test_a_period_that_cannot_be_is_one_fault(plant, line_of, column, found, allowed):
    faults = plant("observations", ANCHOR, **{column: found})

    row = line_of(ANCHOR)
    assert faults == [f'observations.csv, row {row}, column {column}: found "{found}"; allowed: {allowed}']


def test_february_of_a_leap_year_ends_on_the_29th(append):
    key = "cn.services_trade_total.total.2022-01_2022-02"
    codes = {"period_start": "2024-01-01", "source_id": "cctv-2025-01"}

    whole = append(
        "observations",
        key,
        observation_id="cn.services_trade_total.total.2024-01_2024-02",
        period_end="2024-02-29",
        **codes,
    )
    short = append(
        "observations",
        key,
        observation_id="cn.services_trade_total.total.2024-01_2024-02",
        period_end="2024-02-28",
        **codes,
    )

    assert whole == []
    assert short == [
        'observations.csv, row 550, column period_end: found "2024-02-28"; '
        "allowed: the last day of a month, or the date of period_start for a point in time"
    ]
