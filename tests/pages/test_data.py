"""The page on data as a reader uses it: filters in the address, tables, downloads."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest
from streamlit.testing.v1 import AppTest

from lib.site.sections.downloads import file_name
from lib.words.dataset import COLUMNS
from pages.components import context
from pages.components.context import reader
from pages.components.dataset_files import dataset_xlsx, rows_csv
from tests.pages.seen import alerts, bodies, cards, opened, plain

pytestmark = pytest.mark.usefixtures("frozen")

PAGE = "pages/data.py"
PAGE_SCRIPT = Path(__file__).parents[2] / PAGE


def grid(app: AppTest) -> list[list[str]]:
    """The lines of the page of figures that is shown, as texts."""
    shown = "".join(bodies(cards(app, "table_")["observations"]))
    lines = re.findall(r"<tr>(<td.*?)</tr>", shown)
    return [[plain(cell) for cell in re.findall(r"<td.*?>(.*?)</td>", line)] for line in lines]


def found(app: AppTest) -> int:
    """How many figures does the table say that it holds, on all its pages?"""
    shown = "".join(bodies(cards(app, "table_")["observations"]))
    [many] = re.findall(r'aria-label="[^"\d]*([\d,]+)', shown)[:1] or ["0"]
    return int(many.replace(",", ""))


def downloads(app: AppTest) -> list[str]:
    """What the card of downloads offers; the lists below it have files of their own."""
    offered = cards(app, "buttons_")["downloads"]
    return [node.element.label for node in offered if getattr(node.element, "type", "") == "download_button"]


def notices(app: AppTest) -> list[str]:
    return [plain(body).strip() for body in bodies(app.main) if 'role="status"' in body]


def test_every_figure_is_listed_with_labels_in_the_readers_language() -> None:
    for lang, alt in (("zh", "全部公布数据表，548行"), ("en", "Table of published figures, 548 rows")):
        app = opened(PAGE, lang=lang)
        shown = "".join(bodies(cards(app, "table_")["observations"]))
        assert f'aria-label="{alt}' in shown
        heads = re.findall(r'<th[^>]* scope="col">(.*?)</th>', shown)
        assert heads[0] == {"zh": "指标", "en": "Indicator"}[lang]
        assert len(heads) == len(COLUMNS)
        assert all(heads)
        assert [picker.label for picker in app.selectbox] == (
            ["数据集", "指标", "地区", "年份", "单位"]
            if lang == "zh"
            else ["Dataset", "Indicator", "Area", "Year", "Unit"]
        )


def test_an_address_opens_what_it_showed_in_either_language() -> None:
    asked = {
        "dataset": "outsourcing",
        "indicator": "offshore_outsourcing_executed",
        "area": "CN-CQ",
        "period": "2021",
    }
    chinese, english = opened(PAGE, **asked), opened(PAGE, lang="en", **asked)

    assert found(chinese) == found(english) == len(grid(chinese))
    assert "12.1亿美元" in {line[1] for line in grid(chinese)}
    assert "USD 1.21bn" in {line[1] for line in grid(english)}
    assert {name: chinese.query_params[name] for name in asked} == asked


def test_the_table_comes_a_page_at_a_time_each_with_its_address() -> None:
    first, last = opened(PAGE), opened(PAGE, page="11")

    # 548 = 10 × 50 + 48
    assert (len(grid(first)), len(grid(last))) == (50, 48)
    links = [body for body in bodies(cards(first, "table_")["observations"]) if 'class="pager"' in body]
    assert re.findall(r'href="(\./data.*?)"', links[0]) == [
        "./data?lang=zh",
        "./data?lang=zh&amp;page=2",
        "./data?lang=zh&amp;page=11",
        "./data?lang=zh&amp;page=2",
    ]
    assert notices(opened(PAGE, page="12")) == ["网址中的“page=12”无法识别，已改用默认值。"]


def test_another_choice_begins_at_the_first_page() -> None:
    app = opened(PAGE, page="3")

    app.selectbox("pick_area").set_value("CN-CQ").run()

    assert "page" not in app.query_params
    assert len(grid(app)) == 50


def test_a_choice_goes_into_the_address_as_a_code_and_out_again() -> None:
    app = opened(PAGE, lang="en")

    app.selectbox("pick_area").set_value("CN-CQ").run()
    assert app.query_params["area"] == "CN-CQ"
    assert found(app) == 80
    app.selectbox("pick_area").set_value("all").run()
    assert "area" not in app.query_params
    app.text_input("pick_q").set_value("外包").run()
    assert app.query_params["q"] == "外包"
    assert 0 < found(app) < 548


def test_another_dataset_forgets_the_indicator_of_the_last() -> None:
    app = opened(PAGE, dataset="outsourcing", indicator="offshore_outsourcing_executed")

    app.selectbox("pick_dataset").set_value("talent").run()

    assert app.query_params["dataset"] == "talent"
    assert "indicator" not in app.query_params
    assert found(app) == len(grid(app)) == 22


@pytest.mark.parametrize(
    ("name", "value"),
    [("dataset", "x"), ("indicator", "<b>"), ("area", "cn-cq"), ("period", "1812"), ("period", "")],
)
def test_an_unknown_value_shows_everything_and_says_so(name: str, value: str) -> None:
    app = opened(PAGE, **{name: value})

    assert not app.exception
    assert found(app) == 548
    assert notices(app) == [f"网址中的“{name}={value}”无法识别，已改用默认值。"]
    assert name not in app.query_params


def test_filters_that_leave_nothing_say_so_and_can_be_cleared() -> None:
    app = opened(PAGE, area="CN-CQ", q="没有这样的词")

    assert notices(app) == ["没有符合这些条件的数据。"]
    assert grid(app) == []
    app.button("clear_filters").click().run()
    assert found(app) == 548
    assert set(app.query_params) == {"lang"}


def test_an_indicator_of_another_dataset_leaves_nothing_and_fails_nothing() -> None:
    app = opened(PAGE, dataset="talent", indicator="services_trade_total")

    assert not app.exception
    assert notices(app) == ["没有符合这些条件的数据。"]


def test_a_search_of_any_length_is_taken() -> None:
    assert not opened(PAGE, q="重" * 5000).exception


def test_copies_are_named_with_their_address_as_plain_text() -> None:
    table = "".join(bodies(cards(opened(PAGE), "table_")["sources"]))

    assert table.count("<a href=") == 72 + 6 + 1  # original, translation, dataset
    address = "http://zghnyj.com/n2/2021/0809/c365402-34858523.html"
    assert f"转载网址：{address}" in table
    assert f'href="{address}' not in table
    assert 'rel="noopener noreferrer"' in table


def test_all_tables_are_there_without_a_fault() -> None:
    app = opened(PAGE, lang="en")

    assert cards(app, "table_").keys() >= {"observations", "sources", "conflicts", "dictionary"}
    assert alerts(app.main) == []
    conflicts = plain("".join(bodies(cards(app, "table_")["conflicts"])))
    assert "41 in all, of which 6 are contradictions between sources." in conflicts


def test_the_dataset_decides_which_files_are_offered() -> None:
    assert downloads(opened(PAGE)) == ["Excel", "CSV"]
    assert downloads(opened(PAGE, dataset="talent")) == ["Excel", "CSV", "Parquet"]
    assert downloads(opened(PAGE, dataset="outsourcing", area="CN-CQ", lang="en"))[:3] == [
        "Excel",
        "CSV",
        "Parquet",
    ]
    assert downloads(opened(PAGE, area="CN-CQ", lang="en"))[-1] == "Download these rows (CSV, 80)"


def test_files_are_named_after_dataset_and_version() -> None:
    assert file_name("outsourcing", "2026.11", "parquet") == "outsourcing_2026.11.parquet"
    assert file_name("all_selection", "2026.11", "csv") == "observations_selection_2026.11.csv"


def test_files_hold_what_their_names_say() -> None:
    here = reader()

    assert len(rows_csv("talent", None, here).splitlines()) == 1 + 22
    kept = ("cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08",)
    assert len(rows_csv("all", kept, here).splitlines()) == 1 + 1
    assert openpyxl.load_workbook(io.BytesIO(dataset_xlsx("talent", here))).worksheets[0].max_row == 1 + 22
    assert pq.read_table(context.DATA / "talent.parquet").num_rows == 22


def test_the_page_reads_like_a_table_of_contents() -> None:
    assert len(PAGE_SCRIPT.read_text(encoding="utf-8").splitlines()) < 100
