"""The README's lines run as they stand; what they give is what is published; a wrong area is told what there is."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from lib.explore.selection import NotOffered, select
from lib.facts.record import Record

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("where", ["the root", "any folder"])
def test_the_lines_of_the_readme_run_as_they_stand(where: str, tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    blocks = [block for block in re.findall(r"```python\n(.*?)```", readme, re.S) if "lib.analyst" in block]
    place = (
        {"cwd": ROOT}
        if where == "the root"
        else {"cwd": tmp_path, "env": {**os.environ, "PYTHONPATH": str(ROOT)}}
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", lines], capture_output=True, encoding="utf-8", check=True, **place
        ).stdout
        for lines in blocks
    ]
    choice, base = said
    assert "2020年，离岸服务外包执行额：重庆市22.8亿美元、成都市22.9亿美元" in choice
    assert base.startswith("Interval(lower=0.674")  # 1.205 ÷ 1.7875 = 0.67412…


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
    with pytest.raises(NotOffered, match=r'no figure for area "Chengdu". There is: .*510100 \(Chengdu\)'):
        select(record, "offshore_outsourcing_executed", ["Chengdu"])
    with pytest.raises(NotOffered, match=r'no figure for indicator "trade"'):
        select(record, "trade")
    with pytest.raises(TypeError, match=r"unknown choice year. Known: category"):
        select(record, "services_trade_total", year="2020")


def test_all_areas_are_one_choice_and_small_amounts_keep_their_digits(shipped: Record) -> None:
    """Chengdu's services trade of 2016 is printed as CNY 84bn, the nation's as over CNY 5.25tn."""
    found = select(shipped, "services_trade_total", "each", span="months", currency="CNY", to=2016)
    assert "中国超过5.25万亿元、成都市840亿元" in found.sentence("zh")
    assert "China over CNY 5.25tn, Chengdu CNY 84.0bn" in found.sentence("en")
