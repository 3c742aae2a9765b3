"""What stands on a page whose address someone made up to do harm."""

from __future__ import annotations

from markupsafe import escape

from lib.site.pages import HIDDEN, PAGES
from lib.words.messages import LANGUAGES
from tests.deploy.site import Deployed
from tests.faults.hostile import MARK, TEXTS, not_text
from tests.load.session import Session

PARAMETERS = (
    "lang",
    "view",
    "currency",
    "period",
    "indicator",
    "dataset",
    "chart",
    "charts",
    "q",
    "source",
    "format",
)
PATHS = (*(page.path for page in (*PAGES, *HIDDEN)), f"{MARK}<b>")


async def bodies_at(site: Deployed, *visits: tuple[str, dict[str, str]]) -> list[list[str]]:
    """Which pieces of HTML does a reader get at each of these addresses?"""
    found = []
    async with Session(site.place()) as reader:
        for path, query in visits:
            await reader.visit(path, **query)
            assert not reader.elements("exception")
            found.append(reader.bodies())
    return found


async def never_more_than_text(site: Deployed) -> None:
    """Each parameter has another of the texts in it, page by page, the languages taking turns."""
    visits = [
        (path, {name: TEXTS[(number + turn) % len(TEXTS)] for number, name in enumerate(PARAMETERS, shift)})
        for shift, path in enumerate(PATHS)
        for turn in (0, 6)
    ]
    found = await bodies_at(
        site, *((path, query | {"lang": LANGUAGES[len(path) % 2]}) for path, query in visits)
    )
    wrong = [left for bodies in found for left in not_text(bodies)]
    assert wrong == [], wrong
    said = "\n".join(body for bodies in found for body in bodies)
    for text in TEXTS[:9]:
        assert escape(text) in said, text


async def cut_short(site: Deployed) -> None:
    """A value of 100,000 signs is quoted, but not all of it."""
    text = MARK + "x" * 100_000
    (found,) = await bodies_at(site, ("data", {"lang": "en", "view": text, "dataset": text, "q": text}))
    quoted = [body for body in found if MARK in body]
    assert quoted
    assert max(map(len, quoted)) < 1_000
