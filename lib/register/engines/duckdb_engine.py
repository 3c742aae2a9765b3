"""DuckDB: in this process, on files larger than memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb
import narwhals as nw
import pyarrow as pa
from tqdm import tqdm

from lib.register.engines import UnreadableRegister, with_money
from lib.register.frame import Frame, distinct
from lib.register.source import Source

_LOOK_SECONDS = 0.2
_MOST_NAMES = 5_000_000
_TYPES = {pa.date32(): "DATE", pa.bool_(): "BOOLEAN"}


@contextmanager
def opened(*, scratch: Path, memory: str, master: str) -> Iterator[DuckDBEngine]:  # noqa: ARG001
    """An engine with `memory` at most, which spills into `scratch`, and asks no server for extensions."""
    spill = scratch / "spill"
    spill.mkdir()
    # What is kept goes into a file: tables of a database in memory would stay there and leave no room.
    connection = duckdb.connect(
        str(scratch / "kept.duckdb"),
        config={
            "memory_limit": memory,
            "temp_directory": str(spill),
            "preserve_insertion_order": False,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        },
    )
    try:
        yield DuckDBEngine(connection)
    except duckdb.InterruptException as error:
        raise KeyboardInterrupt from error
    except duckdb.Error as error:
        raise UnreadableRegister(str(error).partition("\n")[0]) from error
    finally:
        connection.close()


class DuckDBEngine:
    """See `lib.register.engines.Engine`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._kept = 0
        self._busy = Lock()
        self._is_stopped = False

    def scan(self, source: Source) -> Frame:
        """See Engine."""
        if not source.place.is_local:
            # DuckDB would need an extension to go there; pyarrow need not.
            return with_money(nw.from_native(self._connection.from_arrow(source.dataset)).lazy())
        files = _listed(source.files)
        fields = {field.name: field.type for field in source.schema}
        hive = ", ".join(f"{_named(name)}: {_TYPES.get(fields[name], 'VARCHAR')}" for name in source.hive)
        folders = f", hive_types = {{{hive}}}" if hive else ""
        # No parameters can stand here: names are quoted, and so are files.
        how = f"hive_partitioning = {bool(hive)}{folders}, union_by_name = true"
        columns = ", ".join(map(_named, fields))
        rows = self._connection.sql(" ".join(("SELECT", columns, f"FROM read_parquet([{files}], {how})")))
        return with_money(nw.from_native(rows).lazy())

    def keep(self, frame: Frame, *, rows: int, doing: str) -> Frame:
        """See Engine. Ctrl-C stops the query at once."""
        self._kept += 1
        name = f"kept_{self._kept}"
        with ThreadPoolExecutor(1) as pool, tqdm(total=rows, unit=" rows", desc=doing, **_BAR) as bar:
            try:
                work = pool.submit(self._create, name, frame)
                while wait_for([work], timeout=_LOOK_SECONDS).not_done:
                    share = max(0.0, self._connection.query_progress()) / 100
                    bar.update(max(0, int(rows * share) - bar.n))
            except KeyboardInterrupt:
                self._stop()
                raise
            work.result()
            bar.update(rows - bar.n)
        return nw.from_native(self._connection.table(name)).lazy()

    def _create(self, name: str, frame: Frame) -> None:
        relation: Any = frame.to_native()
        with self._busy:
            if not self._is_stopped:
                relation.create(name)

    def _stop(self) -> None:
        # Ctrl-C may come before the query has begun, and then there is nothing to interrupt yet.
        self._is_stopped = True
        while not self._busy.acquire(timeout=_LOOK_SECONDS):
            self._connection.interrupt()
        self._busy.release()

    def coded(self, frame: Frame, codes: Mapping[str, Sequence[str]], *, rows: int) -> Frame:
        """See Engine. An ENUM is a number of one to four bytes that reads as text."""
        kept = {column: f"TRY_CAST({column} AS ENUM ({_listed(of)}))" for column, of in codes.items()}
        names = self.keep(
            distinct(frame.filter(~nw.col("enterprise_id").is_null()), "enterprise_id"),
            rows=rows,
            doing="listing enterprises",
        )
        # All names of an ENUM stay in memory.
        if 0 < self.table(names.select(nw.len()))["len"][0].as_py() <= _MOST_NAMES:
            self._connection.table(f"kept_{self._kept}").create_view("enterprise_names", replace=True)
            self._connection.execute("CREATE TYPE enterprise AS ENUM (SELECT * FROM enterprise_names)")
            kept["enterprise_id"] = "CAST(enterprise_id AS enterprise)"
        relation: Any = frame.to_native()
        coded = ", ".join(f"{expression} AS {column}" for column, expression in kept.items())
        found: Frame = nw.from_native(relation.project(f"* REPLACE ({coded})")).lazy()
        return found

    def table(self, frame: Frame) -> pa.Table:
        """See Engine."""
        native: Any = frame.collect("pyarrow").to_native()
        return native

    def write(self, frame: Frame, folder: Path) -> None:
        """See Engine."""
        relation: Any = frame.to_native()
        relation.write_parquet(str(folder / "rejected.parquet"), compression="zstd")


_BAR: dict[str, Any] = {"disable": None, "leave": False, "unit_scale": True}


def _listed(texts: Sequence[str]) -> str:
    return ", ".join(map(_quoted, texts))


def _named(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
