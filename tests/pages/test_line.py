"""The line of those who ask more often than people click: who came first, who stands last, and who leaves it."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from pages.server.line import Line
from tests.own_loop import finish


async def order_of(*asked: tuple[str, bool], leaves: tuple[str, ...] = ()) -> list[str]:
    """In which order do they have their turns, the first of them while all the others come?"""
    line, served = Line(), list[str]()

    async def come(name: str, last: bool) -> None:
        await line.stand(lambda: last)
        served.append(name)
        await asyncio.sleep(0)
        line.next()

    await line.stand(bool)
    tasks = {name: asyncio.create_task(come(name, last)) for name, last in asked}
    await asyncio.sleep(0)
    for name in leaves:
        tasks[name].cancel()
    line.next()
    with suppress(asyncio.CancelledError):
        await asyncio.gather(*(tasks[name] for name, _ in asked if name not in leaves))
    assert not [name for name in leaves if name in served]
    await asyncio.wait_for(line.stand(lambda: True), 1)  # the line is free again
    return served


def test_who_stands_last_waits_for_all_others() -> None:
    asked = (("flood 1", True), ("reader 1", False), ("flood 2", True), ("reader 2", False))
    assert finish(order_of(*asked)) == ["reader 1", "reader 2", "flood 1", "flood 2"]


def test_who_leaves_the_line_holds_nobody_up() -> None:
    asked = (("gone", False), ("reader", False), ("gone too", True), ("flood", True))
    assert finish(order_of(*asked, leaves=("gone", "gone too"))) == ["reader", "flood"]


def test_a_turn_that_comes_to_who_is_just_leaving_goes_on_to_the_next() -> None:
    async def given_and_gone() -> bool:
        line = Line()
        await line.stand(bool)
        leaving = asyncio.create_task(line.stand(bool))
        await asyncio.sleep(0)
        line.next()
        leaving.cancel()
        await asyncio.wait([leaving])
        await asyncio.wait_for(line.stand(lambda: True), 1)
        return leaving.cancelled()

    assert finish(given_and_gone())


def test_who_comes_to_ask_for_more_while_waiting_stands_last_from_then_on() -> None:
    async def order() -> list[str]:
        line, served, asked = Line(), list[str](), list[str]()

        async def come(name: str, more: list[str]) -> None:
            await line.stand(lambda: bool(more))
            served.append(name)
            line.next()

        await line.stand(bool)
        tasks = [asyncio.create_task(come("flood", asked)), asyncio.create_task(come("reader", []))]
        await asyncio.sleep(0)
        asked.append("another run")
        line.next()
        await asyncio.gather(*tasks)
        return served

    assert finish(order()) == ["reader", "flood"]


def test_two_abreast_go_at_once_and_the_third_when_one_of_them_is_done() -> None:
    async def waited() -> list[bool]:
        line = Line(abreast=2)
        await line.stand(bool)
        await line.stand(bool)
        third = asyncio.create_task(line.stand(bool))
        await asyncio.sleep(0)
        before = third.done()
        line.next()
        await asyncio.wait_for(third, 1)
        return [before, third.done()]

    assert finish(waited()) == [False, True]
