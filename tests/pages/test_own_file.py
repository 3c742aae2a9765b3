"""A file that was not read to its end is told so in one calm sentence, and nothing else changes."""

from __future__ import annotations

import pytest

from lib.catalog.apart import ask
from pages.components.context import PREVIEW
from tests.pages.seen import alerts, opened

SAID = {
    (
        "zh",
        "slow",
    ): "读取 evil 8.ods 所需时间超出上限，已停止读取。公布数据未受影响。请检查或拆分文件，再重新选择。",
    ("zh", "busy"): "当前提交的文件较多，evil 8.ods 尚未读取。请稍后重新选择。",
    (
        "en",
        "large",
    ): "Reading evil 8.ods took more memory than allowed and was stopped. "
    "The published data is as it was. Please check the file or split it, then choose it again.",
    ("en", "ended"): "evil 8.ods could not be read to its end. The published data is as it was. "
    "Please open it in a spreadsheet program, save it anew, then choose it again.",
}


@pytest.mark.parametrize(("lang", "reason"), SAID)
def test_why_a_file_was_not_read_is_said_once(lang, reason, monkeypatch):
    asked = []

    def given_up(file, *_):
        asked.append(file)
        raise ask.Unread(reason)

    monkeypatch.setattr(ask, "weighed_apart", given_up)
    app = opened("pages/data.py", lang=lang)
    app.file_uploader[0].upload("evil\r\u202e8.ods", b"PK", "application/zip").run()
    assert not app.exception
    assert alerts(app.main) == [SAID[lang, reason]]
    assert PREVIEW not in app.session_state
    app.run()
    assert asked == ["evil 8.ods"]  # not again at each click
