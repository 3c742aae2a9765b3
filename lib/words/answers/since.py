"""What has been published since the headline figures, and what was looked for and not found: calmly, in a few words."""

from __future__ import annotations

from lib.facts.fact import Fact
from lib.facts.national import to_digits
from lib.facts.record import Record
from lib.facts.since import Since, since
from lib.words.scales import NATIONAL
from lib.words.speak import Words
from lib.words.telling import Clause, Statement, Teller

PAGES = ("overview", "trade_volume")
"""Where a reader asks first what has become of the figures since."""


def beside_answer(page: str, record: Record, words: Words) -> str:
    """What is said under the answer of a page? Blank on pages that do not ask, and where nothing is missing."""
    return said_since(record, words) if page in PAGES else ""


def said_since(record: Record, words: Words) -> str:
    """What has to be said beside figures that are years old? Blank where nothing is missing by now."""
    teller = Teller(record, words)
    known = teller.ask(since, record)
    if known is None or known.is_current:
        return ""
    return teller.sentences(_published(teller, known), *_unseen(teller, known), _searched(teller, known))


def _published(teller: Teller, known: Since) -> Statement | None:
    """The nation's newest year and the plan that runs, as far as there are such."""
    words = teller.words
    nation = _nation(words, known.nation)
    growth = teller.clause("overview.growth", growth=known.growth)
    plan = teller.clause("since.plan", plan=known.plan)
    told = words.comma(clause.text for clause in (nation, growth) if nation and clause)
    texts = [text for text in (told, plan.text if plan else "") if text]
    facts = tuple(fact for clause in (nation, growth, plan) if clause for fact in clause.facts)
    if not texts:
        return None
    return Statement((Clause(words("since.published", texts=words.join(texts)), facts),))


def _nation(words: Words, nation: Fact | None) -> Clause | None:
    if nation is None:
        return None
    level = words.said(to_digits(nation, NATIONAL[words.lang]), NATIONAL[words.lang])
    return Clause(words("since.nation", period=nation.period, level=level), (nation,))


def _unseen(teller: Teller, known: Since) -> tuple[Statement | None, ...]:
    """Which figures of Chongqing were not found, and what follows for its goals?"""
    words = teller.words
    totals = words.list([words("since.years", period=period) for period in known.unseen_years])
    parts = [words("since.totals", years=totals)] if totals else []
    if known.executed_until:
        parts.append(words("since.executed", month=words.last_month(known.executed_until)))
    goals = [teller.clause(f"since.goal.{goal.kind}", goal=goal) for goal in known.open_goals[-1:]]
    head = teller.clause("since.unseen", parts=words.list(parts)) if parts else None
    clauses = tuple(clause for clause in (head, *goals) if clause)
    return (Statement(clauses),) if clauses else ()


def _searched(teller: Teller, known: Since) -> Statement | None:
    return teller.of(None, teller.clause("since.searched", day=known.searched))
