import pytest

from lib.catalog.book import lookup
from lib.catalog.status import with_status


@pytest.fixture(scope="module")
def status(book):
    published = lookup(book, "sources", "published")
    return with_status(book["observations"], published=published).set_index("observation_id")["obs_status"]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08", "A"),
        # the estimate for 2025 was made in 2021
        ("cn-cq.services_trade_total.total.2025-01_2025-12.estimate", "F"),
        ("cn-cq.services_trade_avg_annual_growth.total.2021-01_2025-12", "F"),
        ("cn-cq.services_trade_total.total.2022-01_2022-12", "F"),
        ("cn-cq.talent_training_bases.total.2021-09-13_2021-09-13.target", "F"),
        ("cn-cq.talent_training_bases.total.2021-09-13_2021-09-13", "A"),
        # "Preliminary." 初步数。
        ("cn-cq.inbound_tourism_receipts.travel.2018-01_2018-02", "P"),
        # the yuan line begins after the dollar totals of wider scope
        ("cn-cq.services_trade_total.total.2020-01_2020-12", "B"),
        ("cn-cq.services_trade_total.total.2019-01_2019-08", "A"),
        # from the first releases to the present series; only its first figure is marked
        ("cn.services_trade_total.total.2017-01_2017-12", "B"),
        ("cn.services_trade_total.total.2018-01_2018-12", "A"),
        # the first releases of 2019 break the offshore series, which then goes on as before
        ("cn.offshore_outsourcing_contract.total.2019-01_2019-05", "B"),
        ("cn.offshore_outsourcing_contract.total.2019-01_2019-06", "A"),
        ("cn.offshore_outsourcing_contract.total.2019-01_2019-09", "A"),
        # 56 % of UNCTAD does not follow 54 % of the WTO
        ("wld.digitally_delivered_share.total.2023-01_2023-12", "B"),
        ("wld.digitally_delivered_share.total.2022-01_2022-12", "A"),
    ],
)
def test_the_status_of_published_figures(status, key, expected):
    assert status[key] == expected


def test_every_target_and_no_outcome_is_a_forecast(book, status):
    kind = book["observations"].set_index("observation_id")["kind"]

    # 21 targets and 2 estimates, both of years to come
    assert (status == "F").sum() == 23
    assert set(kind[status == "F"]) == {"target", "estimate"}
    assert set(kind[status != "F"]) == {"outcome"}


def test_an_estimate_of_a_past_period_is_an_estimate(book):
    key = "cn-cq.services_trade_total.total.2025-01_2025-12.estimate"
    rows = book["observations"]
    rows = rows[rows["observation_id"] == key]

    def status_if_published(day):
        return with_status(rows, published={"cns-2021-09-13": day})["obs_status"].tolist()

    assert status_if_published("2026-02-01") == ["E"]
    assert status_if_published("2021-09-13") == ["F"]
    assert status_if_published("") == ["F"]


def test_what_is_not_yet_an_outcome_is_no_beginning_of_a_series(book):
    key = "cn-cq.services_trade_total.total.2020-01_2020-12"
    rows = book["observations"].copy()
    own = (rows["indicator"] == "services_trade_total") & (rows["ref_area"] == "CN-CQ")
    before = own & (rows["kind"] == "outcome") & (rows["observation_id"] != key)
    rows.loc[before, "kind"] = "estimate"

    published = lookup(book, "sources", "published")
    status = with_status(rows, published=published).set_index("observation_id")["obs_status"]
    assert status[key] == "A"
