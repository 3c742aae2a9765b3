"""Which rows are used, which are rejected, under which rule, and where they go."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lib.words.speak import Words
from tests.register.rows import contents, contract, enterprises, figures, lay, roll_up

BROKEN = {
    "missing": {"district": None},
    "unknown_business_type": {"business_type": "ITO"},
    "unknown_sector": {"sector": "S13"},
    "unknown_client_area": {"client_area": "EU"},
    "unknown_district": {"district": "510104"},
    "home_country_offshore": {"client_area": "CN"},
    "negative_value": {"executed_usd": Decimal("-0.01")},
    "executed_over_contract": {"executed_usd": Decimal("10000.01")},
    "not_a_month": {"month": date(2021, 1, 2)},
    "month_in_future": {"month": date(2999, 1, 1)},
    "month_before_signing": {"signed_on": date(2021, 2, 1)},
}
TOTAL = {"indicator": "outsourcing_executed", "category": "total", "counterpart": "WLD"}


def test_rows_that_break_a_rule_are_counted_reported_and_kept_aside_rule_by_rule(
    tmp_path: Path, capsys
) -> None:
    broken = [contract(contract_id=f"bad {rule}", **cells) for rule, cells in BROKEN.items()]
    # The first rule once, the second twice …, so that no two can be mistaken for each other.
    rows = [row for times, row in enumerate(broken, start=1) for _ in range(times)]
    register = lay([*enterprises(4), *rows], tmp_path / "r.parquet")

    assert roll_up(register, tmp_path / "out") == 0

    said = capsys.readouterr().out
    for times, rule in enumerate(BROKEN, start=1):
        assert f"{rule}: {times} rows; allowed: {Words('en')(f'rollup.rule.{rule}')}" in said
    assert "70 rows read = 4 used + 66 rejected" in said  # 1 + 2 + … + 11
    kept = pq.read_table(tmp_path / "out" / "rejected").to_pylist()
    assert {(row["contract_id"], row["rule"]) for row in kept} == {(f"bad {rule}", rule) for rule in BROKEN}
    assert len(kept) == 66
    # 4 × 100.00: the others are in no sum.
    assert figures(tmp_path / "out", **TOTAL) == {"2021-01_2021-01": "400.00"}


ALLOWED: list[dict[str, object]] = [
    {"executed_usd": Decimal("10000.00")},  # ten times the contract, and not more
    {"signed_on": date(2021, 1, 31)},  # signed later in the month of the row
    {"executed_usd": Decimal("0.00"), "contract_usd": Decimal("0.00")},
    {"contract_usd": Decimal("9999999999999999.99")},  # ten times as much has no room in decimal(18,2)
]


def test_rows_at_the_edge_of_a_rule_are_used(tmp_path: Path, capsys) -> None:
    edges = [contract(contract_id=f"edge {number}", **cells) for number, cells in enumerate(ALLOWED)]
    register = lay([*enterprises(4), *edges], tmp_path / "r.parquet")

    assert roll_up(register, tmp_path / "out") == 0

    assert "8 rows read = 8 used + 0 rejected" in capsys.readouterr().out
    assert not (tmp_path / "out" / "rejected").exists()


def test_rows_that_share_contract_and_month_are_all_rejected(tmp_path: Path, capsys) -> None:
    twice = [contract(contract_id="C9"), contract(contract_id="C9", executed_usd=Decimal("5.00"))]
    # The same contract a year later is another key, and so is a row that another rule has already taken out.
    others = [contract(contract_id="C0", month=date(2022, 1, 1)), contract(contract_id="C1", sector="S13")]
    register = lay([*enterprises(4), *twice, *others], tmp_path / "r.parquet")

    assert roll_up(register, tmp_path / "out") == 0

    said = capsys.readouterr().out
    assert "duplicate_key: 2 rows" in said
    assert "unknown_sector: 1 rows" in said
    assert "8 rows read = 5 used + 3 rejected" in said


def test_every_month_of_many_years_is_no_duplicate_and_thirteen_in_a_year_are(tmp_path: Path, capsys) -> None:
    months = [date(year, month, 1) for year in (2021, 2022, 2023) for month in range(1, 13)]
    long = [contract(month=month) for month in months]
    # 13 rows of twelve months: November twice. Powers of two add up to those of other months.
    thirteen = [contract(contract_id="C2", month=month) for month in [*months[:12], date(2021, 11, 1)]]
    register = lay([*long, *thirteen], tmp_path / "r.parquet")

    assert roll_up(register, tmp_path / "out") == 0

    said = capsys.readouterr().out
    assert "duplicate_key: 2 rows" in said
    assert "49 rows read = 47 used + 2 rejected" in said


def test_strict_refuses_and_leaves_what_stood_before(tmp_path: Path, capsys) -> None:
    sound = lay(enterprises(4), tmp_path / "sound.parquet")
    broken = lay([*enterprises(4), contract(contract_id="C9", sector="S13")], tmp_path / "broken.parquet")
    assert roll_up(sound, tmp_path / "out", "--strict") == 0
    before = contents(tmp_path / "out")
    capsys.readouterr()

    assert roll_up(broken, tmp_path / "out", "--strict") == 1

    assert "unknown_sector: 1 rows; allowed: " in capsys.readouterr().out
    assert contents(tmp_path / "out") == before


def test_a_register_without_a_sound_row_is_refused(tmp_path: Path, capsys) -> None:
    register = lay([contract(sector="S13")], tmp_path / "r.parquet")

    assert roll_up(register, tmp_path / "out") == 1

    said = capsys.readouterr().out
    assert 'contract C1, 2021-01: sector is "S13"' in said
    assert "no row can be used" in said
    assert [row["sector"] for row in pq.read_table(tmp_path / "out" / "rejected").to_pylist()] == ["S13"]


def test_rows_of_a_register_that_is_refused_are_kept_beside_the_figures_that_stand(tmp_path: Path) -> None:
    sound = lay(enterprises(4), tmp_path / "sound.parquet")
    broken = lay([contract(sector="S13")], tmp_path / "broken.parquet")
    assert roll_up(sound, tmp_path / "out") == 0
    before = contents(tmp_path / "out")

    assert roll_up(broken, tmp_path / "out") == roll_up(broken, tmp_path / "out") == 1

    assert contents(tmp_path / "out") == before
    assert pq.read_table(tmp_path / "out.refused" / "rejected").num_rows == 1
    assert roll_up(broken, tmp_path / "new") == 1
    assert roll_up(sound, tmp_path / "new") == 0  # takes the place of rows that were refused
    assert not (tmp_path / "new" / "rejected").exists()


@pytest.mark.parametrize("engine", ["duckdb", "pandas"])
def test_a_register_of_which_every_cell_is_withheld_ends_in_a_sentence(
    engine: str, tmp_path: Path, capsys
) -> None:
    for many in (1, 2):
        register = lay(enterprises(many), tmp_path / "r.parquet")

        assert roll_up(register, tmp_path / "out", "--engine", engine, "--lang", "zh") == 1

        said = capsys.readouterr().out
        assert f"读入{many}条＝采用{many}条＋剔除0条" in said
        assert "没有可公布的数据" in said
        assert "企业不足3家，或一家占比超过85%" in said
        assert not (tmp_path / "out").exists()


def test_the_counts_stand_in_the_result(tmp_path: Path) -> None:
    register = lay([*enterprises(4), contract(contract_id="C9", sector="S13")], tmp_path / "r.parquet")

    roll_up(register, tmp_path / "out")

    about = json.loads((tmp_path / "out" / "register.json").read_text(encoding="utf-8"))
    assert about["rows"] == {"read": 5, "used": 4, "rejected": {"unknown_sector": 1}}
