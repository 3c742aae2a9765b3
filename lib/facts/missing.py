"""Which figure is missing, named from the lists of codes in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd

from lib.facts.errors import Missing, NoSuchFigure
from lib.facts.period import Period

Names = Mapping[str, Mapping[str, Mapping[str, str]]]
"""What codes are called: by table, code and language."""
_KEYS = {"indicators": "indicator", "areas": "ref_area", "categories": "category"}
_ASKED = {"ref_area": "CN-CQ", "category": "total", "counterpart": "WLD", "kind": "outcome"}


def no_such_figure(
    known: Names, indicator: str, period: Period | None, where: Mapping[str, object]
) -> NoSuchFigure:
    """Which error says that a figure is missing? `known` are the names of the record, `where` as in `Record.rows`.

    Where a code allows several values, or its list cannot be read, the figure is named without it.
    """
    codes = {**_ASKED, **where}
    start, end = codes.get("period_start"), codes.get("period_end")
    if period is None and isinstance(start, date) and isinstance(end, date):
        period = Period(start, end)
    name = names(known, "indicators", indicator)
    problem = f"no {indicator} for {period.code if period else 'any period'} with {dict(where)}"
    if not name:
        return NoSuchFigure(problem)
    total, world = (codes[key] == _ASKED[key] for key in ("category", "counterpart"))
    return NoSuchFigure(
        problem,
        Missing(
            area=names(known, "areas", codes["ref_area"]),
            name=name,
            part={} if total else names(known, "categories", codes["category"]),
            partner={} if world else names(known, "areas", codes["counterpart"]),
            kind=codes["kind"] if isinstance(codes["kind"], str) else "target",
            period=period,
        ),
    )


def names(known: Names, table: str, code: object) -> Mapping[str, str]:
    """What is a code called, by language? Blank where its list cannot be read or lacks it."""
    return known.get(table, {}).get(code, {}) if isinstance(code, str) else {}


def names_of(frames: Mapping[str, pd.DataFrame]) -> Names:
    """What are the codes of a record called? Of two lines for a code the first counts."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for table, key in _KEYS.items():
        frame = frames.get(table)
        if frame is not None:
            columns = (frame[name] for name in (key, "name_zh", "name_en"))
            named = found.setdefault(table, {})
            for code, zh, en in zip(*columns, strict=True):
                named.setdefault(code, {"zh": str(zh), "en": str(en)})
    return found
