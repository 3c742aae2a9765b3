from lib.catalog.fault import NO_ROW, Fault, RefusedError


def test_a_fault_of_a_whole_file_names_no_row():
    assert str(Fault("sources.csv", NO_ROW, "", "an empty file", "a header and rows")) == (
        'sources.csv: found "an empty file"; allowed: a header and rows'
    )


def test_a_fault_takes_one_line_even_when_the_cell_takes_two():
    fault = Fault("sources.csv", 7, "note", "first\r\nsecond", "text")

    assert str(fault) == 'sources.csv, row 7, column note: found "first⏎second"; allowed: text'


def test_faults_are_told_by_file_and_row_each_once():
    b14, b9, a20 = (
        Fault(file, row, "c", "x", "y") for file, row in [("b.csv", 14), ("b.csv", 9), ("a.csv", 20)]
    )

    assert RefusedError([b14, a20, b9, b14]).faults == (a20, b9, b14)
