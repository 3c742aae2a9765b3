"""Does every page say so when more is shown than was published, and does no reader see half of a change?"""

from __future__ import annotations

import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lib.catalog.folder import words_of
from lib.catalog.schema import STORED
from lib.site.pages import PAGES
from pages.components import context
from tests.catalog.test_overlay import JAN_AUG, rewritten
from tests.pages.seen import charts, opened, said, started

pytestmark = pytest.mark.usefixtures("frozen")

BANNER = {
    "zh": "本页叠加了未经公布的本地数据（1条）",
    "en": "Local data is laid over the published record (figures not published: 1)",
}
MARK = {"zh": "本地数据 · ", "en": "local data · "}
OFFSHORE = "pages/outsourcing.py"


@pytest.fixture
def own(frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder laid over the published record, in which January–August 2021 has another value."""
    folder = tmp_path / "own"
    _write(folder, 13.5)
    monkeypatch.setenv("CQ_DATA", str(folder))
    return folder


def _write(folder: Path, hundred_million_usd: float) -> None:
    value = hundred_million_usd / 10
    cells = {"value": value, "lower": value - 0.005, "upper": value + 0.005}
    rewritten(context.DATA / "outsourcing.parquet", folder / "outsourcing.parquet", **cells)


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("lang", BANNER)
def test_the_site_opens_with_what_was_not_published(lang):
    """Above every page; the browser's tests look at each of them."""
    app = started(lang=lang)
    assert not app.exception
    assert BANNER[lang] in "\n".join(said(app))


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.name != "briefing"], ids=lambda page: page.name
)
def test_every_page_names_the_version_with_rows_of_ones_own(page):
    assert "2026.11+local" in "\n".join(said(opened(f"pages/{page.name}.py")))


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("lang", MARK)
def test_a_chart_is_marked_when_it_uses_a_row_of_ones_own_and_only_then(lang):
    found = charts(opened("pages/overview.py", lang=lang))
    marked = {name for name, alt in found.items() if str(alt).startswith(MARK[lang])}
    assert marked == {"growth_base"}
    assert "talent_progress" in found


@pytest.mark.usefixtures("own")
def test_the_mark_is_in_the_picture_the_subtitle_and_the_source_line():
    texts = list(said(opened(OFFSHORE)))
    assert "<b>本地数据</b>" in texts  # written into the figure
    assert any("本地数据 · 离岸服务外包执行额" in text for text in texts)
    assert any("本地数据  · 来源" in text for text in texts)


def test_a_change_of_the_folder_shows_at_the_next_click(own):
    app = opened(OFFSHORE)
    assert any("13.5亿美元" in text for text in said(app))
    _write(own, 14.6)
    assert any("14.6亿美元" in text for text in said(app.run()))
    shutil.rmtree(own)
    assert "12.1亿美元" in "\n".join(said(app.run()))
    assert f"CQ_DATA 指定的文件夹 {own} 中没有数据集。" in "\n".join(said(started()))


def test_readers_see_the_old_set_until_all_of_the_new_one_is_there(tmp_path, monkeypatch):
    """Two whole sets that differ in one value; the second takes the place of the first file by file."""
    first, second, shown = (tmp_path / name for name in ("first", "second", "shown"))
    for folder, value in ((first, 1.35), (second, 1.46)):
        shutil.copytree(context.DATA, folder, ignore=shutil.ignore_patterns("published"))
        build = {"build": folder.name}
        for name in STORED:
            _said_of_a_build(folder / f"{name}.parquet", build)
        cells = {"value": value, "lower": value - 0.005, "upper": value + 0.005}
        rewritten(folder / "outsourcing.parquet", folder / "outsourcing.parquet", about=build, **cells)
    shutil.copytree(first, shown)
    monkeypatch.setenv("CQ_DATA", str(shown))
    app = opened(OFFSHORE)
    seen = []
    for name in STORED:
        shutil.copy2(second / f"{name}.parquet", shown)
        texts = "\n".join(said(app.run()))
        seen.append([value for value in ("12.1亿美元", "13.5亿美元", "14.6亿美元") if value in texts])
        assert 'role="alert"' not in texts
    assert seen[:-1] == [["13.5亿美元"]] * (len(STORED) - 1)
    assert seen[-1] == ["14.6亿美元"]


def _said_of_a_build(path: Path, about: dict[str, str]) -> None:
    table = pq.read_table(path)
    pq.write_table(table.replace_schema_metadata(words_of(table.schema) | about), path)


def test_nobody_signed_in_with_another_role_is_offered_a_place_for_a_file(monkeypatch):
    monkeypatch.setattr("pages.components.own_file.is_analyst", lambda: False)
    app = opened("pages/data.py")
    assert not [node for node in app.main if getattr(node, "key", "") == "table_own_file"]
    monkeypatch.undo()
    assert [node for node in app.run().main if getattr(node, "key", "") == "table_own_file"]


def test_the_row_that_is_changed_here_is_the_published_one(record):
    assert record.by_id(JAN_AUG).value == 1.21
