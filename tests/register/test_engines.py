"""Every engine says the same of every register, to the cent, and so does plain Python."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from lib.register.engines import open_engine
from lib.register.place import place_of
from lib.register.rollup import Rolled, roll
from lib.register.sample import write_sample
from lib.register.source import open_source
from tests.register.oracle import cell, told
from tests.register.random_rows import rows
from tests.register.rows import Row, contents, contract, lay, roll_up


def rolled(engine: str, given_rows: list[Row]) -> Rolled:
    with TemporaryDirectory() as folder:
        scratch = Path(folder)
        path = lay(given_rows, scratch / "register.parquet")
        (scratch / "rejected").mkdir()
        with open_engine(engine, scratch=scratch) as opened:
            return roll(open_source(place_of(str(path)), scratch), opened, scratch / "rejected")


@settings(max_examples=20, deadline=None)
@given(rows(broken=True))
def test_duckdb_and_pandas_find_what_plain_python_finds(given_rows: list[Row]) -> None:
    expected = told(given_rows)
    for engine in ("duckdb", "pandas"):
        found = rolled(engine, given_rows)

        assert found.read == len(given_rows)
        assert found.used + sum(found.rejected.values()) == found.read
        assert dict(found.rejected) == dict(expected.rejected)
        cells = {
            at: {
                tuple(key): (at_cell.value, at_cell.most, at_cell.enterprises)
                for key, at_cell in table.items()
            }
            for at, table in found.tables.items()
        }
        assert cells == {
            at: {key: cell(parts) for key, parts in t.items()} for at, t in expected.parts.items()
        }
        assert dict(found.enterprises) == {month: len(names) for month, names in expected.active.items()}


def test_a_million_rows_give_the_same_files_on_duckdb_and_pandas(tmp_path: Path) -> None:
    sample = write_sample(1_000_000, tmp_path / "sample")

    for engine in ("duckdb", "pandas"):
        assert roll_up(sample, tmp_path / engine, "--engine", engine) == 0

    assert contents(tmp_path / "duckdb") == contents(tmp_path / "pandas")


@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")  # pyspark 4.3
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # its gateway leaves a socket to the collector
def test_spark_gives_the_same_figures_and_rejects_the_same_rows(tmp_path: Path) -> None:
    given_rows = [
        contract(
            contract_id=f"C{n}",
            enterprise_id=f"E{n % 7}",
            executed_usd=Decimal(n * 37 % 101) + Decimal("0.01"),
        )
        for n in range(60)
    ]
    given_rows += [contract(contract_id="C1"), contract(sector="S13"), contract(district=None)]
    register = lay(given_rows, tmp_path / "register.parquet")

    assert roll_up(register, tmp_path / "duckdb") == 0
    assert roll_up(register, tmp_path / "spark", "--engine", "spark", "--master", "local[2]") == 0

    duckdb, spark = contents(tmp_path / "duckdb"), contents(tmp_path / "spark")
    assert [name for name in duckdb if name.startswith("rejected")]
    assert {name: data for name, data in duckdb.items() if not name.startswith("rejected")} == {
        name: data for name, data in spark.items() if not name.startswith("rejected")
    }
