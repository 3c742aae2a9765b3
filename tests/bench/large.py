"""A SYNTHETIC record a hundred times as large as the published one, to lay over it: other indicators, same figures."""

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
        keys = {"indicator", "observation_id"} & set(table.column_names)
        if file.stem == "indicators" or len(keys) == 2:
            copies = pa.concat_tables([_copied(table, keys, number) for number in range(1, times)])
            pq.write_table(copies, folder / file.name)
            written += len(copies) if len(keys) == 2 else 0
    return written


def _copied(table: pa.Table, keys: set[str], number: int) -> pa.Table:
    for name in keys:
        place = table.column_names.index(name)
        field = table.schema.field(place)
        renamed = pc.binary_join_element_wise(table[name].cast(pa.string()), f"SYNTHETIC_{number:03d}", "_")
        table = table.set_column(place, field, renamed.cast(field.type))
    return table
