from lib.catalog.fault import NO_ROW, Fault, RefusedError
from lib.catalog.message import Message
from lib.words.faults import fault_line
from lib.words.speak import Words

EN, ZH = Words("en"), Words("zh")
EMPTY = (Message("fault.found.empty"), Message("fault.allowed.header"))


def test_a_fault_of_a_whole_file_names_no_row():
    fault = Fault("sources.csv", NO_ROW, "", *EMPTY)
    assert fault_line(fault, EN) == 'sources.csv: found "an empty file"; allowed: a header and rows'
    assert fault_line(fault, ZH) == "sources.csv：填写的是“空文件”；应为：表头和数据行"


def test_a_fault_takes_one_line_even_when_the_cell_takes_two():
    fault = Fault("sources.csv", 7, "note", "first\r\nsecond", Message("fault.allowed.visible"))

    assert fault_line(fault, EN) == (
        'sources.csv, row 7, column note: found "first⏎second"; allowed: text that can be seen'
    )


def test_what_somebody_typed_stays_as_it_is_in_both_languages():
    fault = Fault("a.csv", 3, "value", "an empty file", Message("fault.allowed.no_figure"))
    assert '"an empty file"' in fault_line(fault, EN)
    assert "“an empty file”" in fault_line(fault, ZH)


def test_faults_are_told_by_file_and_row_each_once():
    b14, b9, a20 = (
        Fault(file, row, "c", "x", EMPTY[1]) for file, row in [("b.csv", 14), ("b.csv", 9), ("a.csv", 20)]
    )

    assert RefusedError([b14, a20, b9, b14]).faults == (a20, b9, b14)
