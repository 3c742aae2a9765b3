"""What systemd is told of a process, that a log says a thousand like things once, and what uvicorn still is."""

from __future__ import annotations

import asyncio
import logging
import socket

import pytest
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from pages.server import said_once
from pages.server.said_once import SaidOnce
from pages.server.watched import alive
from tests.deploy.site import ROOT
from tests.own_loop import finish


def test_systemd_is_told_that_it_answers_and_that_it_still_does(tmp_path, monkeypatch):
    place = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(place))
        systemd.settimeout(10)
        monkeypatch.setenv("NOTIFY_SOCKET", str(place))

        async def run() -> None:
            with alive():
                await asyncio.sleep(0)
                await asyncio.sleep(0)

        finish(run())
        assert [systemd.recv(100), systemd.recv(100)] == [b"READY=1", b"WATCHDOG=1"]


def test_the_unit_ends_a_process_that_says_nothing():
    unit = (ROOT / "deploy" / "chongqing@.service").read_text(encoding="utf-8").splitlines()
    assert {"Type=notify", "WatchdogSec=20", "WatchdogSignal=SIGKILL", "Restart=always"} <= set(unit)


def record(line: int) -> logging.LogRecord:
    return logging.LogRecord("asyncio", logging.ERROR, "here.py", line, "no descriptors", None, None)


def test_what_goes_wrong_without_end_is_written_twenty_times_a_minute(monkeypatch):
    now = 1000.0
    monkeypatch.setattr(said_once, "monotonic", lambda: now)
    once = SaidOnce()
    assert [once.filter(record(1)) for _ in range(1000)].count(True) == 20
    assert once.filter(record(2)), "another fault is another fault"
    now += 61
    later = record(1)
    assert once.filter(later)
    assert later.again == 980  # type: ignore[attr-defined]  # 1,000 less the 20 that were written


def test_uvicorn_still_is_what_frames_watches():
    for name in ("handle_ping", "handle_cont", "send_receive_event_to_app", "data_received"):
        assert callable(getattr(WebSocketsSansIOProtocol, name)), name


@pytest.mark.parametrize("name", ["asyncio", "pages.signin.gate"])
def test_who_has_no_handler_of_its_own_writes_json(name, monkeypatch, capsys):
    from streamlit import logger as streamlit_logger

    from pages.server.log import write_json_lines

    monkeypatch.setattr(streamlit_logger, "setup_formatter", streamlit_logger.setup_formatter)
    write_json_lines()
    logging.getLogger(name).error("broke\nwhat someone typed")
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith('{"time": ')
    assert ("typed" in line) == (name != "asyncio")
