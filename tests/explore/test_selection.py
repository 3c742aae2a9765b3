"""The README's lines run as they stand; what they give is what is published; a wrong area is told what there is."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from lib.explore.selection import NotOffered, select
from lib.facts.record import Record

ROOT = Path(__file__).parents[2]


def test_the_lines_of_the_readme_run_as_they_stand() -> None:
    (lines,) = re.findall(
        r"```python\n((?:(?!```).)*lib\.explore\.selection.*?)```",
        (ROOT / "README.md").read_text("utf-8"),
        re.S,
    )
    done = subprocess.run(
        [sys.executable, "-c", lines], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert "22.8亿美元" in done.stdout


def test_figures_stand_in_single_units_with_bounds_and_sources(record: Record) -> None:
    found = select(record, "offshore_outsourcing_executed", ["CN-CQ", "510100"], span="year", currency="USD")
    own = found.frame.query("area == 'CN-CQ' and period_end == period_end.max()").iloc[0]
    assert (own["value"], own["lower"], own["upper"]) == (2.28e9, 2.275e9, 2.285e9)  # 22.8, printed to 0.1
    assert found.frame["sources"].str.len().min() > 0
    assert found.sentence("en").startswith(
        "Offshore service outsourcing, executed value in 2020: Chongqing USD 2.28bn"
    )
    assert len(found.chart().data) == 2


def test_what_there_is_none_of_is_told_with_what_there_is(record: Record) -> None:
    with pytest.raises(NotOffered, match=r'no figure for area "Chengdu". There is: .*510100'):
        select(record, "offshore_outsourcing_executed", ["Chengdu"])
    with pytest.raises(NotOffered, match=r'no figure for indicator "trade"'):
        select(record, "trade")
    with pytest.raises(TypeError, match=r"unknown choice year. Known: category"):
        select(record, "services_trade_total", year="2020")
