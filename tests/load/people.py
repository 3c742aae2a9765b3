"""People as sessions: they think, click through pages, turn the language, and some leave without a goodbye."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from time import monotonic

from tests.load.session import Place, Session

PATHS = (
    "", "trade-volume", "outsourcing", "emerging-sectors", "enterprises", "talent", "comparison", "data",
)  # fmt: skip
LANGUAGES = ("zh", "en")
Screen = tuple[str, str]  # the path of a page, and its language


@dataclass(slots=True)
class Told:
    """What all of them met: how long each answer took, and which screens did not say what they must."""

    seconds: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    left: int = 0


async def screens(place: Place) -> dict[Screen, str]:
    """What does each page say to one reader alone?"""
    found = {}
    async with Session(place) as alone:
        for path in PATHS:
            for lang in LANGUAGES:
                await alone.visit(path, lang=lang)
                found[path, lang] = alone.text()
    return found


async def people(
    place: Place, count: int, seconds: float, known: Mapping[Screen, str], *, thinks_s: float = 2.0
) -> Told:
    """What do so many people meet who use the site for so long? `known` is what each screen must say."""
    told = Told()
    end = monotonic() + seconds
    await asyncio.gather(*(_person(place, number, end, known, thinks_s, told) for number in range(count)))
    return told


async def _person(
    place: Place, number: int, end: float, known: Mapping[Screen, str], thinks_s: float, told: Told
) -> None:
    chance = random.Random(number)
    await asyncio.sleep(chance.uniform(0, thinks_s))
    while monotonic() < end:
        session = Session(place)
        await session.connect()
        lang = chance.choice(LANGUAGES)
        for _ in range(chance.randint(1, 6)):
            screen = chance.choice(PATHS), lang
            await session.visit(screen[0], lang=lang)
            told.seconds.append(session.seconds)
            if session.text() != known[screen]:
                told.wrong.append(f"{screen}: {session.text()[:200]}")
            lang = chance.choice(LANGUAGES) if chance.random() < 0.2 else lang
            await asyncio.sleep(chance.uniform(0.5, 1.5) * thinks_s)
        if chance.random() < 0.5:
            session.drop()
            told.left += 1
        else:
            await session.close()
