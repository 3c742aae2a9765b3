"""The log: one JSON object a line, and nobody in it."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import Any

import pytest
from streamlit import logger as streamlit_logger

from pages.server.log import JsonLines, write_json_lines

Written = Callable[[], list[dict[str, Any]]]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Written:
    """What has the process written since it was last asked? Streamlit's own way is put back afterwards.

    A test begins to write JSON itself: pytest undoes what happens to handlers while fixtures are made.
    """
    monkeypatch.setattr(streamlit_logger, "setup_formatter", streamlit_logger.setup_formatter)
    return lambda: [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_a_logger_that_streamlit_makes_later_writes_json_too(written):
    """Streamlit asks `setup_formatter` for the handler of each logger that it makes; ours is in its place."""
    write_json_lines()
    streamlit_logger.get_logger("streamlit.made.later").warning("line one\nline two")
    assert [line["event"] for line in written()] == ["line one\nline two"]


def test_addresses_and_queries_are_left_out(written):
    write_json_lines()
    logging.getLogger("server.test").info(
        "%s asked for /talent?name=someone from [2001:db8::1:2]", "10.1.2.3:4711"
    )
    assert written()[0]["event"] == "… asked for /talent?… from …"


def test_an_error_keeps_its_kind_and_its_place_and_not_its_words(written):
    write_json_lines()
    try:
        {}["what someone typed"]
    except KeyError:
        logging.getLogger("server.test").exception("broke")
    (line,) = written()
    assert line["error"]["kind"] == "KeyError"
    assert line["error"]["where"][-1].startswith("tests/pages/test_log.py:")
    assert "typed" not in json.dumps(line)


def test_the_time_is_in_utc_and_told_to_the_millisecond():
    record = logging.LogRecord("server", logging.INFO, __file__, 1, "said", None, None)
    record.created = 1_763_856_000.25  # date -u -d @1763856000: Sun Nov 23 00:00:00 UTC 2025
    assert json.loads(JsonLines().format(record))["time"] == "2025-11-23T00:00:00.250+00:00"
