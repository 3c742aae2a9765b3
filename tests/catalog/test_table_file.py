import pytest

from lib.catalog.schema import TABLES
from lib.catalog.table_file import read_table
from lib.words.faults import fault_lines
from lib.words.speak import Words

AREAS = TABLES["areas"]
HEADER = "ref_area,name_en,name_zh,parent,region\n"


@pytest.fixture
def read(tmp_path):
    """Reads these bytes as areas.csv."""

    def reading(content):
        path = tmp_path / "areas.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        frame, faults = read_table(path, AREAS)
        return frame, fault_lines(faults, Words("en"))

    return reading


def test_every_cell_is_text_and_a_row_is_named_by_its_line(read):
    frame, faults = read(HEADER + "WLD,World,世界,,\n\n340100,Hefei,合肥市,CN-AH,central\n")

    assert faults == []
    assert frame.index.tolist() == [2, 4]
    assert frame["ref_area"].tolist() == ["WLD", "340100"]
    assert frame["parent"].tolist() == ["", "CN-AH"]


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ('WLD,"The\nworld",世界,,\n', 2),
        ('WLD,"World,世界,,\n', 2),
        ('CN,China,中国,WLD,\nWLD,World",世界,,\n', 3),
        ('CN,China,中国,WLD,\nWLD,Wo"rl"d,世界,,\n', 3),
        ('CN,China,中国,WLD,\nWLD,"World"ly,世界,,\n', 3),
    ],
)
def test_a_quotation_mark_never_swallows_the_lines_after_it(read, line, row):
    """Each physical line is one row or one fault: what is read and what is refused make up the file."""
    more = [f"X{number},X,X,WLD," for number in range(60)]
    frame, faults = read(HEADER + line + "\n".join(more) + "\n")

    assert f"areas.csv, row {row}: found" in faults[0]
    first = 2 + line.count("\n")
    assert frame.index.tolist()[-60:] == list(range(first, first + 60))
    assert len(frame) + len(faults) == line.count("\n") + 60


def test_a_file_that_excel_saved_reads_the_same(read):
    plain, _ = read(HEADER + "WLD,World,世界,,\n")
    saved, faults = read(b"\xef\xbb\xbf" + (HEADER + "WLD,World,世界,,\n").replace("\n", "\r\n").encode())

    assert faults == []
    assert saved.equals(plain)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", 'areas.csv: found "an empty file"; allowed: a header and rows'),
        (HEADER, 'areas.csv: found "a header without rows"; allowed: at least one row'),
        (
            (HEADER + "CN,China,x,WLD,\nWLD,World,世界,,\n").encode("gbk"),
            'areas.csv, row 3: found "bytes that are not UTF-8"; allowed: text saved as UTF-8',
        ),
        (
            (HEADER + "WLD,World,世界,,\n").encode("utf-16"),
            'areas.csv, row 1: found "bytes that are not UTF-8"; allowed: text saved as UTF-8',
        ),
        (
            HEADER + "WLD,World, the,世界,,\n",
            'areas.csv, row 2: found "6 cells"; allowed: 5 cells, one for each column',
        ),
        (
            HEADER + "WLD,World\n",
            'areas.csv, row 2: found "2 cells"; allowed: 5 cells, one for each column',
        ),
        (
            "ref_area,name_en,name_zh,region\nWLD,World,世界,\n",
            'areas.csv, row 1, column parent: found "no such column"; '
            "allowed: once, among ref_area, name_en, name_zh, parent, region",
        ),
        (
            "ref_area,name_en,name_zh,parent,region,colour\nWLD,World,世界,,,red\n",
            'areas.csv, row 1, column colour: found "colour"; '
            "allowed: ref_area, name_en, name_zh, parent, region",
        ),
        (
            "ref_area,name_en,name_zh,parent,region,parent\nWLD,World,世界,,,\n",
            'areas.csv, row 1, column parent: found "twice"; '
            "allowed: once, among ref_area, name_en, name_zh, parent, region",
        ),
        (
            HEADER + 'WLD,"World,世界,,\n',
            'areas.csv, row 2: found "a quotation mark that is not closed in its line, or a cell with a line break"; '
            "allowed: quotation marks round whole cells, closed in the same line",
        ),
    ],
)
def test_what_keeps_a_file_from_being_read_is_one_fault(read, content, fault):
    _, faults = read(content)

    assert faults == [fault]


def test_a_file_that_is_not_there(tmp_path):
    frame, faults = read_table(tmp_path / "areas.csv", AREAS)

    assert frame is None
    assert fault_lines(faults, Words("en")) == [
        'areas.csv: found "No such file or directory"; allowed: a readable file of this name'
    ]


def test_the_order_of_columns_does_not_matter(read):
    frame, faults = read("name_zh,ref_area,name_en,region,parent\n世界,WLD,World,,\n")

    assert faults == []
    assert frame.iloc[0].to_dict() == {
        "ref_area": "WLD",
        "name_en": "World",
        "name_zh": "世界",
        "parent": "",
        "region": "",
    }
