"""The emerging sectors' share, their mix and like shares elsewhere, as the record prints them."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from lib.facts import emerging
from lib.facts.errors import DatasetUnavailable, NoSuchFigure
from lib.facts.record import Record
from lib.facts.series import runs_of_years

SHARE = "cn-cq.emerging_services_share.emerging.2021-01_2021-08"
# Constructed for these tests: no source prints a split.
CONSTRUCTED = {
    "finance": 12.4,
    "information_technology": 18.1,
    "digital_trade": 9.7,
    "bonded_rd_design": 8.3,
    "inspection_maintenance": 3.2,
}


def with_mix(record: Record, sectors: dict[str, float]) -> Record:
    """A record that holds constructed shares by sector as well."""
    frame = record.frame("emerging_sectors")
    like = frame[frame["observation_id"] == SHARE].iloc[0]
    rows = [
        like.copy().replace({"emerging": sector, SHARE: f"constructed.{sector}", "over": "exact"})
        for sector in sectors
    ]
    for row, value in zip(rows, sectors.values(), strict=True):
        row["value"], row["lower"], row["upper"], row["decimals"] = value, value - 0.05, value + 0.05, 1
    return _with(record, pd.concat([frame, pd.DataFrame(rows)], ignore_index=True))


def with_share(record: Record, **columns: object) -> Record:
    """A record whose share of emerging sectors is printed otherwise."""
    frame = record.frame("emerging_sectors").copy()
    for column, value in columns.items():
        frame.loc[frame["observation_id"] == SHARE, column] = value
    return _with(record, frame)


def _with(record: Record, frame: pd.DataFrame) -> Record:
    return replace(record, frames=dict(record.frames) | {"emerging_sectors": frame})


def test_the_share_is_over_fifty_and_can_be_anything_above(record: Record) -> None:
    share = emerging.emerging_share(record)
    assert (share.value, share.qualifier, share.lower, share.upper) == (50, "over", 50, 100)
    assert share.observations == (SHARE,)
    assert emerging.is_open(share)


@pytest.mark.parametrize(
    ("value", "lower", "upper", "side"),
    [
        (53.4, 53.35, 53.45, "above"),
        (48.0, 47.95, 48.05, "below"),
        # 50.0 with one decimal can be 49.95 to 50.05: on either side of the line.
        (50.0, 49.95, 50.05, "cannot_be_told"),
    ],
)
def test_a_constructed_exact_share_stands_on_the_side_that_its_bounds_tell(
    record: Record, value: float, lower: float, upper: float, side: str
) -> None:
    changed = with_share(record, value=value, lower=lower, upper=upper, qualifier="exact", decimals=1)
    share = emerging.emerging_share(changed)
    assert not emerging.is_open(share)
    assert emerging.standing(share) == side


def test_the_published_share_is_above_one_half(record: Record) -> None:
    assert emerging.standing(emerging.emerging_share(record)) == "above"


def test_the_source_names_five_sectors(record: Record) -> None:
    assert emerging.sector_names(record, "zh") == ("金融", "信息技术", "数字贸易", "保税研发设计", "检测维修")
    assert emerging.sector_names(record, "en") == (
        "Finance",
        "Information technology",
        "Digital trade",
        "Bonded R&D and design",
        "Inspection and maintenance",
    )


def test_no_split_is_published_so_there_is_no_mix_and_no_zero(record: Record) -> None:
    assert not emerging.has_mix(record)
    with pytest.raises(NoSuchFigure):
        emerging.sector_mix(record)


def test_a_constructed_split_comes_in_the_order_of_the_source(record: Record) -> None:
    changed = with_mix(record, dict(reversed(CONSTRUCTED.items())))
    assert emerging.has_mix(changed)
    assert [(part.category, part.value) for part in emerging.sector_mix(changed)] == list(CONSTRUCTED.items())


def test_a_sector_without_a_constructed_share_is_left_out_and_not_zero(record: Record) -> None:
    parts = emerging.sector_mix(with_mix(record, {"finance": 12.4}))
    assert [part.category for part in parts] == ["finance"]


def test_a_damaged_dataset_is_not_mistaken_for_a_missing_split(record: Record) -> None:
    fault = DatasetUnavailable(file="emerging_sectors.parquet", problem="damaged")
    broken = replace(record, faults={"emerging_sectors": fault})
    with pytest.raises(DatasetUnavailable):
        emerging.has_mix(broken)


def test_comparators_stand_each_in_its_own_scope_and_year(record: Record) -> None:
    found = [
        (share.ref_area, share.period.code, share.value, share.qualifier, share.basis)
        for share in emerging.comparators(record)
    ]
    assert found == [
        ("CN-CQ", "2021-01_2021-08", 50, "over", "emerging_services_commission"),
        ("CN-SC", "2018-01_2018-12", 60, "over", "emerging_services_sichuan"),
        # The nation's newest is January–June 2023; that of Chongqing's months stands here.
        ("CN", "2021-01_2021-08", 45.1, "exact", "knowledge_intensive_mofcom"),
        ("CN-BJ", "2023-01_2023-12", 45.5, "exact", "knowledge_intensive_mofcom"),
    ]


def test_the_nation_is_taken_at_its_newest_where_the_months_of_chongqing_are_not_printed(
    record: Record,
) -> None:
    frame = record.frame("emerging_sectors")
    gone = "cn.knowledge_intensive_share.total.2021-01_2021-08"
    nation = emerging.comparators(_with(record, frame[frame["observation_id"] != gone]))[2]
    assert (nation.period.code, nation.value) == ("2023-01_2023-06", 43.5)


def test_only_years_that_follow_one_another_are_joined(record: Record) -> None:
    shares = emerging.knowledge_intensive(record)
    runs = [[(year.period.end.year, year.value) for year in run] for run in runs_of_years(shares)]
    assert runs == [[(2015, 27.3)], [(2018, 32.4), (2019, 34.7), (2020, 44.5)]]


def test_years_of_different_scope_are_not_joined(record: Record) -> None:
    shares = emerging.knowledge_intensive(record)
    changed = tuple(
        replace(share, basis="another") if share.period.end.year == 2019 else share for share in shares
    )
    assert [len(run) for run in runs_of_years(changed)] == [1, 1, 1, 1]


def test_the_computed_digital_share_is_of_the_offshore_total(record: Record) -> None:
    found = emerging.digital_outsourcing(record)
    assert (found.executed.value, found.growth.value, found.printed_share.value) == (22.13, 11.7, 97)
    assert found.offshore.at(8) == 22.8
    # 22.13 ÷ 22.8 = 0.97061; 22.125 ÷ 22.85 = 0.96827 and 22.135 ÷ 22.75 = 0.97297
    assert found.computed_share.value == pytest.approx(97.061, abs=0.001)
    assert found.computed_share.lower == pytest.approx(96.827, abs=0.001)
    assert found.computed_share.upper == pytest.approx(97.297, abs=0.001)
    assert found.computed_share.decimals == 1
    assert found.computed_share.derivation is not None
    assert found.computed_share.derivation.assumptions == ("numerator_scope_not_stated",)


def test_the_growth_behind_the_national_share_is_that_of_part_and_whole(record: Record) -> None:
    year_2020 = runs_of_years(emerging.knowledge_intensive(record))[-1][-1]
    behind = emerging.growth_behind(record, year_2020)
    assert behind is not None
    assert (behind[0].value, behind[1].value) == (8.3, -15.7)


def test_without_printed_growth_nothing_stands_behind_a_share(record: Record) -> None:
    year_2015 = runs_of_years(emerging.knowledge_intensive(record))[0][0]
    assert emerging.growth_behind(record, year_2015) is None


def test_a_scope_is_told_in_the_words_of_the_record(record: Record) -> None:
    assert emerging.scope_text(record, "emerging_services_sichuan", "zh") == (
        "来源所列的服务外包、数字贸易和保税服务等，与重庆的五个领域不同。"
    )
    with pytest.raises(NoSuchFigure):
        emerging.scope_text(record, "unknown", "en")
