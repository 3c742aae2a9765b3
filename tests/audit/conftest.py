"""What the audit works on, once for each language: the pages as built, and as the browser shows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from lib.facts.fact import Fact
from lib.facts.reconcile import findings_of
from lib.facts.record import Record
from lib.words.messages import LANGUAGES
from tests.audit.browse import Look, looking, read_all
from tests.audit.built import Text, Visit, build, pages_of_findings, visits
from tests.audit.marks import Ledger, recording
from tests.browser.server import Server


@dataclass(frozen=True)
class Built:
    """Pages as they were built, and what was said on the way."""

    lang: str
    ledger: Ledger
    pages: dict[Visit, tuple[Text, ...]]


@pytest.fixture(scope="session", params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> str:
    """Each language in turn."""
    return str(request.param)


@pytest.fixture(scope="session")
def built(lang: str, shipped: Record) -> Built:
    """Every page, and the page on reconciliation with every finding."""
    asked = (*visits(shipped, lang), *pages_of_findings(lang, len(findings_of(shipped))))
    with recording() as ledger:
        return Built(lang, ledger, build(asked, lang))


@pytest.fixture(scope="session")
def facts(built: Built) -> tuple[Fact, ...]:
    """Every figure that any page says, and every one that went into it, each once."""
    return tuple(dict.fromkeys(part for fact in built.ledger.facts() for part in _through(fact)))


@pytest.fixture(scope="session")
def look(server: Server) -> Iterator[Look]:
    """The browser that the audit looks at pages with."""
    with looking(server) as found:
        yield found


@pytest.fixture(scope="session")
def looked_at(lang: str, shipped: Record) -> tuple[Visit, ...]:
    """The pages that the browser shows: the overview in either language, the others in one, which take turns.

    What is built is read in both (`built`); here it is seen that the browser shows what was built.
    """
    first, *others = visits(shipped, lang)
    return (first, *others[LANGUAGES.index(lang) :: 2])


@pytest.fixture(scope="session")
def screens(look: Look, looked_at: tuple[Visit, ...]) -> dict[Visit, dict[str, Any]]:
    """Those pages as the browser shows them."""
    found: dict[Visit, dict[str, Any]] = look(lambda browser, server: read_all(browser, server, looked_at))
    return found


@pytest.fixture(scope="session")
def behind(lang: str, looked_at: tuple[Visit, ...]) -> dict[Visit, tuple[Text, ...]]:
    """Those pages as they were built: the pages of the findings, most of all that `built` makes, are not among them."""
    with recording():
        return build(looked_at, lang)


def _through(fact: Fact) -> Iterator[Fact]:
    yield fact
    if fact.derivation:
        for part in fact.derivation.facts():
            yield from _through(part)
