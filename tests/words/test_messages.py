import re

import pytest

from lib.words.messages import LANGUAGES, UnknownMessage, catalogue, text_of
from tests.checks import messages


def test_the_catalogues_are_whole():
    assert list(messages.faults()) == []


def test_an_unknown_message_is_an_error():
    with pytest.raises(UnknownMessage, match=r"no zh text for message site\.nothing"):
        text_of("site.nothing", "zh")


def test_a_message_of_its_own_is_found_in_code():
    patterns = list(messages.said('words("site.title"); words(f"status.{code}"); words("not a key")'))
    assert [bool(pattern.fullmatch("site.title")) for pattern in patterns].count(True) == 1
    assert any(pattern.fullmatch("status.F") for pattern in patterns)


def test_both_languages_have_the_same_messages():
    assert set(catalogue("zh")) == set(catalogue("en"))
    assert LANGUAGES == ("zh", "en")


def test_chinese_texts_hold_chinese():
    own = {key: re.sub(r"\{[^}]*\}", "", text) for key, text in catalogue("zh").items()}
    programs = "data.address.program."  # their names
    latin = {
        text
        for key, text in own.items()
        if not key.startswith(programs) and re.search("[A-Za-z]{3}", text) and not re.search("[一-鿿]", text)
    }
    assert latin == {"Excel", "CSV", "Parquet", "English"}  # file formats, and a language in its own words


def test_english_texts_have_marks_that_chinese_typefaces_set_narrow():
    assert {key: text for key, text in catalogue("en").items() if re.search("[“”‘’]", text)} == {}
