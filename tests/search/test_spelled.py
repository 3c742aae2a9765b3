"""How Chinese is pronounced without the phrases that pypinyin would load."""

from __future__ import annotations

import pytest

from lib.search.spelled import initials, pinyin


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("服务贸易", "fu wu mao yi"),
        ("重庆", "chong qing"),
        ("成都市", "cheng du shi"),
        ("长沙", "chang sha"),
        ("增长", "zeng zhang"),
        ("服务外包行业协会", "fu wu wai bao hang ye xie hui"),
        ("重点企业", "zhong dian qi ye"),
    ],
)
def test_signs_with_two_readings_are_read_as_in_their_word(text: str, said: str) -> None:
    assert " ".join(pinyin(text)) == said
    assert initials(text) == "".join(syllable[0] for syllable in said.split())


def test_the_phrases_of_pypinyin_are_not_loaded() -> None:
    pinyin("重庆")
    from pypinyin.constants import PHRASES_DICT  # by the first reading, as on a server

    assert len(PHRASES_DICT) < 1_000
