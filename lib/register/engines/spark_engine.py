"""Spark: for a register on a cluster. Needs pyspark, which is imported when it is used and not before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import narwhals as nw
import pyarrow as pa
from tqdm import tqdm

from lib.register.engines import UnreadableRegister, with_money
from lib.register.frame import Frame
from lib.register.source import Source

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_LOCAL_SHUFFLES = 4


@contextmanager
def opened(*, scratch: Path, memory: str, master: str) -> Iterator[SparkEngine]:  # noqa: ARG001
    """An engine on the session that is there, which it leaves open, or on a new one, which it stops."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    there = SparkSession.getActiveSession()
    builder = (
        SparkSession.builder.master(master)
        .appName("contract register")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
    )
    if master.startswith("local"):
        # 200 tasks a shuffle, the default, are for a cluster.
        builder = builder.config("spark.sql.shuffle.partitions", _LOCAL_SHUFFLES)
    session = there or builder.getOrCreate()
    try:
        yield SparkEngine(session)
    except (PySparkException, Py4JError) as error:
        raise UnreadableRegister(str(error).partition("\n")[0]) from error
    finally:
        if there is None:
            session.stop()


class SparkEngine:
    """See `lib.register.engines.Engine`."""

    def __init__(self, session: SparkSession) -> None:
        self._session = session

    def scan(self, source: Source) -> Frame:
        """See Engine. Every worker must see the files under the same path."""
        from pyspark.sql.pandas.types import from_arrow_schema

        rows = (
            self._session.read.schema(from_arrow_schema(source.schema))
            .option("basePath", source.place.uri(source.place.root))
            .parquet(*map(source.place.uri, source.files))
        )
        frame: Frame = nw.from_native(rows.select(*source.schema.names))
        return with_money(frame)

    def keep(self, frame: Frame, *, rows: int, doing: str) -> Frame:
        """See Engine."""
        native: Any = frame.to_native()
        with tqdm(total=rows, unit=" rows", desc=doing, disable=None, leave=False) as bar:
            kept = native.persist()
            kept.count()
            bar.update(rows)
        found: Frame = nw.from_native(kept)
        return found

    def coded(self, frame: Frame, codes: Mapping[str, Sequence[str]], *, rows: int) -> Frame:  # noqa: ARG002
        """See Engine. Text stays text."""
        return frame

    def table(self, frame: Frame) -> pa.Table:
        """See Engine."""
        native: Any = frame.collect("pyarrow").to_native()
        return native

    def write(self, frame: Frame, folder: Path) -> None:
        """See Engine. One file a task; what Spark lays beside them for itself goes."""
        native: Any = frame.to_native()
        native.write.mode("overwrite").option("compression", "zstd").parquet(folder.resolve().as_uri())
        for path in folder.iterdir():
            if path.suffix != ".parquet" or path.name.startswith("."):
                path.unlink()
