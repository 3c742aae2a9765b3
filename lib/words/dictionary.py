"""The data dictionary in a reader's language: every column of every table, and what may stand in it."""

from __future__ import annotations

from collections.abc import Iterable

from lib.catalog.column import Column
from lib.catalog.schema import TABLES, dictionary
from lib.words.speak import Words

HEAD = ("table", "column", "type", "allowed", "meaning")


def dictionary_head(words: Words) -> list[str]:
    """What are the columns of the dictionary called?"""
    return [words(f"data.dictionary.{name}") for name in HEAD]


def dictionary_rows(words: Words, tables: Iterable[str] = tuple(TABLES)) -> list[list[str]]:
    """What does every column mean? A line a column, in the order of the files; see `dictionary_head`."""
    wanted = set(tables)
    return [
        [
            row["table"],
            row["column"],
            words(f"data.type.{row['type']}"),
            allowed(TABLES[row["table"]].column(row["column"]), words),
            words.note((row["description_zh"], row["description_en"])),
        ]
        for row in dictionary().to_dict("records")
        if row["table"] in wanted
    ]


def allowed(column: Column, words: Words) -> str:
    """What may stand in a column: its codes with their meaning, the list that it refers to, or its form?"""
    if column.codes:
        text = words.list([_code(code, pair, words) for code, pair in column.codes.items() if code])
    elif column.refers:
        text = words("data.allowed.refers", table=column.refers)
    elif column.pattern:
        text = words(f"data.form.{column.name}")
    else:
        text = words(f"data.allowed.{column.type}")
    if column.separator:
        text = words("data.allowed.several", text=text, separator=column.separator)
    return words("data.allowed.blank", text=text) if column.blank else text


def _code(code: str, pair: tuple[str, str], words: Words) -> str:
    english, chinese = pair
    return words("data.allowed.code", code=code, meaning=words.note((chinese, english)))
