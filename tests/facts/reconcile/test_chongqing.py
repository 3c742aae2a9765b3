"""What the releases say about each other for Chongqing; every figure with its hand arithmetic."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lib.facts.reconcile.finding import Finding
from lib.facts.reconcile.verdict import CONTRADICTS, HOLDS, ROUNDING, SCOPE

Find = Callable[..., Finding]
EXECUTED = "cn-cq.offshore_outsourcing_executed"
TOTAL = "cn-cq.services_trade_total.total"


def test_the_plan_leaves_38_3_for_its_first_two_years(find: Find) -> None:
    found = find("plan", f"{EXECUTED}.total.2016-01_2020-12")
    # 21.5 + 20.6 + 22.8 = 64.9, three halves of a digit either way: 64.75 at least. 103.2 − 64.9 = 38.3,
    # from 103.15 − 65.05 = 38.10 to 103.25 − 64.75 = 38.50.
    assert found.verdict == HOLDS
    assert found.printed.value == 103.2
    assert found.implied.value == pytest.approx(64.9)
    assert found.implied.bounds.ends == (pytest.approx(64.75), float("inf"))
    left = dict(found.also)["left"]
    assert left.at(8) == pytest.approx(38.3)
    assert left.bounds_at(8) == (pytest.approx(38.10), pytest.approx(38.50))
    assert left.period.code == "2016-01_2017-12"


def test_two_months_bring_more_than_the_half_year_before_them(find: Find) -> None:
    found = find("pace", f"{EXECUTED}.total.2021-01_2021-06", f"{EXECUTED}.total.2021-01_2021-08")
    # 12.1 − 5.2 = 6.9, from 12.05 − 5.25 = 6.80 to 12.15 − 5.15 = 7.00.
    assert (found.printed.value, found.printed.period.code) == (5.2, "2021-01_2021-06")
    assert (found.implied.at(8), found.implied.period.code) == (pytest.approx(6.9), "2021-07_2021-08")
    assert found.implied.bounds_at(8) == (pytest.approx(6.80), pytest.approx(7.00))
    assert found.verdict == SCOPE
    # 12.1 ÷ 1.787 − 5.2 ÷ 1.4489 = 6.7711 − 3.5889 = 3.1822; 6.9 ÷ 3.1822 − 1 = 116.8 %.
    also = dict(found.also)
    assert also["rest_before"].at(8) == pytest.approx(3.1822, abs=1e-4)
    assert also["rest_before"].period.code == "2020-07_2020-08"
    assert also["rest_growth"].value == pytest.approx(116.8, abs=0.05)


def test_january_to_august_is_not_below_the_first_half(find: Find) -> None:
    found = find("cumulative", f"{EXECUTED}.total.2021-01_2021-06", f"{EXECUTED}.total.2021-01_2021-08")
    assert found.verdict == HOLDS


def test_four_months_of_2014_bring_more_than_the_five_before_them(find: Find) -> None:
    found = find("pace", f"{TOTAL}.2014-01_2014-05", f"{TOTAL}.2014-01_2014-09")
    assert found.implied.value == pytest.approx(64)  # 97 − 33
    assert found.verdict == SCOPE
    assert found.rests_on_low_confidence


def test_growth_of_2020_holds_only_within_rounding(find: Find) -> None:
    found = find("growth", f"{EXECUTED}.total.2020-01_2020-12.cqcom-briefing-2021-08")
    # 22.8 ÷ 20.6 = 1.10680; 22.75 ÷ 20.65 = 1.10169; 22.85 ÷ 20.55 = 1.11192.
    assert found.printed.value == 10.5
    assert found.implied.value == pytest.approx(10.680, abs=5e-4)
    assert found.implied.decimals == 1
    assert found.implied.bounds.ends == (pytest.approx(10.169, abs=1e-3), pytest.approx(11.192, abs=1e-3))
    assert found.verdict == ROUNDING
    assert found.observations == (
        f"{EXECUTED}.total.2020-01_2020-12.cqcom-briefing-2021-08",
        f"{EXECUTED}.total.2019-01_2019-12",
    )


def test_digital_outsourcing_is_97_1_percent_of_offshore_but_its_scope_is_not_stated(find: Find) -> None:
    found = find("share", "cn-cq.outsourcing_executed_structure_share.digital.2020-01_2020-12")
    assert found.printed.value == 97
    assert round(found.implied.value, 1) == 97.1  # 22.13 ÷ 22.8 = 0.97061
    assert found.verdict == SCOPE


def test_the_three_types_add_up_to_22_84(find: Find) -> None:
    types = (f"{EXECUTED}.{code}.2020-01_2020-12" for code in ("kpo", "ito", "bpo"))
    found = find("parts", *types, f"{EXECUTED}.total.2020-01_2020-12.cqcom-2021-09-09")
    assert found.implied.value == pytest.approx(22.84)  # 18.2 + 2.4 + 2.24
    # 18.15 + 2.35 + 2.235 = 22.735 and 18.25 + 2.45 + 2.245 = 22.945
    assert found.implied.bounds.ends == (pytest.approx(22.735), pytest.approx(22.945))
    assert found.verdict == HOLDS


def test_ninth_and_tenth_contradict(find: Find) -> None:
    rank = "cn-cq.offshore_outsourcing_executed_rank.national.2020-01_2020-12"
    found = find("rank", f"{rank}.cns-2021-09-13", f"{rank}.cqcom-briefing-2021-08")
    assert {found.printed.value, found.implied.value} == {9, 10}
    assert found.verdict == CONTRADICTS


def test_the_goal_needs_less_than_the_growth_that_is_stated(find: Find) -> None:
    found = find("goal", f"{TOTAL}.2025-01_2025-12.estimate")
    # (100 ÷ 67.53)^(1/5) = 1.08169; 67.525 × 1.1^5 = 108.750
    assert (found.printed.value, found.printed.qualifier) == (10, "over")
    assert found.implied.value == pytest.approx(8.169, abs=1e-3)
    assert found.verdict == CONTRADICTS
    end = dict(found.also)["stated_end"]
    assert end.at(9) == pytest.approx(108.758, abs=1e-3)  # 67.53 × 1.61051
    assert end.bounds_at(9) == (pytest.approx(108.750, abs=1e-3), float("inf"))


@pytest.mark.parametrize(
    ("indicator", "own", "nation", "printed", "implied"),
    [
        ("contract", 68.7, 26.7, 37.5, 42.0),  # 68.7 − 26.7
        ("executed", 44.89, 25.9, 13.1, 18.99),  # 44.89 − 25.9
    ],
)
def test_the_leads_over_national_growth_contradict(
    findings: tuple[Finding, ...], indicator: str, own: float, nation: float, printed: float, implied: float
) -> None:
    code = f"cn-cq.offshore_outsourcing_{indicator}_growth_gap.total.2021-01_2021-06"
    judged, shown = (found for found in findings if code in found.observations)
    assert (judged.printed.value, judged.verdict) == (printed, CONTRADICTS)
    assert judged.implied.value == pytest.approx(implied)
    also = dict(judged.also)
    assert also["national"].value == nation
    assert also["national_needed"].value == pytest.approx(own - printed)
    assert also["national_other"].value in (22.4, 22.5)
    # Against all outsourcing, offshore and onshore: another scope, shown and not judged.
    assert shown.verdict == SCOPE
    assert dict(shown.also)["national"].value in (33.3, 29.0)


def test_the_share_of_2020_does_not_fit_the_national_total(find: Find) -> None:
    found = find("share", "cn-cq.offshore_outsourcing_executed_share_of_national.total.2020-01_2020-12")
    # 22.8 ÷ 1057.8 = 2.1554 %; 22.75 ÷ 1057.85 = 2.1506 lies above 2.15.
    assert found.implied.value == pytest.approx(2.1554, abs=1e-4)
    assert found.implied.lower == pytest.approx(2.1506, abs=1e-4)
    # With two decimals the bounds would read 2.15 to 2.16 and seem to touch 2.15: one more is shown.
    assert found.implied.decimals == 2
    assert found.verdict == CONTRADICTS


def test_eight_months_of_2019_and_the_goal_for_2025_differ_in_scope(find: Find) -> None:
    found = find("scope", f"{TOTAL}.2019-01_2019-08", f"{TOTAL}.2025-01_2025-12.estimate")
    assert (found.printed.value, found.printed.unit) == (100, "CNY")
    assert found.implied.at(9) == pytest.approx(112.947, abs=1e-3)  # 16.35 × 6.9081
    assert found.implied.unit == "CNY"
    assert found.verdict == SCOPE
    assert found.implied.derivation is not None
    assert "conversion_for_orientation" in found.implied.derivation.assumptions


def test_goals_in_dollars_are_not_judged_by_the_outcome_in_yuan(find: Find) -> None:
    outcome = f"{TOTAL}.2020-01_2020-12"
    for goal in (f"{TOTAL}.2020-01_2020-12.target", f"{TOTAL}.2022-01_2022-12"):
        found = find("scope", outcome, goal)
        assert found.verdict == SCOPE
        assert found.implied.at(9) == pytest.approx(9.781, abs=1e-3)  # 67.53 ÷ 6.9042


def test_the_same_goal_printed_twice_holds_and_is_marked_low(find: Find) -> None:
    found = find("repeated", f"{TOTAL}.2025-01_2025-12.estimate", f"{TOTAL}.2025-01_2025-12.target")
    assert found.verdict == HOLDS
    assert found.rests_on_low_confidence


def test_a_district_on_the_wide_scope_stands_beside_its_city(find: Find) -> None:
    found = find("scope", "cn-cq-ljxq.services_trade_total.total.2021-01_2021-12", f"{TOTAL}.2020-01_2020-12")
    assert found.verdict == SCOPE
    assert found.implied.at(9) == pytest.approx(45.156, abs=1e-3)  # 7 × 6.4508
    assert found.implied.upper == float("inf")  # over 7
