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
PICKED = {
    "id": "own_file",
    "file_uploader_state_value": {"uploaded_file_info": [{"file_id": "1", "name": "a.csv"}]},
}
READING = BackMsg(rerun_script={"widget_states": {"widgets": [PICKED]}}).SerializeToString()


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


async def say(site: paced.Paced, said: bytes, told: asyncio.Queue[bytes]) -> None:
    """A page that says one thing, and is told what reached the server of it. The server never answers."""
    first = True

    async def receive() -> dict[str, Any]:
        nonlocal first
        if not first:
            await asyncio.Event().wait()
        first = False
        return {"type": "websocket.receive", "bytes": said}

    async def send(_message: Any) -> None: ...

    async def server(_scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "websocket.accept"})
        while True:
            await told.put((await receive())["bytes"])

    site.app = server
    await site({"type": "websocket"}, receive, send)


def test_nobody_waits_for_files_that_others_hand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paced, "_LONGEST_TURN_S", 600.0)

    async def beside_two_files() -> tuple[list[bytes], bool]:
        site, told = paced.Paced(page), asyncio.Queue[bytes]()
        async with asyncio.TaskGroup() as group:
            pages = [group.create_task(say(site, said, told)) for said in (READING, READING, RUN, RUN, RUN)]
            came = [await told.get() for _ in range(3)]
            for _ in range(100):  # whatever else would come has come by then
                await asyncio.sleep(0)
            for page_task in pages:
                page_task.cancel()
        return came, told.empty()

    assert finish(beside_two_files()) == ([READING, RUN, RUN], True)
