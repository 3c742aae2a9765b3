"""From the cells of a register to rows of the dashboard's own tables, every cell as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from lib.facts.period import Period
from lib.register.aggregate import EMERGING, WHOLE
from lib.register.confidential import FEWEST_ENTERPRISES, Cell, withheld
from lib.register.origin import AREA, Origin
from lib.register.rollup import Rolled
from lib.register.table import ALL, OFFSHORE, PUBLISHED_SCOPES, Key

Row = dict[str, str]
WITHHELD = "C"
"""CONF_STATUS of SDMX: confidential statistical information."""

_INDICATOR = {
    (ALL, "executed"): "outsourcing_executed",
    (ALL, "contract"): "outsourcing_contract",
    (OFFSHORE, "executed"): "offshore_outsourcing_executed",
    (OFFSHORE, "contract"): "offshore_outsourcing_contract",
}
_SHARE, _ENTERPRISES, _WORLD = "emerging_services_share", "outsourcing_enterprises", "WLD"
_HUNDREDTH = Decimal("0.01")


def observations(rolled: Rolled, origin: Origin) -> tuple[list[Row], list[Row]]:
    """Which figures of a register may be published, and which are withheld? Both sorted by id.

    A withheld one has no value, no growth and no reason: who knew whether it is sensitive or only protects
    another could tell more about it. Growth, on the same month a year earlier, is given where both months are
    published and the earlier is above zero.
    """
    shown: list[Row] = []
    hidden: list[Row] = []
    kept = {key: withheld(table) for key, table in rolled.tables.items()}
    for (month, measure), table in rolled.tables.items():
        before = (month.replace(year=month.year - 1), measure)
        for key, cell in table.items():
            if key.scope not in PUBLISHED_SCOPES:
                continue
            codes = _codes(key, measure, month) | origin.codes
            if key in kept[month, measure]:
                hidden.append(_named(codes))
                continue
            base = rolled.tables.get(before, {}).get(key)
            open_base = base if base and key not in kept[before] else None
            shown.append(_named(codes | _amount(cell) | _growth(cell, open_base)))
        if measure == "executed":
            _place(_share(month, table, kept[month, measure], origin), shown, hidden)
    for row in _counts(rolled, origin):
        _place(row, shown, hidden)
    return sorted(shown, key=_by_id), sorted(hidden, key=_by_id)


def _codes(key: Key, measure: str, month: date) -> Row:
    is_market = key.breakdown == "client_area"
    return {
        "indicator": _INDICATOR[key.scope, measure],
        "counterpart": key.code if is_market else _WORLD,
        "category": WHOLE if is_market else key.code,
        "unit": "USD",
    } | _months(month, month)


def _amount(cell: Cell) -> Row:
    return {"value": f"{cell.value:.2f}"}


def _growth(cell: Cell, base: Cell | None) -> Row:
    if base is None or base.value <= 0:
        return {}
    return {"growth": _percent(cell.value - base.value, base.value), "growth_qualifier": "exact"}


def _share(month: date, table: Mapping[Key, Cell], kept: frozenset[Key], origin: Origin) -> Row:
    part, whole = Key(ALL, EMERGING, EMERGING), Key(ALL, WHOLE, WHOLE)
    codes = {"indicator": _SHARE, "counterpart": _WORLD, "category": EMERGING, "unit": "PERCENT"}
    row = codes | _months(month, month) | origin.codes
    emerging = table.get(part, Cell(Decimal(0), Decimal(0), 0))
    if {part, whole} & kept or table[whole].value <= 0:
        return row
    note_en, note_zh = "Share of the executed value in the register.", "占台账执行额的比重。"
    said = {"note_en": f"{note_en} {row['note_en']}".strip(), "note_zh": note_zh + row["note_zh"]}
    return row | said | {"value": _percent(emerging.value, table[whole].value)}


def _counts(rolled: Rolled, origin: Origin) -> Iterator[Row]:
    """Distinct enterprises by month, and from January on."""
    so_far = 0
    for month in sorted(rolled.enterprises):
        so_far = rolled.new_in_year[month] + (so_far if month.month > 1 else 0)
        spans = {month: rolled.enterprises[month], month.replace(month=1): so_far}
        for start, found in spans.items():
            codes = {"indicator": _ENTERPRISES, "counterpart": _WORLD, "category": WHOLE}
            row = codes | {"unit": "ENTERPRISES"} | _months(start, month) | origin.codes
            yield row | ({"value": str(found)} if found >= FEWEST_ENTERPRISES else {})


def _place(row: Row, shown: list[Row], hidden: list[Row]) -> None:
    (shown if "value" in row else hidden).append(_named(row))


def _months(first: date, last: date) -> Row:
    period = Period.parse(f"{first:%Y-%m}_{last:%Y-%m}")
    return {"period_start": period.start.isoformat(), "period_end": period.end.isoformat()}


def _named(row: Row) -> Row:
    partner = "" if row["counterpart"] == _WORLD else f".{row['counterpart'].lower()}"
    months = f"{row['period_start'][:7]}_{row['period_end'][:7]}"
    stem = f"{AREA.lower()}.{row['indicator']}.{row['category']}{partner}.{months}"
    return row | {"observation_id": f"{stem}.{row['source_id']}"}


def _percent(part: Decimal, whole: Decimal) -> str:
    return str((part * 100 / whole).quantize(_HUNDREDTH, rounding=ROUND_HALF_EVEN))


def _by_id(row: Row) -> str:
    return row["observation_id"]
