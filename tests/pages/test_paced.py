"""Who says too much is read no more, waits, and goes when those before have gone."""

from __future__ import annotations

import asyncio
from itertools import pairwise
from time import monotonic
from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from pages.server import paced, patience
from pages.server.backlog import MOST_WAITING
from tests.own_loop import finish

RUN = BackMsg(rerun_script={"page_name": "talent"}).SerializeToString()


async def page(_scope: Any, receive: Any, send: Any) -> None:
    """Takes what it is asked, and answers nothing."""
    await send({"type": "websocket.accept"})
    while (await receive())["type"] != "websocket.disconnect":
        pass


async def flood(site: paced.Paced) -> tuple[float, int]:
    """When was a socket hung up on that says more than it may, and with which code?"""
    said, closed = 0, list[tuple[float, int]]()

    async def receive() -> dict[str, Any]:
        nonlocal said
        said += 1
        if said > MOST_WAITING + 2:
            await asyncio.Event().wait()
        return {"type": "websocket.receive", "bytes": RUN}

    async def send(message: Any) -> None:
        if message["type"] == "websocket.close":
            closed.append((monotonic(), message["code"]))

    await site({"type": "websocket"}, receive, send)
    return closed[0]


def test_those_who_are_hung_up_on_go_one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "_EACH_S", 0.01)
    monkeypatch.setattr(paced, "APART_S", 0.05)

    async def all_of_them() -> list[tuple[float, int]]:
        site = paced.Paced(page)
        return sorted(await asyncio.gather(*(flood(site) for _ in range(4))))

    gone = finish(all_of_them())
    assert {code for _, code in gone} == {paced.OVER}
    assert all(later - at >= 0.05 for (at, _), (later, _) in pairwise(gone))


def test_who_comes_back_at_once_is_held_longer_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "_EACH_S", 0.05)
    monkeypatch.setattr(paced, "APART_S", 0.0)

    async def again_and_again() -> list[float]:
        site, began = paced.Paced(page), monotonic()
        gone = [began, *[(await flood(site))[0] for _ in range(3)]]
        return [later - at for at, later in pairwise(gone)]

    waits = finish(again_and_again())
    assert all(wait >= 0.05 * time for time, wait in enumerate(waits, start=1))  # 50, 100, 150 ms
