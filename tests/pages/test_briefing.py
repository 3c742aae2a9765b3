"""Does the page that makes briefings keep what was chosen, in the order chosen, and hand over the right file?"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Pt
from streamlit.testing.v1 import AppTest

from lib.briefing.__main__ import main as command
from lib.briefing.browser.service import SERVICE
from lib.briefing.make import MIME
from lib.charts.registry import CHARTS
from lib.site.pages import OVERVIEW, PAGE_OF, charts_of
from tests.briefing.offices import office, without
from tests.pages.seen import bodies, opened, plain, said

SCRIPT = "pages/briefing.py"
MADE = "briefing_made"


def chosen(app: AppTest) -> list[str]:
    return list(app.multiselect(key="pick_charts").value)


def text_of(app: AppTest) -> str:
    return "\n".join(said(app))


def made(app: AppTest) -> tuple[str, bytes]:
    _, name, content = app.session_state[MADE]
    return name, content


def titles(content: bytes) -> list[str]:
    return [
        slide.shapes.title.text for slide in Presentation(io.BytesIO(content)).slides if slide.shapes.title
    ]


def test_it_begins_with_the_charts_of_the_overview() -> None:
    app = opened(SCRIPT)
    assert chosen(app) == list(OVERVIEW.charts)
    assert "全市服务进出口总额675.3亿元" in text_of(app)


def test_the_address_reopens_the_choice_in_its_order() -> None:
    app = opened(SCRIPT, charts="ranks,growth_base", format="pptx", slide="3", title="一季度专报")
    assert chosen(app) == ["ranks", "growth_base"]
    assert "2021年1—8月离岸服务外包执行额同比增长78.7%" in text_of(app)  # the preview of the third slide
    app.button(key="make").click().run()
    name, content = made(app)
    assert name == "一季度专报_2021年1—8月.pptx"
    order = titles(content)
    assert "一季度专报" in order[0]
    ranks = next(number for number, title in enumerate(order) if "第9位、第10位" in title)
    assert order[ranks + 1] == "2021年1—8月离岸服务外包执行额同比增长78.7%，上年同期约6.8亿美元"


def test_a_button_moves_a_chart_and_the_address_says_so() -> None:
    app = opened(SCRIPT, charts="ranks,growth_base,goal_path")
    app.button(key="move_goal_path_up").click().run()
    assert chosen(app) == ["ranks", "goal_path", "growth_base"]
    assert app.query_params["charts"] == "ranks,goal_path,growth_base"
    assert app.button(key="move_ranks_up").disabled
    assert app.button(key="move_growth_base_down").disabled


def test_the_briefing_may_be_in_the_other_language() -> None:
    app = opened(SCRIPT, charts="growth_base", document="en", slide="2", period="2021-01_2021-06")
    assert "Offshore outsourcing in January–June 2021 was up 44.89%" in text_of(app)
    app.button(key="make").click().run()
    assert made(app)[0] == "Chongqing services trade briefing_Jan–Jun 2021.pptx"


def test_a_file_of_another_choice_is_not_offered() -> None:
    app = opened(SCRIPT, charts="growth_base")
    app.button(key="make").click().run()
    assert len(app.get("download_button")) == 1
    app.query_params["charts"] = "ranks"
    app.run()
    assert len(app.get("download_button")) == 0


@pytest.mark.parametrize(
    ("lang", "notice"),
    [
        ("zh", "网址中的“charts=nonsense,more”无法识别，已改用默认值。"),
        ("en", "The address asks for charts=nonsense,more, which does not exist; the default is shown."),
    ],
)
def test_what_there_is_none_of_is_said_and_left_out(lang: str, notice: str) -> None:
    app = opened(SCRIPT, lang=lang, charts="nonsense,ranks,more")
    assert notice in text_of(app)
    assert chosen(app) == ["ranks"]


def test_a_page_is_picked_whole_in_one_go_and_left_in_one() -> None:
    app = opened(SCRIPT, charts="ranks")
    talent = [name for name, page in PAGE_OF.items() if page == "talent" and name in CHARTS]
    app.pills(key="whole_pages").set_value(["talent"]).run()
    assert app.query_params["charts"].split(",") == ["ranks", *talent]
    assert chosen(app) == ["ranks", *talent]
    assert list(app.pills(key="whole_pages").value) == ["talent"]
    app.pills(key="whole_pages").set_value([]).run()
    assert chosen(app) == ["ranks"]


def test_what_nobody_chose_makes_room_for_the_first_page_that_is_picked() -> None:
    app = opened(SCRIPT)
    app.pills(key="whole_pages").set_value(["talent"]).run()
    assert chosen(app) == list(charts_of("talent"))


def test_charts_stand_under_the_names_of_their_pages_in_the_order_of_the_file() -> None:
    app = opened(SCRIPT, charts="ranks,growth_base,offshore_annual,city_lead")
    listed = [plain(body).split()[0] for body in bodies(app.main) if 'class="place' in body]
    assert listed == ["城市比较", "1", "服务外包", "2", "3", "城市比较", "4"]


def test_an_address_of_more_charts_than_there_is_room_for_takes_the_first_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pages.components.briefing_charts.MOST_CHARTS", 2)
    app = opened(SCRIPT, charts="ranks,growth_base,goal_path")
    assert chosen(app) == ["ranks", "growth_base"]
    assert "共选3张图，最多2张，已取前2张。" in text_of(app)


def test_what_is_in_the_file_is_listed_before_it_is_made() -> None:
    app = opened(SCRIPT, charts="ranks,growth_base", format="docx", unit="市商务委", number="第十二期")
    listed = text_of(app).partition("文件名：")[2]
    assert listed.startswith("重庆服务贸易简报_2021年1—8月.docx")
    parts = [
        "首页：重庆服务贸易简报",
        "城市比较 · ",
        "服务外包 · 2021年1—8月离岸服务外包执行额",
        "主要指标：5项",
        "资料来源：",
    ]
    places = [listed.index(part) for part in parts]
    assert places == sorted(places)
    app.button(key="make").click().run()
    assert made(app)[0] == "重庆服务贸易简报_2021年1—8月.docx"


@pytest.mark.parametrize(
    ("form", "ending"), [("png", "_PNG.zip"), ("svg", "_SVG.zip"), ("sdmx-csv", "_SDMX-CSV.zip")]
)
def test_an_archive_is_named_by_its_format_as_was_said(form: str, ending: str) -> None:
    app = opened(SCRIPT, charts="ranks,growth_base", format=form)
    app.button(key="make").click().run()
    name, content = made(app)
    assert name == f"重庆服务贸易简报_2021年1—8月{ending}"
    assert f"文件名：{name}" in text_of(app)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert len(archive.namelist()) >= 2


def test_a_deck_of_4_to_3_says_so_in_its_name() -> None:
    app = opened(SCRIPT, charts="growth_base", format="pptx", slides="4:3")
    app.button(key="make").click().run()
    name, content = made(app)
    assert name == "重庆服务贸易简报_2021年1—8月_4比3.pptx"
    assert f"文件名：{name}" in text_of(app)
    assert Presentation(io.BytesIO(content)).slide_height == Pt(720)


def test_a_choice_that_the_format_does_not_follow_is_said() -> None:
    app = opened(SCRIPT, format="html", title="专报")
    assert "HTML是完整的离线版，含全部页面和两种语言，不受所选图表、标题影响。" in text_of(app)


def test_which_programs_show_charts_that_can_be_edited_is_said() -> None:
    assert "LibreOffice" not in text_of(opened(SCRIPT, charts="growth_base", format="docx"))
    said_of = text_of(opened(SCRIPT, charts="growth_base", format="docx", drawn="native"))
    assert "LibreOffice一份文件最多完整显示20个图表" in said_of


@pytest.mark.parametrize(
    ("form", "chosen", "option"),
    [("docx", {}, []), ("docx", {"drawn": "native"}, ["--native"]), ("pptx", {}, [])],
)
def test_page_and_command_give_equal_files(
    form: str, chosen: dict[str, str], option: list[str], tmp_path: Path
) -> None:
    given = {"format": form, "title": "专报", "unit": "市商务委", "day": "2026-11-29", **chosen}
    app = opened(SCRIPT, charts="ranks,growth_base", **given)
    app.button(key="make").click().run()
    call = ["--lang", "zh", "--format", form, "--chart", "ranks", "--chart", "growth_base", "--title", "专报"]
    call += option
    assert command([*call, "--unit", "市商务委", "--day", "2026-11-29", "--to", str(tmp_path)]) == 0
    (file,) = tmp_path.iterdir()
    assert (file.name, file.read_bytes()) == made(app)


def test_a_head_that_cannot_be_is_refused_in_a_sentence() -> None:
    app = opened(SCRIPT, charts="ranks", day="29.11.2026")
    assert "日期“29.11.2026”无法识别，请按2026-11-29的格式填写。" in text_of(app)
    app.button(key="make").click().run()
    assert MADE not in app.session_state


def test_no_chart_at_all_is_asked_about() -> None:
    app = opened(SCRIPT)
    app.multiselect(key="pick_charts").set_value([]).run()
    assert "一张图也没有选。请至少选一张。" in text_of(app)
    app.button(key="make").click().run()
    assert MADE not in app.session_state


def test_without_a_browser_a_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    SERVICE.close()
    monkeypatch.setenv("CQ_BROWSER", "/nonexistent/chrome")
    app = opened(SCRIPT, charts="growth_base", format="pdf")
    app.button(key="make").click().run()
    assert "/nonexistent/chrome" in text_of(app)
    assert MADE not in app.session_state


def test_a_choice_of_explore_is_a_chart_among_the_others() -> None:
    name = "explore?indicator=offshore_outsourcing_executed&area=CN-CQ+510100&span=year&currency=USD"
    app = opened(SCRIPT, charts=f"growth_base,{name}", format="xlsx", slide="3")
    assert chosen(app) == ["growth_base", name]
    assert "重庆市22.8亿美元、成都市22.9亿美元" in text_of(app)  # the preview of the third slide
    app.button(key=f"move_{name}_up").click().run()
    assert app.query_params["charts"] == f"{name},growth_base"
    lost = opened(SCRIPT, charts=f"growth_base,{name}&area=nowhere")
    assert chosen(lost) == ["growth_base"]
    assert "nowhere" in text_of(lost)


def test_page_and_command_give_equal_slides_under_an_offices_template(tmp_path: Path) -> None:
    (tmp_path / "office.pptx").write_bytes(office())
    app = opened(SCRIPT, charts="ranks,growth_base", format="pptx")
    app.file_uploader(key="template").upload("office.pptx", office(), MIME["pptx"]).run()
    app.button(key="make").click().run()
    call = ["--lang", "zh", "--format", "pptx", "--chart", "ranks", "--chart", "growth_base"]
    assert command([*call, "--template", str(tmp_path / "office.pptx"), "--to", str(tmp_path / "to")]) == 0
    (file,) = (tmp_path / "to").iterdir()
    assert (file.name, file.read_bytes()) == made(app)


def test_a_template_without_a_place_for_charts_is_refused_on_the_page() -> None:
    app = opened(SCRIPT, charts="growth_base", format="pptx")
    lacking = office(change=without((PP_PLACEHOLDER.OBJECT,)))
    app.file_uploader(key="template").upload("office.pptx", lacking, MIME["pptx"]).run()
    assert "模板的版式中没有图表（或内容）占位符，请在母版视图中添加后再试。" in text_of(app)
    app.button(key="make").click().run()
    assert MADE not in app.session_state
