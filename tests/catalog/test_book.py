import pytest

from lib.catalog.book import codes, lookup, part, read_book
from lib.catalog.checks import check
from lib.catalog.schema import TABLES


def test_every_table_is_read_with_all_its_rows(book):
    # lines of each file less its header: the record as it was first published
    assert {name: len(rows) for name, rows in book.items()} == {
        "observations": 548,
        "sources": 154,
        "indicators": 61,
        "areas": 21,
        "categories": 31,
        "bases": 37,
        "talent_bases": 9,
        "emerging_list": 5,
        "statements": 6,
        "conflicts": 41,
        "releases": 1,
    }


@pytest.mark.parametrize("missing", TABLES)
def test_without_one_file_the_others_are_still_checked(folder, missing):
    (folder / TABLES[missing].file).unlink()
    kept = "areas" if missing != "areas" else "bases"
    table = folder / TABLES[kept].file
    text = table.read_text(encoding="utf-8")
    table.write_text(text + text.splitlines()[-1] + "\n", encoding="utf-8")

    read, faults = read_book(folder)

    assert [fault.file for fault in faults] == [TABLES[missing].file]
    assert [(fault.file, fault.column) for fault in check(read)] == [(f"{kept}.csv", TABLES[kept].key)]


@pytest.mark.parametrize(
    ("table", "column"),
    [(name, column.name) for name, table in TABLES.items() for column in table.typed_by_hand],
)
def test_without_one_column_no_other_fault_is_made_up(book, table, column):
    # A missing column is told when the file is read; the rules that need it then have nothing to say.
    assert check({**book, table: book[table].drop(columns=column)}) == []


@pytest.mark.parametrize("table", TABLES)
def test_a_table_without_rows_can_be_checked(book, table):
    faults = check({**book, table: book[table].iloc[:0]})

    # Codes that an empty table does not list are unknown; every fault is of a table that uses them.
    assert all(fault.file != TABLES[table].file for fault in faults)


def test_what_is_not_known_is_not_the_same_as_nothing():
    assert part({}, "areas", "ref_area").empty
    assert codes({}, "areas") is None
    assert lookup({}, "areas", "name_en") == {}
