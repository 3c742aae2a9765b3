"""Every page with the shipped data, and with each file of the data missing, empty or damaged.

What a file's loss may take with it is worked out from the charts themselves: a chart that rests on other
datasets alone has to stand as before.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from functools import cache
from itertools import cycle, islice
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.catalog.load import load
from lib.catalog.schema import STORED
from lib.charts.card import Look
from lib.charts.registry import CHARTS
from lib.facts.errors import RecordError
from lib.facts.record import DATASETS
from lib.site.pages import PAGES
from lib.words.speak import Words
from pages.components import context
from tests.pages.seen import alerts, cards, charts, said, started

SHIPPED = context.DATA
PROBLEMS = {"missing": "不存在。", "empty": "没有内容。", "damaged": "已损坏，无法读取。"}
REMEDY = "请运行 python -m lib.catalog build 重新生成"
NOT_A_TEXT = re.compile(r"\b(nan|NaN|None(?! of these)|undefined|NaT)\b")
FILES = tuple(STORED)
BROKEN = list(zip(FILES, islice(cycle(PROBLEMS), len(FILES)), strict=True))
"""Each file once: what a page does is the same for each way in which a file can be broken."""


def broken_folder(folder: Path, name: str, problem: str) -> Path:
    """A copy of the shipped data with one file broken."""
    folder.mkdir()
    for path in SHIPPED.glob("*.parquet"):
        shutil.copy2(path, folder)
    victim = folder / f"{name}.parquet"
    if problem == "missing":
        victim.unlink()
        return folder
    content = victim.read_bytes()
    victim.write_bytes(b"" if problem == "empty" else content[: len(content) // 2])
    return folder


@dataclass(frozen=True)
class Seen:
    """What was seen of one page: its cards with what they say is wrong, its charts, every alert."""

    cards: dict[str, list[str]]
    charts: dict[str, str | None]
    alerts: list[str]
    wrong: list[str]


def seen(app: AppTest) -> Seen:
    drawn = {name: alt for name, alt in charts(app).items() if name in CHARTS}
    blocks = {name: block for name, block in cards(app, "chart_").items() if name in drawn}
    return Seen(
        cards={name: alerts(block) for name, block in (blocks | cards(app, "kpi_")).items()},
        charts=drawn,
        alerts=alerts(app.main),
        wrong=[error.message for error in app.exception]
        + [text for text in said(app) if NOT_A_TEXT.search(text)],
    )


@cache
def shipped(lang: str) -> dict[str, Seen]:
    """Every page of the shipped data."""
    app = started(lang=lang)
    return {page.name: seen(app.switch_page(f"pages/{page.name}.py").run()) for page in PAGES}


@cache
def datasets_of(chart: str) -> frozenset[str]:
    """The datasets that a chart of the shipped data rests on."""
    record = load(SHIPPED)
    home = {str(code): name for name in DATASETS for code in record.frames[name]["observation_id"]}
    try:
        card = CHARTS[chart](record, Words("zh"), Look("light"))
    except RecordError:
        return frozenset(DATASETS)
    return frozenset(home[code] for fact in card.facts for code in fact.lineage())


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_a_page_of_the_shipped_data_has_no_fault(page: str, lang: str) -> None:
    found = shipped(lang)[page]

    assert found.wrong == []
    assert found.alerts == []
    assert None not in found.charts.values()


@pytest.mark.parametrize("problem", PROBLEMS)
@pytest.mark.parametrize("name", FILES)
def test_a_broken_file_is_the_only_fault_of_the_record(name: str, problem: str, tmp_path: Path) -> None:
    record = load(broken_folder(tmp_path / "data", name, problem))
    assert {found: fault.problem for found, fault in record.faults.items()} == {name: problem}


@pytest.mark.parametrize(("name", "problem"), BROKEN)
def test_a_broken_file_is_named_and_takes_nothing_else_with_it(
    name: str, problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = shipped("zh")
    monkeypatch.setattr(context, "DATA", broken_folder(tmp_path / "data", name, problem))
    app = started()
    fault = f"数据文件data/{name}.parquet{PROBLEMS[problem]} {REMEDY}"

    wrong = []
    for page in PAGES:
        found = seen(app.switch_page(f"pages/{page.name}.py").run())
        wrong += [f"{page.name}: {text}" for text in found.wrong]
        wrong += [f"{page.name} says: {text}" for text in found.alerts if not text.startswith(fault)]
        if page.name == "data" and not found.alerts:
            wrong.append(f"data does not name {name}.parquet")
        if found.cards.keys() != before[page.name].cards.keys():
            wrong.append(f"{page.name}: cards differ {found.cards.keys() ^ before[page.name].cards.keys()}")
        for chart, alt in found.charts.items():
            if alt is None and not found.cards[chart]:
                wrong.append(f"{page.name}: {chart} is neither drawn nor explained")
            if alt is None and name in DATASETS and name not in datasets_of(chart):
                wrong.append(f"{page.name}: {chart} is gone, although it does not rest on {name}")
            if alt is not None and alt != before[page.name].charts[chart]:
                wrong.append(f"{page.name}: {chart} now says {alt}")

    assert wrong == []
