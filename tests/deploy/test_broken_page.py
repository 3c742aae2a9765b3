"""A page that breaks: the reader gets a sentence and a number, the log what happened under the same number."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.deploy.site import Deployed, deployed
from tests.load.session import Session

BREAKS = """import streamlit as st

def look():
    raise ValueError(f"{st.query_params} cannot be read")

look()
"""
SAID = {
    "zh": r"页面的这一部分暂时无法显示，故障已记录。请稍后刷新；如仍无法显示，请将编号([0-9a-f]{8})告知管理员。",
    "en": r"give this number to whoever runs the site: ([0-9a-f]{8})\.",
}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployed]:
    with deployed(
        tmp_path_factory.mktemp("site"), processes=1, spoilt={"pages/talent.py": BREAKS}
    ) as running:
        yield running


@pytest.mark.parametrize("lang", SAID)
def test_a_reader_is_told_in_a_sentence_and_the_log_has_the_rest(broken, lang):
    async def look() -> tuple[str, list[str]]:
        async with Session(broken.place()) as reader:
            await reader.visit("talent", lang=lang, q="张三-4711")
            return reader.text(), [element.WhichOneof("type") for element in reader.elements()]

    with ThreadPoolExecutor(1) as one:
        text, kinds = one.submit(asyncio.run, look()).result()
    number = re.search(SAID[lang], text)
    assert number, text
    assert "exception" not in kinds
    assert "Traceback" not in text
    assert "ValueError" not in text
    lines = [json.loads(line) for line in broken.logs().splitlines()]
    told = [line for line in lines if line.get("request", "").startswith(number[1]) and "error" in line]
    assert [line["error"]["kind"] for line in told] == ["ValueError"]
    assert told[0]["error"]["where"][-1] == "pages/talent.py:4 look"
    assert "4711" not in broken.logs()
    assert "张三" not in broken.logs()
