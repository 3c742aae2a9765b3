"""pandas: for a register that fits in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import narwhals as nw
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from tqdm import tqdm

from lib.register.engines import UnreadableRegister, with_money
from lib.register.frame import Frame
from lib.register.source import Source


@contextmanager
def opened(*, scratch: Path, memory: str, master: str) -> Iterator[PandasEngine]:  # noqa: ARG001
    """An engine that holds all rows in memory; the arguments are those of the others."""
    try:
        yield PandasEngine()
    except (pa.ArrowException, OSError, MemoryError) as error:
        raise UnreadableRegister(str(error).partition("\n")[0] or "out of memory") from error


class PandasEngine:
    """See `lib.register.engines.Engine`."""

    def scan(self, source: Source) -> Frame:
        """See Engine. Rows are read here, not later."""
        batches: list[pa.RecordBatch] = []
        with tqdm(
            total=source.rows, unit=" rows", unit_scale=True, desc="reading", disable=None, leave=False
        ) as bar:
            for batch in source.dataset.to_batches(columns=source.schema.names):
                batches.append(batch)
                bar.update(len(batch))
        # Without Arrow types, decimals would come back as Python objects.
        frame = pa.Table.from_batches(batches, source.schema).to_pandas(types_mapper=pd.ArrowDtype)
        return with_money(nw.from_native(frame).lazy())

    def keep(self, frame: Frame, *, rows: int, doing: str) -> Frame:  # noqa: ARG002
        """See Engine."""
        return frame.collect().lazy()

    def coded(self, frame: Frame, codes: Mapping[str, Sequence[str]], *, rows: int) -> Frame:  # noqa: ARG002
        """See Engine. Text stays text."""
        return frame

    def table(self, frame: Frame) -> pa.Table:
        """See Engine."""
        native: Any = frame.collect().to_native()
        return pa.Table.from_pandas(native, preserve_index=False)

    def write(self, frame: Frame, folder: Path) -> None:
        """See Engine."""
        pq.write_table(self.table(frame), folder / "rejected.parquet", compression="zstd")
