"""What a register shows on the pages: cards of its own, in words of their own, and nothing published changes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from lib.catalog.load import load
from lib.charts.card import Card, Draw, Look
from lib.charts.registry import CHARTS, OF_A_REGISTER
from lib.draw.plotly import figure_of
from lib.facts.emerging import emerging_share
from lib.facts.errors import NoSuchFigure
from lib.facts.outsourcing import EXECUTED
from lib.facts.period import Period
from lib.facts.record import Record
from lib.facts.register_scope import REGISTER_BASES
from lib.register.__main__ import main
from lib.register.codes import EMERGING_SECTORS, SECTORS
from lib.site.pages import charts_of, register_rows
from lib.words.answers import ANSWERS
from lib.words.answers.five_facts import FIVE_FACTS
from lib.words.speak import Words
from lib.words.trouble import reason, remedy
from tests.register.rows import contract, lay, roll_up

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """Six enterprises with 100.00 in each of twelve sectors in January 2024, and 150.00 in January 2025.

    Transport is for the mainland; four of the enterprises are in Yubei and three in Yuzhong, one of them in both.
    """
    folder = tmp_path_factory.mktemp("register")
    rows = [
        contract(
            contract_id=f"{year}-{sector}-{number}",
            enterprise_id=f"E{number % 6}",
            sector=sector,
            signed_on=date(year, 1, 5),
            month=date(year, 1, 1),
            client_area="CN" if sector == "transport" else "SG",
            offshore=sector != "transport",
            district="500112" if number < 4 else "500103",
            executed_usd=Decimal(amount),
        )
        for year, amount in ((2024, "100.00"), (2025, "150.00"))
        for sector in SECTORS
        for number in range(7)
    ]
    assert roll_up(lay(rows, folder / "r.parquet"), folder / "out") == 0
    return load(DATA, folder / "out")


def drawn(name: str, record: Record, words: Words) -> Card:
    return OF_A_REGISTER[name](record, words, Look())


@pytest.mark.parametrize("name", sorted(OF_A_REGISTER))
def test_every_card_is_whole_in_both_languages_and_says_that_it_was_not_published(
    name: str, laid: Record, words: Words
) -> None:
    card = drawn(name, laid, words)

    assert card.name == name
    assert card.rows
    for text in (card.title, card.subtitle, card.alt, *card.notes):
        assert not any(hole in text for hole in ("—,", "nan%", "None", ", —", "，—"))
    mark = {"zh": "本地数据", "en": "local data"}[words.lang]
    assert all(mark in text for text in (card.title, card.subtitle, card.alt))


def test_all_twelve_sectors_have_a_bar_and_a_row(laid: Record, en: Words) -> None:
    card = drawn("register_sectors", laid, en)

    # 7 × 150.00 in each sector, 12 × 1050.00 in all.
    assert [row.fact.value for row in card.rows] == [1050.0] * 12 + [12600.0]
    assert len([bar for bar in figure_of(card).data if bar.type == "bar"]) == 12


def test_districts_and_markets_are_told_the_largest_first(laid: Record, zh: Words) -> None:
    districts, markets = (drawn(f"register_{name}", laid, zh) for name in ("districts", "markets"))

    # 12 × 4 × 150.00 in Yubei, 12 × 3 × 150.00 in Yuzhong. Transport alone is for the mainland: 7 × 150.00.
    assert [(row.label, row.fact.value) for row in districts.rows] == [
        ("渝北区", 7200.0),
        ("渝中区", 5400.0),
        ("台账服务外包执行额合计", 12600.0),
    ]
    assert [(row.label, row.fact.value) for row in markets.rows] == [
        ("新加坡", 11550.0),
        ("中国大陆（在岸）", 1050.0),
        ("台账服务外包执行额合计", 12600.0),
    ]


def test_a_district_of_two_enterprises_is_withheld_with_another_and_that_is_said(
    tmp_path: Path, zh: Words
) -> None:
    both = {date(2024, 1, 1): range(8), date(2025, 1, 1): range(6)}
    rows = [
        contract(
            contract_id=f"{m.year}-{n}",
            enterprise_id=f"E{n}",
            month=m,
            signed_on=m,
            district=("500112", "500103")[n > 3],
        )
        for m, numbers in both.items()
        for n in numbers
    ]
    assert roll_up(lay(rows, tmp_path / "r.parquet"), tmp_path / "out") == 0

    with pytest.raises(NoSuchFigure):
        drawn("register_districts", load(DATA, tmp_path / "out"), zh)


def test_growth_is_worked_out_and_never_told_as_published(laid: Record, zh: Words) -> None:
    card = drawn("register_months", laid, zh)
    level = laid.one(EXECUTED, period=Period.parse("2025-01_2025-01"), basis=REGISTER_BASES)

    # 11 sectors × 7 × 150.00 offshore on 100.00 each: up 50 %.
    assert laid.growth(level).derivation is not None
    assert round(laid.growth(level).value, 6) == 50.0
    assert "同比增长约50" in card.title
    assert card.notes[0] == "增速由台账同月数据测算，并非来源公布。"


def test_the_share_of_a_register_has_its_own_card_and_leaves_the_published_one_alone(
    laid: Record, zh: Words
) -> None:
    card = drawn("register_share", laid, zh)

    # Five of twelve equal sectors: 41.67 %.
    assert len(EMERGING_SECTORS) == 5
    assert card.title == "2025年1月台账服务外包执行额中，新兴领域占41.67%（本地数据）"
    assert "服务贸易" not in card.title
    assert emerging_share(laid) == emerging_share(load(DATA))


def test_enterprises_are_counted_once_each(laid: Record, en: Words) -> None:
    card = drawn("register_enterprises", laid, en)

    assert card.title.startswith("6 different enterprises had a contract in January 2025")


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """Years of all sectors, types, markets and districts."""
    folder = tmp_path_factory.mktemp("sampled")
    assert main(["sample", "--rows", "20000", "--to", str(folder / "sample")]) == 0
    assert main(["rollup", str(folder / "sample"), "--to", str(folder / "out")]) == 0
    return load(DATA, folder / "out")


def test_everything_published_is_told_as_it_is_without_a_register(sampled: Record, words: Words) -> None:
    """A register of another scope, whose periods are newer than any published one, takes no place of theirs."""
    laid, alone = sampled, load(DATA)
    assert [told(draw, laid, words) for draw in CHARTS.values()] == [
        told(draw, alone, words) for draw in CHARTS.values()
    ]
    pages = set(ANSWERS) - {"data", "explore", "reconciliation"}  # which count what the record holds
    for tell in (*(ANSWERS[page] for page in pages), *FIVE_FACTS):
        assert tell(laid, words) == tell(alone, words)


def told(draw: Draw, record: Record, words: Words) -> tuple[object, ...]:
    """What a chart says, or which figure it lacks."""
    try:
        card = draw(record, words, Look())
    except NoSuchFigure as missing:
        return (str(missing),)
    return card.name, card.title, card.subtitle, card.alt, card.notes, card.rows


def test_a_register_adds_its_cards_to_its_pages_and_to_briefings_and_none_without_one(laid: Record) -> None:
    published = load(DATA)

    assert [name for row in register_rows("outsourcing", laid) for name in row] == [
        "register_months",
        "register_districts",
        "register_markets",
    ]
    assert register_rows("outsourcing", published) == ()
    assert set(charts_of("all", laid)) - set(charts_of("all", published)) == set(OF_A_REGISTER)


def test_what_a_register_does_not_publish_is_said_of_the_register(tmp_path: Path, words: Words) -> None:
    """Two enterprises, fewer than the three that a cell needs: every cell is withheld."""
    rows = [
        contract(contract_id=f"{number}", enterprise_id=f"E{number}", month=date(2025, 1, 1))
        for number in range(2)
    ]
    assert roll_up(lay(rows, tmp_path / "r.parquet"), tmp_path / "out") == 0
    record = load(DATA, tmp_path / "out")
    said = {
        "zh": ("台账汇总未公布：", "台账中没有此类合同，或涉及个别企业，不予公布。"),
        "en": (
            "Not published from the register: ",
            "It has no such contract, or the figure would tell of single enterprises.",
        ),
    }[words.lang]
    for name in sorted(OF_A_REGISTER):
        with pytest.raises(NoSuchFigure) as caught:
            drawn(name, record, words)
        assert reason(caught.value, words).startswith(said[0])
        assert remedy(caught.value, words) == said[1]
