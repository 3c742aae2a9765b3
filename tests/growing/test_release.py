"""Releases laid over the record as committed, through the program's own way: made up, typed as an analyst would.

What comes of each is built into a folder of its own, checked, compared and composed; no expectation depends on it.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from lib.catalog.__main__ import PUBLISHED, main
from lib.catalog.load import load
from lib.facts.changes import changes, editions
from lib.facts.errors import NoSuchFigure
from lib.facts.gaps import gaps
from lib.facts.reconcile import findings_of
from lib.facts.record import Record
from lib.words.answers import ANSWERS
from lib.words.changelog import data_section
from lib.words.conflict_list import conflict_list
from lib.words.dataset import listing
from lib.words.gaps import gap_rows
from lib.words.messages import LANGUAGES
from lib.words.names import Names
from lib.words.speak import Words
from tests.catalog.files.made import HEADER
from tests.growing.composed import Composer, charts, sentences
from tests.growing.holes import holes

SOURCE = "made-up-2032"
TRADE, OFFSHORE = "services_trade_total", "offshore_outsourcing_executed"
YUAN, ABROAD = "services_trade_cny", "offshore_mofcom"

Row = tuple[str, str, str, str, str, str, str]
"""Indicator, area, category, period, value, growth, basis."""

HEADLINE: tuple[Row, ...] = (
    (TRADE, "CN-CQ", "total", "2025年", "1038.4亿元", "", YUAN),
    (OFFSHORE, "CN-CQ", "total", "2025年1-9月", "17.3亿美元", "", ABROAD),
    ("emerging_services_share", "CN-CQ", "emerging", "2025年", "58.6%", "", "emerging_services_commission"),
    (
        "services_trade_enterprises",
        "CN-CQ",
        "total",
        "2025-12-31",
        "近2100家",
        "",
        "services_enterprises_local",
    ),
    ("talent_training_bases", "CN-CQ", "total", "2025-12-31", "12个基地", "", "talent_project_2021"),
)
RELEASES: dict[str, tuple[Row, ...]] = {
    "a total alone": HEADLINE[:1],
    "every headline": HEADLINE,
    "half a year": ((TRADE, "CN-CQ", "total", "2022年上半年", "412.1亿元", "同比增长9.1%", YUAN),),
    "months of the nation": tuple(
        (TRADE, "CN", "total", f"2025年1-{month}月", f"{6735 * month}亿元", "同比增长7.7%", "bop_mofcom")
        for month in (4, 8, 10, 11)
    ),
    "unknown years": (
        (TRADE, "CN-CQ", "total", "2029年", "1671亿元", "", YUAN),
        (TRADE, "CN", "total", "2030年", "98123.4亿元", "同比增长3.1%", "bop_mofcom"),
        (OFFSHORE, "CN-CQ", "total", "2003年", "0.4亿美元", "", ABROAD),
        (OFFSHORE, "CN-CQ", "total", "2031年1-8月", "41.9亿美元", "同比下降2.2%", ABROAD),
        ("outsourcing_enterprises", "CN-CQ", "total", "2030-12-31", "811家", "", "outsourcing_registered_stock"),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def composed(shipped: Record) -> Composer:
    return Composer(shipped, {**charts(), **sentences()})


@pytest.fixture(scope="module", params=RELEASES)
def grown(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Record]:
    """What an analyst hands in, and the record that `build --from` makes of it, in a folder of its own."""
    folder = tmp_path_factory.mktemp("release")
    _write(folder / "sources.csv", PUBLISHED / "sources.csv", {
        "source_id": SOURCE, "publisher_en": "Made up", "publisher_zh": "虚构来源", "language": "zh",
        "published": "2032-01-20", "url": "https://example.org/", "access": "original",
    })  # fmt: skip
    _write(folder / "releases.csv", PUBLISHED / "releases.csv", {
        "release": "2032.02", "date": "2032-02-01", "note_en": "Made up.", "note_zh": "虚构数据。",
    })  # fmt: skip
    rows = RELEASES[request.param]
    with (folder / "observations.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(HEADER)
        for indicator, area, category, period, value, growth, basis in rows:
            out.writerow(
                (indicator, area, "WLD", category, period, value, growth, "outcome", basis, SOURCE, "high")
            )
    target = folder / "built"
    assert main(["build", "--from", str(folder), "--to", str(target)]) == 0
    return folder, load(target)


def _write(file: Path, like: Path, cells: dict[str, str]) -> None:
    with (
        like.open(encoding="utf-8", newline="") as before,
        file.open("w", encoding="utf-8", newline="") as after,
    ):
        out = csv.DictWriter(after, next(csv.reader(before)), restval="")
        out.writeheader()
        out.writerow(cells)


def test_check_reads_the_release(grown: tuple[Path, Record], capsys: pytest.CaptureFixture[str]) -> None:
    folder, _ = grown
    capsys.readouterr()
    files = [str(folder / f"{name}.csv") for name in ("observations", "sources", "releases")]
    assert main(["check", *files]) == 0
    assert "no fault found" in capsys.readouterr().out


def test_the_record_holds_the_release_as_its_newest_edition(
    grown: tuple[Path, Record], shipped: Record
) -> None:
    _, record = grown
    assert not record.faults
    assert editions(record)[-1] == record.version == "2032.02"
    assert record.size - shipped.size == len(changes(record, "2032.02")) > 0


def test_every_sentence_and_chart_is_composed(grown: tuple[Path, Record], composed: Composer) -> None:
    """What is missing is named, such as the rate of a year to come; nothing else ends, and nothing has a hole."""
    wrong = []
    for one in composed.of(grown[1]):
        if one.error and not (isinstance(one.error, NoSuchFigure) and one.error.missing):
            wrong.append(f"{one.name} ({one.lang}) ends with {one.error!r}")
        wrong += [f"{one.name} ({one.lang}) {hole}" for hole in holes(one.texts)]
    assert wrong == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lists_and_comparisons_are_made(grown: tuple[Path, Record], lang: str) -> None:
    _, record = grown
    words = Words(lang)
    lists: dict[str, Callable[[], object]] = {
        "figures": lambda: list(listing(record, words).texts.index),
        "findings": lambda: findings_of(record),
        "answer": lambda: ANSWERS["reconciliation"](record, words),
        "conflicts": lambda: conflict_list(record, words),
        "gaps": lambda: [gaps(record), gap_rows(record, words)],
        "changes": lambda: data_section(record, words),
        "names": lambda: Names.of(record, lang),
    }
    made = {name: make() for name, make in lists.items()}
    assert len(made["figures"]) == record.size  # type: ignore[arg-type]
    assert all(made.values())
    assert "2032.02" in str(made["changes"])
