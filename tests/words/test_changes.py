"""What an edition changed, to the letter."""

from lib.facts.changes import changes, with_revisions
from lib.words.changes import added, change_head, change_rows, differing
from tests.facts.vintages import LATER, again, with_edition


def test_the_first_edition_counts_its_figures_by_dataset(record, zh, en):
    found = changes(record)

    # lines of each dataset as tests/catalog/test_build.py has them
    assert added(found, "2026.11", record, zh) == (
        "数据版本2026.11（2026年11月23日）为首版，收录548条：贸易规模183条、服务外包257条、新兴领域52条、"
        "企业12条、人才22条、背景（世界与排名）6条、汇率16条。"
    )
    assert added(found, "2026.11", record, en) == (
        "Data version 2026.11 (23 November 2026) is the first edition: 548 figures (Trade volume 183, "
        "Outsourcing 257, Emerging sectors 52, Enterprises 12, Talent 22, Context (world, rankings) 6, "
        "Exchange rates 16)."
    )


def test_old_stands_beside_new_with_source_and_date(record, zh, en):
    found = changes(record)

    assert differing(found, zh) == (
        "其中2条与另一次公布的数值不同，新旧并列如下；能确定先后的为修订数，标记[r]。"
    )
    assert change_head(zh) == ["指标", "原数", "新数", "性质", "原数来源", "新数来源"]
    assert change_rows(found, record, zh) == [
        [
            "重庆市离岸服务外包执行额位次·全国位次（2020年）",
            "第10位",
            "第9位",
            "再次公布，先后不详",
            "中国外包网（文中注明来自重庆市商务委员会）（转载），日期不详",
            "中国新闻社 2021-09-13（译文）",
        ],
        [
            "中国服务外包累计吸纳从业人员（2019年6月）",
            "1091万人",
            "1090万人",
            "再次公布，先后不详",
            "商务部（转载），日期不详",
            "第一财经 2019-07-19（转载）",
        ],
    ]
    assert change_head(en) == ["Figure", "Old", "New", "Kind", "Source of the old", "Source of the new"]
    assert change_rows(found, record, en)[0][1:4] == ["10th", "9th", "Printed again, order unknown"]


def test_a_revision_is_marked_and_stands_first(record, zh, en):
    later = with_revisions(again(with_edition(record), 68.10, 68.095, 68.105, source_id=LATER))
    found = changes(later)

    assert added(found, "2027.02", later, zh) == (
        "数据版本2027.02（2027年2月1日）较2026.11版新增1条：贸易规模1条。"
    )
    assert added(found, "2027.02", later, en) == (
        "Data version 2027.02 (1 February 2027). Figures added since 2026.11: 1 (Trade volume 1)."
    )
    (row,) = change_rows(found, later, zh)
    assert row[1:4] == ["675.3亿元", "681.0亿元（口径调整、修订数）", "修订"]
    both = again(record, 68.10, 68.095, 68.105, release="2026.11", source_id=LATER)
    kinds = [row[3] for row in change_rows(changes(both), both, en)]
    assert kinds == ["Revised", "Printed again, order unknown", "Printed again, order unknown"]


def test_an_edition_without_figures_says_so(record, zh, en):
    later = with_edition(record)

    assert added((), "2027.02", later, zh) == "数据版本2027.02（2027年2月1日）较2026.11版未新增数据。"
    assert added((), "2027.02", later, en) == (
        "Data version 2027.02 (1 February 2027). No figure was added since 2026.11."
    )
    assert differing((), zh) == "新增数据与已有公布数均无出入。"
