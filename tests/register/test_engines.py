"""Every engine says the same of every register, to the cent, and so does plain Python.

Few and small registers, for this suite is run often; `make bench-register` does the same with 300 registers at
random and with a sample of a million rows.
"""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import given, settings

from lib.register.sample import write_sample
from tests.register.oracle import cell, told
from tests.register.random_rows import rows
from tests.register.rows import Row, contents, enterprises, lay, listed, roll_up, rolled

EXAMPLES = int(os.environ.get("REGISTER_EXAMPLES", "8"))
SAMPLE_ROWS = int(os.environ.get("REGISTER_SAMPLE_ROWS", "200000"))


@settings(max_examples=EXAMPLES, deadline=None)
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


def test_a_sample_gives_the_same_files_on_duckdb_and_pandas_and_says_synthetic_in_every_row(
    tmp_path: Path, capsys
) -> None:
    sample = write_sample(SAMPLE_ROWS, tmp_path / "sample")

    for engine in ("duckdb", "pandas"):
        assert roll_up(sample, tmp_path / engine, "--engine", engine, "--strict") == 0
        assert f"{SAMPLE_ROWS} rows read = {SAMPLE_ROWS} used + 0 rejected" in capsys.readouterr().out

    assert contents(tmp_path / "duckdb") == contents(tmp_path / "pandas")
    assert all(
        "SYNTHETIC" in row["note_en"] and "模拟数据" in row["note_zh"] for row in listed(tmp_path / "duckdb")
    )


def test_more_enterprises_than_are_numbered_give_the_same_files(tmp_path: Path, monkeypatch) -> None:
    register = lay(enterprises(4), tmp_path / "r.parquet")
    assert roll_up(register, tmp_path / "numbered") == 0

    monkeypatch.setattr("lib.register.engines.duckdb_engine._MOST_NAMES", 3)

    assert roll_up(register, tmp_path / "text") == 0
    assert contents(tmp_path / "text") == contents(tmp_path / "numbered")
