"""A contract register in CSV, broken at random: no line of it is lost, whatever stands there."""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path

from hypothesis import strategies as st

from lib.catalog.fault import RefusedError
from lib.register.headers import CHINESE
from lib.register.place import place_of
from lib.register.schema import NAMES
from lib.register.source import open_source
from lib.register.told import readings
from lib.words.faults import fault_lines
from lib.words.messages import LANGUAGES
from lib.words.speak import Words

KIND = "register"
_SIGNS = ['"', '""', ",", "\n", "\r", "\r\n", "\x00", "\ufeff", "合", "é", ";", "\t", "'", "=1+1", "\u2028"]
_CELLS = [
    "",
    " ",
    "2021年8月",
    "2021/8/1",
    "2021.1",
    "信息技术外包",
    "是",
    "1,200.50",
    "-1",
    "9" * 40,
    "NaN",
    "中国",
    "渝北",
]
_ROW = "C{n},E{n},2021-01-05,2021-0{m},ito,finance,SG,500112,true,1000.00,100.50"


@st.composite
def registers(draw: st.DrawFn) -> tuple[str, str, bytes]:
    """A kind, a name and bytes: some sound rows, cells put in place of others, and signs put anywhere."""
    heads = draw(st.sampled_from([NAMES, tuple(CHINESE.values())]))
    rows = [_ROW.format(n=n, m=n % 3 + 1).split(",") for n in range(draw(st.integers(0, 12)))]
    for row in rows:
        if draw(st.integers(0, 4)) == 0:
            row[draw(st.integers(0, len(row) - 1))] = draw(st.sampled_from(_CELLS))
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    text = end.join([",".join(heads), *(",".join(row) for row in rows)]) + draw(st.sampled_from(["", end]))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(len(",".join(heads)) if rows else 0, len(text)))
        text = text[:at] + draw(st.sampled_from(_SIGNS)) + text[at:]
    data = text.encode(draw(st.sampled_from(["utf-8", "utf-8-sig", "gb18030"])), "replace")
    if draw(st.integers(0, 9)) == 0:
        data = data[: draw(st.integers(0, len(data)))]
    packed = draw(st.booleans())
    return KIND, "r.csv.gz" if packed else "r.csv", gzip.compress(data, 1) if packed else data


def taken_in(name: str, data: bytes) -> bool:
    """Is a register read? Each of its lines is a row, or told to be blank, or all of it is refused in a sentence."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        try:
            source = open_source(place_of(str(path)), Path(folder))
        except RefusedError as refused:
            return not all(fault_lines(refused.faults, Words(lang)) for lang in LANGUAGES)
        blank = sum(
            many for key, _, many in source.unread.notes if key == "blank_lines" and isinstance(many, int)
        )
        assert all(told for lang in LANGUAGES for told in readings(source, Words(lang)))
    assert source.rows + blank + 1 == lines(gzip.decompress(data) if name.endswith(".gz") else data)
    return True


def lines(data: bytes) -> int:
    """How many lines has a file, as an editor numbers them?"""
    end = b"\n" if b"\n" in data else b"\r"
    return data.count(end) + (not data.endswith(end))
