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
from tests.audit.browse import in_browser, read_all
from tests.audit.built import Text, Visit, build, pages_of_findings, visits
from tests.audit.marks import Ledger, recording


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
def built(lang: str, record: Record) -> Built:
    """Every page, and the page on reconciliation with every finding."""
    asked = (*visits(record, lang), *pages_of_findings(lang, len(findings_of(record))))
    with recording() as ledger:
        return Built(lang, ledger, build(asked, lang))


@pytest.fixture(scope="session")
def facts(built: Built) -> tuple[Fact, ...]:
    """Every figure that any page says, and every one that went into it, each once."""
    return tuple(dict.fromkeys(part for fact in built.ledger.facts() for part in _through(fact)))


@pytest.fixture(scope="session")
def screens(
    lang: str, record: Record, tmp_path_factory: pytest.TempPathFactory
) -> dict[Visit, dict[str, Any]]:
    """Pages as the browser shows them: the overview in either language, the others in one, which take turns.

    What is built is read in both (`built`); here it is seen that the browser shows what was built.
    """
    first, *others = visits(record, lang)
    asked = [first, *others[LANGUAGES.index(lang) :: 2]]
    return in_browser(
        tmp_path_factory.mktemp("audit"), lambda browser, server: read_all(browser, server, asked)
    )


def _through(fact: Fact) -> Iterator[Fact]:
    yield fact
    if fact.derivation:
        for part in fact.derivation.facts():
            yield from _through(part)
