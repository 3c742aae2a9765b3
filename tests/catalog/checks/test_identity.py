import pytest

from lib.catalog.checks.identity import spelling

ANCHOR = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"


@pytest.mark.parametrize(
    ("cells", "stem", "more"),
    [
        (
            {"category": "kpo"},
            "cn-cq.offshore_outsourcing_executed.kpo.2021-01_2021-08",
            ".cns-2021-09-13, .usd",
        ),
        (
            {"counterpart": "BRI"},
            "cn-cq.offshore_outsourcing_executed.total.bri.2021-01_2021-08",
            ".cns-2021-09-13, .usd",
        ),
        (
            {"period_end": "2021-07-31"},
            "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-07",
            ".cns-2021-09-13, .usd",
        ),
    ],
)
def test_an_id_that_names_another_figure(plant, line_of, cells, stem, more):
    faults = plant("observations", ANCHOR, **cells)

    assert faults == [
        f'observations.csv, row {line_of(ANCHOR)}, column observation_id: found "{ANCHOR}"; '
        f"allowed: {stem}, followed where needed by {more}"
    ]


def test_an_ending_that_does_not_agree_with_its_row(plant, line_of):
    # an outcome that no conflict names
    key = "cn-cq.services_trade_rank.central_west.2020-01_2020-12"
    faults = plant("observations", key, observation_id=f"{key}.target")

    assert faults == [
        f'observations.csv, row {line_of(key)}, column observation_id: found "{key}.target"; '
        f"allowed: {key}, followed where needed by .cns-2021-09-13"
    ]


def test_a_point_in_time_is_spelled_with_its_day():
    stem, endings = spelling(
        {
            "indicator": "talent_training_bases",
            "ref_area": "CN-CQ",
            "category": "total",
            "counterpart": "WLD",
            "period_start": "2021-09-13",
            "period_end": "2021-09-13",
            "unit": "BASES",
            "kind": "target",
            "source_id": "cns-2021-09-13",
        }
    )

    assert stem == "cn-cq.talent_training_bases.total.2021-09-13_2021-09-13"
    assert endings == ("", ".cns-2021-09-13", ".target", ".target.cns-2021-09-13")
