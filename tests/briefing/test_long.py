"""Is a page as a picture of a phone's width whole: never too long, cut between blocks, its sources at the end?"""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from lib.briefing.__main__ import main
from lib.briefing.browser.long import long_pictures
from lib.facts.record import Record

# The page, a card, its edge: what lies between two blocks and nothing else.
GROUND = {(245, 247, 249), (255, 255, 255), (221, 227, 233)}


@pytest.fixture(scope="module")
def parts(shipped: Record) -> list[Image.Image]:
    made = long_pictures(shipped, lang="zh", base="https://fw.example", page="outsourcing")
    return [Image.open(io.BytesIO(part)) for part in made]


def test_each_part_is_of_a_phones_width_and_not_too_long(parts: list[Image.Image]) -> None:
    assert len(parts) > 1  # twelve charts are more than one picture holds
    assert {part.width for part in parts} == {1080}
    assert all(part.height < 15_000 for part in parts)


def test_a_cut_goes_through_no_letter_and_no_mark(parts: list[Image.Image]) -> None:
    for part, following in pairwise(parts):
        for picture, y in ((part, part.height - 1), (following, 0)):
            row = picture.crop((0, y, picture.width, y + 1)).convert("RGB")
            assert {colour for _, colour in row.getcolors() or ()} <= GROUND


def test_it_says_what_it_is_and_where_it_came_from(parts: list[Image.Image]) -> None:
    for part in parts:
        assert part.info["Title"] == "服务外包 · 重庆服务贸易"
        assert part.info["Source"] == "https://fw.example/outsourcing?lang=zh"


def test_the_command_makes_it_of_a_page_and_of_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ["--lang", "en", "--format", "png", "--width", "phone", "--to", str(tmp_path)]
    assert main(call) == 2
    assert "give --page" in capsys.readouterr().err
    assert main([*call, "--page", "talent"]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["Chongqing services trade_Talent_phone.png"]
