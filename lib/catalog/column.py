"""How one column of the record is described, once for checking, storing and explaining it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Codes = Mapping[str, tuple[str, str]]

TEXT, INTEGER, NUMBER, DATE = "text", "integer", "number", "date"

FORMS: Mapping[str, tuple[str, str]] = {
    INTEGER: (r"-?[0-9]{1,9}", "a whole number such as 8"),
    NUMBER: (r"-?[0-9]{1,15}(\.[0-9]{1,9})?", "a number in plain digits such as 12.1"),
    DATE: (r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "a date such as 2021-08-31"),
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
    form: str = ""
    built: bool = False

    @property
    def allowed(self) -> str:
        """What may a person type here?

        >>> Column("kind", "", "", codes={"outcome": ("", ""), "target": ("", "")}).allowed
        'outcome, target'
        """
        if self.codes:
            listed = ", ".join(code for code in self.codes if code)
            text = f"{listed}, joined by {self.separator}" if self.separator else listed
        elif self.refers:
            text = f"a code of {self.refers}.csv"
        else:
            text = self.form or FORMS.get(self.type, ("", "text"))[1]
        return f"{text}, or blank" if self.blank else text


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
