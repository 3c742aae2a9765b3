"""The labels of a whole deck that follow an edit: which numbers do they follow?"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import openpyxl
import pytest
from pptx import Presentation

from lib.words.messages import LANGUAGES
from tests.briefing.conftest import Content

TEXT = re.compile(r'TEXT\(([A-Z]+\d+),"([^"]*)"\)')
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
BEFORE_DATE = re.compile(rf"(?:[—–]\d+)?[月日]|[—–]\d{{2,4}}(?!\d|[.,]\d)| {MONTH}\b")
BEHIND_DATE = re.compile(rf"\d{{4}}[—–]$|\b{MONTH} $")


def labels(content: bytes) -> Iterator[tuple[str, str, str, Any]]:
    """The formulas of labels: what each says before and behind its number, the form of that, and the number."""
    for slide in Presentation(io.BytesIO(content)).slides:
        shapes = [one for shape in slide.shapes for one in getattr(shape, "shapes", [shape])]
        for chart in (shape.chart for shape in shapes if shape.has_chart):
            sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
            for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
                if found := TEXT.search(cell.value):
                    assert cell.value.startswith(f'=IF({found[1]}=""," ",')
                    before, behind = (
                        "".join(re.findall(r'"([^"]*)"', part.replace("CHAR(10)", '"\n"')))
                        for part in (cell.value[: found.start()], cell.value[found.end() :])
                    )
                    yield before, found[2], behind, sheet[found[1]].value


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_label_follows_a_number_of_a_date(lang: str, whole_deck: Content) -> None:
    """So many years, such as 约1.67年, are none; a year has four digits. A month alone is a tick of its axis."""
    found = list(labels(whole_deck(lang)))
    assert len(found) > 150
    dated = [
        (before, behind, number)
        for before, _, behind, number in found
        if (BEFORE_DATE.match(behind) and (before.strip(), behind) != ("", "月"))
        or BEHIND_DATE.search(before)
        or (behind.startswith("年") and isinstance(number, float | int) and number >= 1000)
    ]
    assert dated == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_label_of_few_digits_says_a_number_as_printed_or_about(lang: str, whole_deck: Content) -> None:
    coarse = [
        (before, form, number)
        for before, form, _, number in labels(whole_deck(lang))
        if form == "0" and isinstance(number, float) and number < 100 and not number.is_integer()
    ]
    assert [one for one in coarse if not re.search("[约≈]$", one[0])] == []
