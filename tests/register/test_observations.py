"""The figures of a small register, by hand arithmetic."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.register.rows import Row, contract, enterprises, figures, lay, listed, roll_up

EXECUTED = {"indicator": "outsourcing_executed", "category": "total", "counterpart": "WLD"}


def month(year: int, number: int, executed: str, **given: object) -> list[Row]:
    """Four enterprises that carry out so much each; their contracts were signed in January 2020."""
    rows = enterprises(4, month=date(year, number, 1), executed_usd=Decimal(executed), **given)
    return [row | {"signed_on": date(2020, 1, 15)} for row in rows]


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = [row for m in range(1, 13) for row in month(2020, m, "10.00")]
    rows += [*month(2021, 1, "12.50"), *month(2021, 2, "15.01"), *month(2021, 4, "20.00")]
    # In January 2021 a fifth enterprise of the mainland, of no emerging sector, but as large as the others.
    onshore = {"client_area": "CN", "offshore": False, "sector": "travel", "executed_usd": Decimal("50.00")}
    rows += enterprises(3, **onshore)
    rows = [row | {"contract_id": f"{row['contract_id']}-{row['client_area']}"} for row in rows]
    folder = tmp_path_factory.mktemp("observations")
    assert roll_up(lay(rows, folder / "r.parquet"), folder / "out") == 0
    return folder / "out"


def test_months_years_and_january_to_month_are_sums_to_the_cent(result: Path) -> None:
    found = figures(result, **EXECUTED, source_id="contract-register")

    assert found["2020-01_2020-01"] == "40.00"
    assert found["2020-01_2020-03"] == "120.00"  # 3 × 4 × 10.00
    assert found["2020-01_2020-12"] == "480.00"
    assert found["2021-01_2021-01"] == "200.00"  # 4 × 12.50 + 3 × 50.00
    assert found["2021-01_2021-02"] == "260.04"  # + 4 × 15.01


def test_a_year_with_a_missing_month_has_no_sum_past_it(result: Path) -> None:
    periods = figures(result, **EXECUTED)

    assert "2021-04_2021-04" in periods
    assert "2021-01_2021-04" not in periods


def test_growth_is_on_the_same_period_of_the_year_before(result: Path) -> None:
    growth = {
        f"{row['period_start'][:7]}_{row['period_end'][:7]}": row["growth"]
        for row in listed(result, **EXECUTED)
    }

    assert growth["2021-01_2021-01"] == "400.00"  # 200 on 40
    assert growth["2021-02_2021-02"] == "50.10"  # 60.04 on 40
    assert growth["2021-01_2021-02"] == "225.05"  # 260.04 on 80
    assert growth["2020-01_2020-12"] == ""


def test_a_contract_counts_once_in_the_month_of_its_signing(result: Path) -> None:
    codes = {"indicator": "outsourcing_contract", "category": "total", "counterpart": "WLD"}

    found = figures(result, **codes)

    assert found["2020-01_2020-01"] == "4000.00"  # 4 × 1000.00, signed on 15 January 2020
    assert found["2020-02_2020-02"] == "0.00"
    assert found["2020-01_2020-12"] == "4000.00"
    assert found["2021-01_2021-01"] == "3000.00"  # the three of the mainland


def test_offshore_market_and_sector_are_parts_of_the_total(result: Path) -> None:
    def at(**codes: str) -> str:
        return figures(result, **codes)["2021-01_2021-01"]

    assert at(indicator="offshore_outsourcing_executed", category="total", counterpart="WLD") == "50.00"
    assert at(indicator="outsourcing_executed", category="total", counterpart="CN") == "150.00"
    assert at(indicator="outsourcing_executed", category="travel", counterpart="WLD") == "150.00"
    assert at(indicator="outsourcing_executed", category="emerging", counterpart="WLD") == "50.00"


def test_the_emerging_share_is_of_the_executed_value_of_both_scopes(result: Path) -> None:
    found = figures(result, indicator="emerging_services_share")

    assert found["2020-01_2020-12"] == "100.00"
    assert found["2021-01_2021-01"] == "25.00"  # 50 of 200
    assert found["2021-01_2021-02"] == "42.32"  # 110.04 of 260.04 = 42.3166…


def test_enterprises_are_counted_once_a_period(result: Path) -> None:
    found = figures(result, indicator="outsourcing_enterprises")

    assert found["2020-01_2020-12"] == "4"
    assert found["2021-01_2021-01"] == "4"  # E0, E1 and E2 have two contracts each
    assert found["2021-01_2021-02"] == "4"


def test_a_withheld_month_withholds_the_sums_it_is_in(tmp_path: Path) -> None:
    rows = [row for m in (1, 2, 3, 4) if m != 2 for row in month(2021, m, "10.00")]
    rows += month(2021, 2, "10.00")[:2]  # two enterprises: fewer than three

    roll_up(lay(rows, tmp_path / "r.parquet"), tmp_path / "out")

    shown = figures(tmp_path / "out", **EXECUTED)
    assert sorted(shown) == ["2021-01_2021-01", "2021-03_2021-03", "2021-04_2021-04"]
    kept = listed(tmp_path / "out", "withheld.csv", **EXECUTED)
    assert sorted(row["period_start"][:7] + row["period_end"][4:7] for row in kept) == [
        "2021-01-02",
        "2021-01-03",
        "2021-01-04",
        "2021-02-02",
    ]
    assert {row["conf_status"] for row in kept} == {"C"}
    assert sorted(figures(tmp_path / "out", indicator="outsourcing_enterprises")) == sorted(shown)


def test_a_year_does_not_run_on_from_the_december_before(tmp_path: Path) -> None:
    rows = [*month(2020, 12, "10.00"), *month(2021, 2, "10.00")]

    roll_up(lay(rows, tmp_path / "r.parquet"), tmp_path / "out")

    expected = ["2020-12_2020-12", "2021-02_2021-02"]
    assert sorted(figures(tmp_path / "out", indicator="outsourcing_enterprises")) == expected


@pytest.mark.parametrize(("mark", "synthetic"), [("", "no"), ("SYNTHETIC-", "yes")])
def test_every_parquet_says_that_it_is_local_and_whether_it_is_synthetic(
    mark: str, synthetic: str, tmp_path: Path
) -> None:
    rows = [row | {"enterprise_id": f"{mark}{row['enterprise_id']}"} for row in enterprises(4)]

    roll_up(lay(rows, tmp_path / "r.parquet"), tmp_path / "out")

    files = list((tmp_path / "out").glob("*.parquet"))
    assert {"outsourcing", "enterprises", "emerging_sectors", "sources"} <= {file.stem for file in files}
    for file in files:
        about = pq.read_schema(file).metadata
        assert (about[b"local"], about[b"synthetic"]) == (b"yes", synthetic.encode())


def test_one_synthetic_enterprise_makes_the_whole_result_synthetic(tmp_path: Path) -> None:
    rows = [*enterprises(4), contract(contract_id="C9", enterprise_id="SYNTHETIC-E9")]

    roll_up(lay(rows, tmp_path / "r.parquet"), tmp_path / "out")

    assert {row["source_id"] for row in listed(tmp_path / "out")} == {"synthetic-contract-register"}
