"""How one column of the record is described, once for checking, storing and explaining it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lib.catalog.message import Both, Codes, Message, listed

TEXT, INTEGER, NUMBER, DATE = "text", "integer", "number", "date"

TEXT_FORM = Both("text", "文字")
FORMS: Mapping[str, tuple[str, Both]] = {
    INTEGER: (r"-?[0-9]{1,9}", Both("a whole number such as 8", "整数，如8")),
    NUMBER: (
        r"-?[0-9]{1,15}(\.[0-9]{1,9})?",
        Both("a number in plain digits such as 12.1", "用阿拉伯数字写的数，如12.1"),
    ),
    DATE: (r"[0-9]{4}-[0-9]{2}-[0-9]{2}", Both("a date such as 2021-08-31", "日期，如2021-08-31")),
}
"""What each type must look like in a CSV file, and how a person is told."""


@dataclass(frozen=True)
class Column:
    """What may stand in one column of a table, and what does it mean?

    `codes` is a closed list (code → meaning in English and Chinese); `refers` names the table whose key lists
    the codes. `separator` splits a cell that holds several of them. `pattern` and its `form` narrow free
    text. A `built` column is worked out when the datasets are published and is not typed by anyone.
    """

    name: str
    en: str
    zh: str
    type: str = TEXT
    blank: bool = False
    codes: Codes = field(default_factory=dict)
    refers: str = ""
    separator: str = ""
    pattern: str = ""
    form: Both | None = None
    built: bool = False

    @property
    def allowed(self) -> Message:
        """What may a person type here?

        >>> print(Column("kind", "", "", codes={"outcome": ("", ""), "target": ("", "")}).allowed)
        fault.allowed.one_of codes=outcome,target
        """
        if self.codes:
            told = Message("fault.allowed.one_of", codes=listed(self.codes, self.codes))
            if self.separator:
                told = Message("fault.allowed.joined", allowed=told, separator=self.separator)
        elif self.refers:
            told = Message("fault.allowed.refers", table=self.refers)
        else:
            told = Message("fault.allowed.form", form=self.shape)
        return Message("fault.allowed.blank", allowed=told) if self.blank else told

    @property
    def shape(self) -> Both:
        """How does a cell look that lists no codes?"""
        return self.form or FORMS.get(self.type, ("", TEXT_FORM))[1]


@dataclass(frozen=True)
class Table:
    """Which columns does one file of the record have, and what is a row of it?

    `key` is the column that names a row; `file` is the CSV that people edit, `name` that of the Parquet file.
    Only observations are stored with typed columns; every other table is short and stays text.
    """

    name: str
    file: str
    key: str
    en: str
    zh: str
    columns: tuple[Column, ...]
    typed: bool = False

    @property
    def typed_by_hand(self) -> tuple[Column, ...]:
        """Which columns does the CSV file have, in order?"""
        return tuple(column for column in self.columns if not column.built)

    def column(self, name: str) -> Column:
        """How is one column described? Raises KeyError for a name the table does not have."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f'table "{self.name}" has no column "{name}"')
