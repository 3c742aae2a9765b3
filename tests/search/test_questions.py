"""What officials, writers and analysts ask: what stands first, in both languages, from the published figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from lib.facts.errors import DatasetUnavailable
from lib.facts.record import Record
from lib.search.answer import Answer
from lib.search.index import Index, index_of
from lib.site.pages import stands
from lib.words.origins import mark
from lib.words.speak import Words
from tests.catalog.test_overlay import with_own

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Question:
    """What somebody types, of which kind the first answer is, how its code begins, and how its figure reads."""

    typed: str
    kind: str
    code: str
    zh: str = ""
    en: str = ""


TALENT = "cn-cq.talent_training_bases.total"
EXECUTED = "cn-cq.offshore_outsourcing_executed.total"
TO_AUGUST = f"{EXECUTED}.2021-01_2021-08"
CHENGDU_2020 = "510100.offshore_outsourcing_executed.total.2020"
NATION_2025 = "cn.services_trade_total.total.2025-01_2025-12"
CONTRACT_2021 = "cn-cq.offshore_outsourcing_contract.total.2021"
TOTAL_2020 = "cn-cq.services_trade_total.total.2020-01_2020-12"
TOTAL = "cn-cq.services_trade_total.total"
CONTRACT = "cn-cq.offshore_outsourcing_contract.total"
NATION_CONTRACT_2019 = "cn.offshore_outsourcing_contract.total.2019-01_2019-09"
NATION_OFFSHORE_2025 = "cn.offshore_outsourcing_executed.total.2025-01_2025-12.cny"
ENTERPRISES = "cn-cq.services_trade_enterprises.total.2021-09-13"
CENTRAL_WEST_RANK = "cn-cq.offshore_outsourcing_executed_rank.central_west.2020"
EMERGING = "cn-cq.emerging_services_share.emerging.2021-01_2021-08"
PHARMA_2021 = "cn-cq.offshore_outsourcing_executed.pharma_biotech_rd.2021-01_2021-06"
MARKETS_2021 = "cn-cq.offshore_outsourcing_source_markets.total.2021-01_2021-06"
QUESTIONS = (
    Question("78.7", "figure", f"{TO_AUGUST}.growth", "+78.7%", "+78.7%"),
    Question("离岸 2020", "figure", f"{EXECUTED}.2020-01_2020-12", "22.8亿美元", "USD 2.28bn"),
    Question("外包增速", "figure", f"{TO_AUGUST}.growth", "+78.7%", "+78.7%"),
    Question("fuwu maoyi", "figure", TOTAL_2020, "675.3亿元（口径调整）", "CNY 67.53bn [b]"),
    Question("fwmy", "figure", TOTAL_2020, "675.3亿元（口径调整）", "CNY 67.53bn [b]"),
    Question("服贸", "figure", TOTAL_2020, "675.3亿元（口径调整）", "CNY 67.53bn [b]"),
    Question("offshore growth", "figure", f"{TO_AUGUST}.growth", "+78.7%", "+78.7%"),
    Question("ITO", "figure", "cn-cq.offshore_outsourcing_executed.ito.2020", "2.4亿美元", "USD 0.24bn"),
    Question(
        "成都 离岸 2020",
        "figure",
        "510100.offshore_outsourcing_executed.total.2020",
        "22.9亿美元",
        "USD 2.29bn",
    ),
    Question(
        "chengdu offshore 2020",
        "figure",
        "510100.offshore_outsourcing_executed.total.2020",
        "22.9亿美元",
        "USD 2.29bn",
    ),
    Question("talent", "figure", TALENT, "9个", "9"),
    Question("12.1亿美元", "figure", TO_AUGUST, "12.1亿美元", "USD 1.21bn"),
    Question("1.21bn", "figure", TO_AUGUST, "12.1亿美元", "USD 1.21bn"),
    Question("USD 1,210 million", "figure", TO_AUGUST, "12.1亿美元", "USD 1.21bn"),
    Question("2021年1—8月离岸执行额", "figure", TO_AUGUST, "12.1亿美元", "USD 1.21bn"),
    Question("近1800家", "figure", "cn-cq.services_trade_enterprises", "近1800家", "nearly 1,800"),
    Question("十三五 离岸", "figure", f"{EXECUTED}.2016-01_2020-12", "103.2亿美元", "USD 10.32bn"),
    Question(
        "全国服务贸易 2025年",
        "figure",
        "cn.services_trade_total.total.2025-01_2025-12",
        "80823.1亿元",
        "CNY 8,082.31bn",
    ),
    Question("重庆市商务委员会", "source", "cqcom-"),
    Question("Chengdu Service Outsourcing Association", "source", ""),
    Question("服务贸易 不符", "finding", "", "不一致", "Contradicts"),
    Question(
        "重庆有多少家服务贸易企业", "figure", "cn-cq.services_trade_enterprises", "近1800家", "nearly 1,800"
    ),
    Question(
        "contract value 2021",
        "figure",
        "cn-cq.offshore_outsourcing_contract.total.2021",
        "7.2亿美元",
        "USD 0.72bn",
    ),
    Question(
        "逆差 2024",
        "figure",
        "cn.services_trade_deficit.total.2024-01_2024-12",
        "11726.8亿元",
        "CNY 1,172.68bn",
    ),
    Question("下载 外包", "download", "outsourcing"),
    Question("离岸合同额 2019", "figure", NATION_CONTRACT_2019, "5380.4亿元", "CNY 538.04bn"),
    Question("offshore contract value 2019", "figure", NATION_CONTRACT_2019, "5380.4亿元", "CNY 538.04bn"),
    Question("全国离岸 2025", "figure", NATION_OFFSHORE_2025, "11688.8亿元", "CNY 1,168.88bn"),
    Question("services trade total", "figure", TOTAL_2020, "675.3亿元（口径调整）", "CNY 67.53bn [b]"),
    Question("六百七十五点三亿", "figure", TOTAL_2020, "675.3亿元（口径调整）", "CNY 67.53bn [b]"),
    Question("培训基地数量", "figure", TALENT, "9个", "9"),
    Question("number of training bases", "figure", TALENT, "9个", "9"),
    Question("九个培训基地", "figure", TALENT, "9个", "9"),
    Question("how many firms", "figure", ENTERPRISES, "近1800家", "nearly 1,800"),
    Question("在渝企业", "figure", ENTERPRISES, "近1800家", "nearly 1,800"),
    Question("重庆第几位", "figure", CENTRAL_WEST_RANK, "第2位", "2nd"),
    Question("ranked second", "figure", CENTRAL_WEST_RANK, "第2位", "2nd"),
    Question("zhongxibu weici", "figure", CENTRAL_WEST_RANK, "第2位", "2nd"),
    Question(
        "一千亿元", "figure", f"{TOTAL}.2025-01_2025-12.estimate", "1000亿元（预计数）", "CNY 100bn [f]"
    ),
    Question("goal 2025", "figure", f"{TOTAL}.2025-01_2025-12", "超1000亿元（目标数）", "over CNY 100bn [f]"),
    Question("新兴领域 占比", "figure", EMERGING, "超50%", "over 50%"),
    Question("新兴领域过半吗", "figure", EMERGING, "超50%", "over 50%"),
    Question("more than half", "figure", EMERGING, "超50%", "over 50%"),
    Question("中新社", "source", "cns-"),
    Question("前八个月离岸", "figure", TO_AUGUST, "12.1亿美元", "USD 1.21bn"),
    Question("first eight months", "figure", TO_AUGUST, "12.1亿美元", "USD 1.21bn"),
    Question("前三季度 2014", "figure", f"{TOTAL}.2014-01_2014-09", "97亿美元", "USD 9.7bn"),
    Question("上半年 合同 重庆", "figure", f"{CONTRACT}.2021-01_2021-06", "7.2亿美元", "USD 0.72bn"),
    Question("十三五时期离岸", "figure", f"{EXECUTED}.2016-01_2020-12", "103.2亿美元", "USD 10.32bn"),
    Question("13th five-year plan", "figure", f"{EXECUTED}.2016-01_2020-12", "103.2亿美元", "USD 10.32bn"),
    Question("2023", "figure", "cn.services_trade_total.total.2023-01_2023-12", "6.575万亿元", "CNY 6.575tn"),
    Question("东盟", "figure", f"{EXECUTED}.asean.2021-01_2021-06", "5278万美元", "USD 52.78m"),
    Question(
        "belt and road 2021", "figure", f"{EXECUTED}.bri.2021-01_2021-06", "1.2208亿美元", "USD 122.08m"
    ),
    Question("永川", "figure", "500118.outsourcing_employees.total.2015", "10万人（目标数）", "100,000 [f]"),
    Question("r&d", "figure", PHARMA_2021, "8287万美元", "USD 82.87m"),
    Question("与成都比较", "chart", "city_lead"),
    Question("compared with chengdu", "chart", "city_lead"),
    Question("服务外包结构", "chart", "offshore_types"),
    Question("types of outsourcing", "chart", "offshore_types"),
    Question("多少个国家和地区", "figure", MARKETS_2021, "81个", "81"),
    Question("数字贸易园区", "figure", "cn-cq.digital_trade_parks", "30个（目标数）", "30 [f]"),
)


@pytest.fixture(scope="module", params=["zh", "en"])
def index(request: pytest.FixtureRequest, shipped: Record) -> Index:
    return index_of(shipped, Words(request.param), stands(shipped))


def first(index: Index, typed: str) -> Answer:
    found = index.find(typed)
    assert found.groups, typed
    return found.groups[0].answers[0]


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.typed)
def test_what_is_asked_for_stands_first(asked: Question, index: Index) -> None:
    answer, lang = first(index, asked.typed), index.figures.words.lang
    assert (answer.kind, answer.code[: len(asked.code)]) == (asked.kind, asked.code)
    assert answer.value == {"zh": asked.zh, "en": asked.en}[lang]
    assert f"lang={lang}" in answer.address
    assert answer.source or answer.kind != "figure"


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("ofshore growth", "offshore growth"),
        ("talnet", "talent"),
        ("outsorcing", "outsourcing"),
        ("Chengdo", "Chengdu"),
        ("离案增速", "离岸增速"),
        ("服务卖易", "服务贸易"),
        ("fuwu maoyu", "fuwu maoyi"),
    ],
)
def test_a_slip_of_one_letter_or_of_a_sign_that_sounds_alike_is_mended_and_told(
    slip: str, meant: str, index: Index
) -> None:
    found = index.find(slip)
    assert len(found.mended) == 1
    assert found.groups[0].answers[0] == first(index, meant)


def test_a_figure_leads_to_the_card_that_draws_it_and_to_the_table_of_all(index: Index) -> None:
    lang = index.figures.words.lang
    answer = first(index, "78.7%")
    assert answer.address == f"/outsourcing?lang={lang}#chart_growth_base"
    assert answer.places[-1][1] == f"/data?lang={lang}&q={TO_AUGUST}"


def test_what_no_chart_draws_leads_to_its_row(index: Index) -> None:
    answer = first(index, "重庆市级服务外包示范区数")
    assert answer.code.startswith("cn-cq.outsourcing_demo_zones.")
    assert answer.address == f"/data?lang={index.figures.words.lang}&q={answer.code}"


def test_the_newest_stands_before_the_older_of_one_series(index: Index) -> None:
    codes = [answer.code for answer in index.find("offshore growth").groups[0].answers[:3]]
    assert codes[:2] == [f"{TO_AUGUST}.growth", f"{EXECUTED}.2021-01_2021-06.growth"]
    assert codes[2].startswith(f"{EXECUTED}.2020-01_2020-12")


def test_figures_of_a_source_are_no_answer_because_its_title_has_the_word(index: Index) -> None:
    codes = [answer.code for answer in index.find("talent").groups[0].answers]
    assert codes
    assert all("talent" in code for code in codes), codes


def test_contradictions_of_chongqing_stand_before_those_of_others(index: Index) -> None:
    (area,) = {
        answer.address.partition("area=")[2][:5]
        for answer in index.find("服务贸易 不符").groups[0].answers[:1]
    }
    assert area == "CN-CQ"


def test_a_low_confidence_is_told_and_stands_behind(index: Index) -> None:
    low = index.figures.words("search.low")
    told = [low in answer.text for answer in index.find("服务进出口 重庆").groups[0].answers]
    assert told == sorted(told)


@pytest.mark.parametrize(
    ("typed", "kind", "code"),
    [
        ("企业平均执行额", "chart", "value_per_enterprise"),
        ("average executed value per enterprise", "chart", "value_per_enterprise"),
        ("ITO占比", "figure", f"{EXECUTED.removesuffix('total')}ito.2020"),
        ("知识密集型占比 2025", "chart", "knowledge_intensive_share"),
    ],
)
def test_where_nothing_has_all_words_the_rarer_ones_lead_and_it_is_told(
    typed: str, kind: str, code: str, index: Index
) -> None:
    found = index.find(typed)
    assert found.is_loose
    answer = found.groups[0].answers[0]
    assert (answer.kind, answer.code[: len(code)]) == (kind, code)


@pytest.mark.parametrize("typed", ["渝北", "渝中区", "璧山"])
def test_a_place_of_which_nothing_is_printed_is_no_other_place(typed: str, index: Index) -> None:
    found = index.find(typed)
    assert (found.mended, found.missed, found.groups) == ((), (typed,), ())


def test_an_amount_is_no_per_cent_of_the_same_digits(index: Index) -> None:
    """About USD 0.68bn was executed in January–August 2020; in 2014 tourism receipts grew by 6.8 %."""
    typed = {"zh": "6.8亿", "en": "0.68bn"}[index.figures.words.lang]
    assert first(index, typed).code == "growth_base"
    assert first(index, "6.8%").code.startswith("cn-cq.inbound_tourism_receipts.travel.2014")


def test_a_year_is_that_of_the_figure_and_not_of_its_source(index: Index) -> None:
    codes = [answer.code for answer in index.find("目标 2019").groups[0].answers]
    assert all("2019" in code for code in codes), codes


def test_a_word_that_nothing_fits_is_named_and_the_others_are_searched_for(index: Index) -> None:
    found = index.find("离岸 qqqqqq")
    assert found.missed == ("qqqqqq",)
    assert found.groups[0].answers[0] == first(index, "离岸")


@pytest.mark.parametrize("typed", ["", "   ", "的", "qqqqqq", "\u202e\x00", "…", "%", "((((", "9" * 400])
def test_what_means_nothing_finds_nothing_and_breaks_nothing(typed: str, index: Index) -> None:
    assert index.find(typed).groups == ()


@pytest.mark.parametrize("table", ["sources", "indicators", "areas", "bases", "conflicts", "context"])
def test_a_table_that_cannot_be_read_takes_nothing_else_with_it(table: str, shipped: Record) -> None:
    frames = {name: frame for name, frame in shipped.frames.items() if name != table}
    lacking = replace(
        shipped, frames=frames, faults={table: DatasetUnavailable(file=table, problem="missing")}
    )
    assert first(index_of(lacking, Words("en"), stands(lacking)), "78.7").value == "+78.7%"


def test_every_kind_can_be_found(index: Index) -> None:
    asked = ("外包", "服务贸易 不符", "公式 同比", "商务部")
    kinds = {group.kind for typed in asked for group in index.find(typed).groups}
    assert kinds == {"figure", "chart", "page", "finding", "term", "source", "method", "download"}


def test_a_figure_of_ones_own_is_found_and_called_so(shipped: Record, words: Words, tmp_path: Path) -> None:
    own = with_own(ROOT / "data", tmp_path, value=1.35, lower=1.345, upper=1.355)
    answer = first(index_of(own, words, stands(own)), "13.5亿美元")
    assert answer.code == TO_AUGUST
    assert answer.source.startswith(f"{mark('local', words)} · ")
