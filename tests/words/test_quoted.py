"""What stands behind a sentence that somebody takes along."""

from __future__ import annotations

import pytest

from lib.facts.record import Record
from lib.words.answers import ANSWERS
from lib.words.origins import as_of_line
from lib.words.quoted import Noting, behind_sentence
from lib.words.speak import Words


def test_behind_a_sentence_stand_the_sources_of_its_figures_and_the_version(record: Record) -> None:
    behind = behind_sentence(ANSWERS["comparison"], record, Words("zh"))
    assert behind == f"来源：重庆市商务委员会 2021-09-09（原文） · 截至2021年9月9日；数据版本{record.version}"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("page", ANSWERS)
def test_the_voice_that_notes_says_the_same(page: str, lang: str, record: Record) -> None:
    voice = Noting(lang)
    assert ANSWERS[page](record, voice) == ANSWERS[page](record, Words(lang))
    assert all(fact.lineage() for fact in voice.noted)


def test_a_sentence_that_counts_the_record_has_the_record_behind_it(record: Record) -> None:
    words = Words("en")
    assert behind_sentence(lambda _record, _words: "No figure.", record, words) == as_of_line(record, words)
