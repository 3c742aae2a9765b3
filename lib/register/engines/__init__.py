"""What reads a register: one of three engines, each with the same five verbs."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

import narwhals as nw
import pyarrow as pa

from lib.register.frame import Frame
from lib.register.schema import MONEY_COLUMNS
from lib.register.source import Source

ENGINES = ("duckdb", "pandas", "spark")


class UnreadableRegister(Exception):
    """An engine could not finish: a damaged page, no room for what does not fit in memory."""


class Engine(Protocol):
    """What an engine must be able to do; everything else is said in narwhals, once for all of them."""

    def scan(self, source: Source) -> Frame:
        """Which rows are in the register?"""

    def keep(self, frame: Frame, *, rows: int, doing: str) -> Frame:
        """Works rows out once and keeps them. `rows` of the register are read for it; progress is shown."""

    def coded(self, frame: Frame, codes: Mapping[str, Sequence[str]], *, rows: int) -> Frame:
        """Puts the texts of rows into the form that is added up fastest and weighs least.

        To be read as text all the same. In the columns that `codes` names, what is no code may become null.
        """

    def table(self, frame: Frame) -> pa.Table:
        """What are these (few) rows?"""

    def write(self, frame: Frame, folder: Path) -> None:
        """Lays rows down as Parquet in a folder that is there."""


def open_engine(
    name: str, *, scratch: Path, memory: str = "2GB", master: str = "local[*]"
) -> AbstractContextManager[Engine]:
    """Which engine has this name? Closes what it opened. `memory` is DuckDB's limit, beyond it goes to `scratch`."""
    # Spark is for those who have it, and takes a second to import.
    module = importlib.import_module(f"lib.register.engines.{name}_engine")
    opened: AbstractContextManager[Engine] = module.opened(scratch=scratch, memory=memory, master=master)
    return opened


def with_money(rows: Frame) -> Frame:
    """Which rows are these with amounts as decimal(18,2), where a file stores fewer digits?"""
    return rows.with_columns(*(nw.col(name).cast(nw.Decimal(18, 2)) for name in MONEY_COLUMNS))
