"""A SYNTHETIC record a hundred times as large as the published one, to be laid over it: other places, same figures."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

DATA = Path(__file__).parents[2] / "data"
TIMES = 100


def write_large(folder: Path, *, times: int = TIMES) -> int:
    """How many observations has the larger record? Written as datasets into a folder that CQ_DATA can name."""
    written = 0
    for file in sorted(DATA.glob("*.parquet")):
        table = pq.read_table(file)
        if file.stem == "areas":
            places = [_renamed(table.slice(0, 1), {"ref_area": _place(number)}) for number in range(1, times)]
            pq.write_table(pa.concat_tables(places), folder / file.name)
        elif {"observation_id", "ref_area"} <= set(table.column_names):
            copies = pa.concat_tables([_elsewhere(table, number) for number in range(1, times)])
            pq.write_table(copies, folder / file.name)
            written += len(copies)
    return written


def _place(number: int) -> str:
    return f"SYNTHETIC-{number:03d}"


def _elsewhere(table: pa.Table, number: int) -> pa.Table:
    ids = pc.binary_join_element_wise(table["observation_id"].cast(pa.string()), _place(number), ".")
    return _renamed(table, {"ref_area": _place(number), "observation_id": ids})


def _renamed(table: pa.Table, columns: dict[str, str | pa.ChunkedArray]) -> pa.Table:
    for name, values in columns.items():
        place = table.column_names.index(name)
        field = table.schema.field(place)
        filled = pa.array([values] * len(table)) if isinstance(values, str) else values
        table = table.set_column(place, field, filled.cast(field.type))
    return table
