"""What the releases say about each other for the nation, other areas and the world."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from lib.facts.reconcile.finding import Finding
from lib.facts.reconcile.verdict import CONTRADICTS, HOLDS, ROUNDING, SCOPE

Find = Callable[..., Finding]


def test_every_contradiction_beyond_chongqing_is_known(findings: tuple[Finding, ...]) -> None:
    found = {
        (one.check, one.printed.lineage()[0])
        for one in findings
        if one.verdict == CONTRADICTS and one.area != "CN-CQ"
    }
    share = "offshore_outsourcing_executed_share_of_national.total"
    assert found == {
        ("share", f"420100.{share}.2019-01_2019-12"),
        ("share", f"420100.{share}.2020-01_2020-12"),
        ("share", f"510100.{share}.2020-01_2020-12"),
        ("average", "cn-gz.offshore_outsourcing_executed_avg_annual_growth.total.2017-01_2019-12"),
        ("growth", "cn.digitally_deliverable_trade.total.2020-01_2020-12"),
        ("growth", "cn.offshore_outsourcing_executed.ito.2022-01_2022-06"),
        ("growth", "cn.offshore_outsourcing_executed.kpo.2022-01_2022-06"),
        ("growth", "cn.outsourcing_contract.total.2014-01_2014-12"),
        ("growth", "cn.services_trade_total.total.2015-01_2015-12.eneltec-2016"),
        ("growth", "cn.services_trade_total.travel.2021-01_2021-12"),
        ("growth", "wld.digitally_delivered_exports.total.2023-01_2023-12.businesstoday-2024-04-11"),
    }


def test_average_growth_of_guizhou_does_not_fit_its_levels(find: Find) -> None:
    found = find("average", "cn-gz.offshore_outsourcing_executed_avg_annual_growth.total.2017-01_2019-12")
    # 114 ÷ 3.5533 = 32.0829; its cube root is 3.17754. 113.5 ÷ 3.55335 gives 3.1729, 114.5 ÷ 3.55325 3.1822.
    assert found.printed.value == 218.8
    assert found.implied.value == pytest.approx(217.75, abs=0.01)
    assert found.implied.bounds.ends == (pytest.approx(217.29, abs=0.01), pytest.approx(218.22, abs=0.01))


def test_leads_of_changsha_hold_in_the_currency_of_its_level(find: Find) -> None:
    # 23.9 − 11.3 = 12.6 and 34 − 10.1 = 23.9: the nation's growth in dollars, as Changsha's is.
    for name in ("offshore_outsourcing_executed", "outsourcing_executed"):
        found = find("gap", f"430100.{name}_growth_gap.total.2023-01_2023-06")
        assert found.verdict == HOLDS


def test_wuhans_share_of_2019_is_judged_by_the_total_that_2020_implies(find: Find) -> None:
    found = find("share", "420100.offshore_outsourcing_executed_share_of_national.total.2019-01_2019-12")
    # 1057.8 ÷ 1.092 = 968.68; 8.4 ÷ 968.68 = 0.867 %, at least 8.35 ÷ 969.17 = 0.8616.
    assert found.implied.value == pytest.approx(0.867, abs=5e-4)
    assert found.implied.lower > 0.85


def test_types_that_moved_contradict_while_their_sum_fits(find: Find) -> None:
    for code, growth in (("ito", 4.86), ("kpo", 12.59)):  # 1553 ÷ 1481 and 1413 ÷ 1255
        codes = (f"cn.offshore_outsourcing_executed.{code}.{year}-01_{year}-06" for year in (2022, 2021))
        found = find("growth", *codes)
        assert found.implied.value == pytest.approx(growth, abs=0.005)
        assert found.verdict == CONTRADICTS
    # 1413 + 1553 + 642 = 3608 beside 3607; three halves of a digit make 3606.5 the least.
    total = find("parts", "cn.offshore_outsourcing_executed.total.2022-01_2022-06.cny")
    assert (total.implied.value, total.verdict) == (3608, ROUNDING)


def test_exports_and_imports_give_total_and_deficit(find: Find) -> None:
    # 3175.56 + 4348.24 = 7523.80 and 4348.24 − 3175.56 = 1172.68
    total = find("sides", "cn.services_trade_total.total.2024-01_2024-12.cny")
    deficit = find("sides", "cn.services_trade_deficit.total.2024-01_2024-12")
    assert total.implied.value == pytest.approx(7523.80)
    assert deficit.implied.value == pytest.approx(1172.68)
    assert total.verdict == deficit.verdict == HOLDS


def test_a_single_month_fits_two_cumulative_figures(find: Find) -> None:
    # Over 3.27 trillion less 2,809.36 bn leaves over 460.6; August is printed as 462.47.
    found = find("months", "cn.services_trade_total.total.2021-08_2021-08")
    assert found.implied.lower == pytest.approx(460.635)
    assert found.verdict == HOLDS


def test_shares_of_a_grouping_are_judged_in_the_series_that_it_groups(find: Find) -> None:
    # 2033.1 ÷ 4564.27 = 44.544 %
    found = find("share", "cn.knowledge_intensive_share.total.2020-01_2020-12")
    assert (round(found.implied.value, 3), found.verdict) == (44.544, HOLDS)


def test_levels_of_first_releases_are_shown_and_not_judged(find: Find) -> None:
    # 4038.3 ÷ 4649.2 − 1 = −13.1 % beside a printed growth of 1.8 %.
    codes = (f"cn.offshore_outsourcing_contract.total.{year}-01_{year}-06" for year in (2020, 2019))
    found = find("growth", *codes)
    assert found.implied.value == pytest.approx(-13.14, abs=0.01)
    assert found.verdict == SCOPE


def test_counts_that_touch_at_the_half_hold_within_rounding(find: Find) -> None:
    # 1,090 and 1,091 in ten thousands: both may stand for 1,090.5.
    code = "cn.outsourcing_employees_cumulative.total.2019-06-30_2019-06-30"
    found = find("repeated", f"{code}.mofcom-2019-07", f"{code}.yicai-2019-07-19")
    assert found.verdict == ROUNDING


def test_the_rate_between_two_currencies_is_never_judged(findings: tuple[Finding, ...], find: Find) -> None:
    found = find("currency", "cn.outsourcing_executed.total.2021-01_2021-12.cny")
    # 14972 ÷ 2265 = 6.6102 beside 6.4508
    assert found.implied.value == pytest.approx(6.6102, abs=1e-4)
    assert found.implied.unit_mult == 0
    assert found.printed.value == 6.4508
    assert {one.verdict for one in findings if one.check == "currency"} == {SCOPE}


def test_nothing_is_judged_across_scopes_and_nothing_is_missing(findings: tuple[Finding, ...]) -> None:
    assert not [one for one in findings if one.printed.is_missing or one.implied.is_missing]
    counts = Counter(one.verdict for one in findings)
    assert counts[CONTRADICTS] == 5 + 11
    assert counts[HOLDS] > 300
