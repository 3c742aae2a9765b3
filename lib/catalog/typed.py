"""What people type in a row, brought to the form of the record, with a line for each reading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pandas as pd

from lib.catalog.codes import RATE_UNITS
from lib.catalog.column import DATE, FORMS, NUMBER, Table
from lib.catalog.fault import Fault
from lib.catalog.form import PERIOD
from lib.catalog.message import Message, Reading, Text, listed
from lib.catalog.quantities import Quantity, Unreadable, read_change, read_period, read_quantity
from lib.catalog.quantities.lexicon import SCALES, UNITS
from lib.catalog.quantities.width import plain_width
from lib.catalog.schema import TABLES

_PLAIN = re.compile(FORMS[NUMBER][0])
_BOTH = re.compile(
    r"(.*?[^0-9,;])[,;、(]\s*"
    r"((?:同比|比上年|较上年|比去年|较去年|增长|下降|增速|up |down |rose |fell |an increase|a decrease).*?)\)?",
    re.IGNORECASE,
)
"""A figure and, after a comma or in brackets, its growth."""

_ISO = re.compile(FORMS[DATE][0])


@dataclass(slots=True)
class Typed:
    """Rows in the form of the record, the cells that cannot be read, and how the others were."""

    frame: pd.DataFrame
    faults: list[Fault] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)


def typed(frame: pd.DataFrame, table: Table, shown: Text) -> Typed:
    """What do these rows say in the form of the record?

    Takes rows as text, blank where a column may be left out; `shown` names the sheet in messages. A cell that
    can be read in two ways is a fault and stays as it is. Keys and editions are not worked out here.
    """
    done = Typed(frame)
    if table.name == "observations":
        rows = [
            _Row(int(line), {str(name): cell for name, cell in row.items()}, shown, done)
            for line, row in zip(frame.index, frame.to_dict("records"), strict=True)
        ]
        for row in rows:
            row.read()
        names = [column.name for column in table.typed_by_hand]
        done.frame = pd.DataFrame(
            [[row.cells.get(name, "") for name in names] for row in rows],
            columns=pd.Index(names, dtype=str),
            index=frame.index,
            dtype=str,
        )
        return done
    days = [
        column.name for column in table.typed_by_hand if column.type == DATE and column.name in frame.columns
    ]
    cells = {
        name: [_day(shown, done, line, name, str(cell)) for line, cell in frame[name].items()]
        for name in days
    }
    done.frame = frame.assign(**cells)
    return done


def _day(shown: Text, done: Typed, line: object, name: str, cell: str) -> str:
    if not cell.strip() or _ISO.fullmatch(cell):
        return cell.strip()
    try:
        period = read_period(cell)
        if not period.is_point:
            raise Unreadable("whole_day")
    except Unreadable as error:
        done.faults.append(Fault(shown, int(str(line)), name, cell, error.told))
        return cell
    told = Message("fault.reading.cell", typed=cell, read=period.start.isoformat())
    done.readings.append(Reading(shown, int(str(line)), name, told))
    return period.start.isoformat()


@dataclass(slots=True)
class _Row:
    line: int
    cells: dict[str, str]
    shown: Text
    done: Typed

    def read(self) -> None:
        for name in (
            "indicator",
            "ref_area",
            "counterpart",
            "category",
            "kind",
            "basis",
            "source_id",
            "confidence",
            "release",
        ):
            if name in self.cells:
                self.cells[name] = plain_width(self.cells[name])
        self._words()
        self._value()
        self._growth()
        self._period()

    def _words(self) -> None:
        units = {name.lower(): unit for name, unit in UNITS.items() if unit}
        for name, known in (
            ("unit_mult", {word: str(power) for word, power in SCALES.items()}),
            ("unit", units),
        ):
            given = plain_width(self.cells.get(name, ""))
            self.cells[name] = known.get(given.lower(), given)
            if self.cells[name] != given:
                self._told(name, given, self.cells[name])
        for name in ("qualifier", "growth_qualifier"):
            self.cells[name] = plain_width(self.cells.get(name, ""))

    def _value(self) -> None:
        text = self.cells.get("value", "")
        complete = all(self.cells[name] for name in ("unit_mult", "unit", "qualifier"))
        if not text.strip() or (complete and _PLAIN.fullmatch(text)):
            return
        text = self._without_growth(text)
        found = self._quantity("value", text)
        if found is None:
            return
        word = "" if found.qualifier == "exact" else found.qualifier
        self._fill("value", text, "unit", found.unit, Message("fault.allowed.unit_needed"))
        mult = "" if found.unit_mult is None else str(found.unit_mult)
        if not mult and self.cells["unit"] in RATE_UNITS:
            mult = self.cells["unit_mult"] or "0"
        allowed = Message("fault.allowed.power_needed")
        self._fill("value", text, "unit_mult", mult, allowed)
        self._fill("value", text, "qualifier", word, None, otherwise="exact")
        self.cells["value"] = found.value
        if not _PLAIN.fullmatch(text):
            self._told("value", text, found)

    def _without_growth(self, text: str) -> str:
        """The figure of a cell that says its growth too (12.1亿美元，同比增长78.7%); that goes where it belongs."""
        parts = _BOTH.fullmatch(plain_width(text))
        if not parts:
            return text
        given = self.cells.get("growth", "")
        if given.strip() and plain_width(given) != parts[2]:
            self._fault("growth", given, Message("fault.allowed.growth_in_value", text=parts[2][:60]))
        else:
            self.cells["growth"] = parts[2]
        return parts[1]

    def _growth(self) -> None:
        text = self.cells.get("growth", "")
        if not text.strip() or (self.cells["growth_qualifier"] and _PLAIN.fullmatch(text)):
            return
        found = self._quantity("growth", text)
        if found is None:
            return
        word = "" if found.qualifier == "exact" else found.qualifier
        self._fill("growth", text, "growth_qualifier", word, None, otherwise="exact")
        self.cells["growth"] = found.value
        if not _PLAIN.fullmatch(text):
            self._told("growth", text, found)

    def _quantity(self, name: str, text: str) -> Quantity | None:
        try:
            return read_quantity(text) if name == "value" else read_change(text)
        except Unreadable as error:
            self._fault(name, text, error.told)
            return None

    def _fill(
        self, source: str, text: str, name: str, found: str, needed: Message | None, *, otherwise: str = ""
    ) -> None:
        """Puts what the text says into a blank cell; a cell that says something else is a fault."""
        given = self.cells[name]
        if given and found and given != found:
            code = listed([found], TABLES["observations"].column(name).codes)
            self._fault(name, given, Message("fault.allowed.says", code=code, column=source, text=text))
        elif not given and needed and not (found or otherwise):
            self._fault(name, "", needed)
        else:
            self.cells[name] = given or found or otherwise

    def _period(self) -> None:
        names = ("period_start", "period_end")
        start, end = (self.cells.get(name, "") for name in names)
        if _ISO.fullmatch(start) and _ISO.fullmatch(end):
            return
        column = PERIOD.name if PERIOD.name in self.cells else names[0]
        text = self.cells.get(PERIOD.name, f"{start}/{end}" if end else start)
        try:
            period = read_period(text)
        except Unreadable as error:
            self._fault(column, text, error.told)
            return
        self.cells |= {names[0]: period.start.isoformat(), names[1]: period.end.isoformat()}
        self._told(column, text, period)

    def _told(self, column: str, text: str, read: object) -> None:
        told = Message("fault.reading.cell", typed=text, read=read)
        self.done.readings.append(Reading(self.shown, self.line, column, told))

    def _fault(self, column: str, found: str, allowed: Message) -> None:
        self.done.faults.append(Fault(self.shown, self.line, column, found[:60], allowed))
