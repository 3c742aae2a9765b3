"""From the cells of a register to rows of the dashboard's own tables, every cell as text."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, Decimal

from lib.register.aggregate import EMERGING, MEASURES, WHOLE
from lib.register.confidential import FEWEST_ENTERPRISES, withheld
from lib.register.cumulative import Span, Sums, spans, sums
from lib.register.origin import AREA, Origin
from lib.register.rollup import Rolled
from lib.register.table import ALL, OFFSHORE, Key

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

    Each month, January to each month, and so each year. A withheld one has no value, no growth and no reason:
    who knew whether it is sensitive or only protects another could tell more about it. Growth, on the same
    period a year earlier, is given where both are published and the earlier is above zero.
    """
    found = list(_amounts(rolled, origin)) + list(_counts(rolled, origin))
    named = sorted((_named(row) for row in found), key=lambda row: row["observation_id"])
    return [row for row in named if "value" in row], [row for row in named if "value" not in row]


def _amounts(rolled: Rolled, origin: Origin) -> Iterator[Row]:
    for measure in MEASURES:
        tables = {month: table for (month, of), table in rolled.tables.items() if of == measure}
        kept = {month: withheld(table) for month, table in tables.items()}
        by_span = {span: sums(span, tables, kept) for span in spans(tables)}
        for span, values in by_span.items():
            before = by_span.get(span.year_before(), {})
            for key, value in values.items():
                row = _codes(key, measure, span) | origin.codes
                yield row if value is None else row | _amount(value, before.get(key))
            if measure == "executed":
                yield from _share(span, values, origin)


def _codes(key: Key, measure: str, span: Span) -> Row:
    is_market = key.breakdown == "client_area"
    return {
        "indicator": _INDICATOR[key.scope, measure],
        "counterpart": key.code if is_market else _WORLD,
        "category": WHOLE if is_market else key.code,
        "unit": "USD",
    } | _period(span)


def _amount(value: Decimal, base: Decimal | None) -> Row:
    amount = {"value": f"{value:.2f}"}
    if not base:
        return amount
    return amount | {"growth": _percent(value - base, base), "growth_qualifier": "exact"}


def _share(span: Span, values: Sums, origin: Origin) -> Iterator[Row]:
    """The emerging sectors' share of the executed value; none exists where nothing was carried out."""
    part, whole = values.get(Key(ALL, EMERGING, EMERGING), Decimal(0)), values[Key(ALL, WHOLE, WHOLE)]
    codes = {"indicator": _SHARE, "counterpart": _WORLD, "category": EMERGING, "unit": "PERCENT"}
    row = codes | _period(span) | origin.codes
    if part is None or whole is None:
        yield row
    elif whole > 0:
        note_en, note_zh = "Share of the executed value in the register.", "占台账执行额的比重。"
        said = {"note_en": f"{note_en} {row['note_en']}".strip(), "note_zh": note_zh + row["note_zh"]}
        yield row | said | {"value": _percent(part, whole)}


def _counts(rolled: Rolled, origin: Origin) -> Iterator[Row]:
    """Distinct enterprises, withheld where they are few in any of the months."""
    codes = {"indicator": _ENTERPRISES, "counterpart": _WORLD, "category": WHOLE, "unit": "ENTERPRISES"}
    for span in spans(rolled.enterprises):
        found = rolled.enterprises[span.last]
        if span.first < span.last:
            found = sum(rolled.new_in_year[month] for month in span.months)
        few = any(rolled.enterprises[month] < FEWEST_ENTERPRISES for month in span.months)
        yield codes | _period(span) | origin.codes | ({} if few else {"value": str(found)})


def _period(span: Span) -> Row:
    return {
        "period_start": span.period.start.isoformat(),
        "period_end": span.period.end.isoformat(),
    }


def _named(row: Row) -> Row:
    partner = "" if row["counterpart"] == _WORLD else f".{row['counterpart'].lower()}"
    months = f"{row['period_start'][:7]}_{row['period_end'][:7]}"
    stem = f"{AREA.lower()}.{row['indicator']}.{row['category']}{partner}.{months}"
    return row | {"observation_id": f"{stem}.{row['source_id']}"}


def _percent(part: Decimal, whole: Decimal) -> str:
    return str((part * 100 / whole).quantize(_HUNDREDTH, rounding=ROUND_HALF_EVEN))
