"""A page that breaks: the reader gets a sentence and a number, the log what happened under the same number."""

from __future__ import annotations

import json
import re
import signal
import ssl
from collections.abc import Iterator
from http.client import HTTPSConnection

import pytest

from tests.deploy.site import Deployed, deployed
from tests.load.session import Session
from tests.own_loop import finish

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
            await reader.visit("talent", lang=lang, q="张三-wuxyz")
            return reader.text(), [element.WhichOneof("type") for element in reader.elements()]

    text, kinds = finish(look())
    number = re.search(SAID[lang], text)
    assert number, text
    assert "exception" not in kinds
    assert "Traceback" not in text
    assert "ValueError" not in text
    lines = [json.loads(line) for line in broken.logs().splitlines()]
    told = [line for line in lines if line.get("request", "").startswith(number[1]) and "error" in line]
    assert [line["error"]["kind"] for line in told] == ["ValueError"]
    assert told[0]["error"]["where"][-1] == "pages/talent.py:4 look"
    assert "wuxyz" not in broken.logs()
    assert "张三" not in broken.logs()


def test_while_no_process_is_there_readers_are_told_so_and_led_back(broken):
    process = broken.processes[0]
    process.stop(signal.SIGKILL)
    status, number, said = asked(broken)
    assert status == 502
    assert number in said
    assert "网站暂时繁忙或正在重新启动，几秒钟后将自动重试。" in said
    assert "this page tries again in a few seconds" in said
    assert '<meta http-equiv="refresh" content="5">' in said
    process.start()
    process.wait_until_up()
    assert asked(broken)[0] == 200


def asked(site: Deployed) -> tuple[int, str, str]:
    """Status, number and content of the answer to a page."""
    how = ssl.create_default_context()
    how.check_hostname, how.verify_mode = False, ssl.CERT_NONE
    line = HTTPSConnection("localhost", site.site.https, context=how, timeout=10)
    try:
        line.request("GET", "/talent?lang=zh")
        answer = line.getresponse()
        return answer.status, answer.getheader("X-Request-ID") or "", answer.read().decode("utf-8")
    finally:
        line.close()
