"""The record in Python: opened in one line, and asked in one for any choice of `/explore`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from lib.catalog.load import load
from lib.explore.selection import NotOffered, Selection, select
from lib.facts.record import Record

__all__ = ["NotOffered", "Opened", "Selection", "opened"]
PUBLISHED = Path(__file__).parents[1] / "data"


@dataclass(frozen=True, eq=False)
class Opened(Record):
    """The record, which can be asked as `/explore` is: for a table, a chart and a sentence."""

    def select(self, indicator: str, areas: str | Iterable[str] = (), **asked: object) -> Selection:
        """Which figures of an indicator are those of these areas, Chongqing's where none is named?

        `asked` are the other choices of `/explore` under their names in its address: category, counterpart, span,
        kind, origin, currency, from_, to, measure, form. What has no figure, such as a wrong area, raises NotOffered,
        which says what there is; another name raises TypeError.

        >>> cities = ["CN-CQ", "510100"]
        >>> found = opened().select("offshore_outsourcing_executed", cities, span="year", from_=2020, to=2020)
        >>> found.sentence("en")
        'Offshore service outsourcing, executed value in 2020: Chongqing USD 2.28bn and Chengdu USD 2.29bn'
        >>> found.frame.query("area == '510100'")["value"].item()
        2290000000.0
        """
        return select(self, indicator, areas, **asked)


def opened(folder: Path = PUBLISHED, local: Path | None = None) -> Opened:
    """What does the published record hold, with the datasets of a local folder laid over it?"""
    record = load(folder, local)
    return Opened(**{field.name: getattr(record, field.name) for field in fields(record)})
