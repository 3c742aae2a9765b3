"""How much outsourcing does Chongqing do, and how fast does it grow?"""

from __future__ import annotations

from lib.facts.fact import Fact
from lib.facts.headline import headline
from lib.facts.outsourcing import EXECUTED, annual, growth_on_base
from lib.facts.record import Record
from lib.words.answers.shared import executed_statement
from lib.words.speak import Words
from lib.words.telling import Clause, Statement, Teller


def answer(record: Record, words: Words) -> str:
    """What can be read out in a meeting? The newest period, its growth and base, the last whole year."""
    teller = Teller(record, words)
    executed = teller.ask(headline, record, EXECUTED)
    return teller.tell(told_on_base(teller, executed), _year(teller, executed))


def told_on_base(teller: Teller, executed: Fact | None) -> Statement | None:
    """How much was executed, how fast did it grow, and from which level a year earlier?"""
    said = executed_statement(teller, executed)
    base = base_clause(teller, executed) if executed else None
    return Statement((*said.clauses, base), said.period) if said and base else said


def base_clause(teller: Teller, executed: Fact) -> Clause | None:
    """From which level a year earlier did it grow? Worked out unless it is printed, and then said to be."""
    pair = growth_on_base(teller.record, executed)
    return teller.clause(
        "outsourcing.base_implied" if pair.base.is_derived else "outsourcing.base", base=pair.base
    )


def _year(teller: Teller, newest: Fact | None) -> Statement | None:
    """The last whole year, where it is not what was told already."""
    years = teller.ask(annual, teller.record, like=newest)
    if not years or (newest and newest.period == years[-1].level.period):
        return None
    level, printed = years[-1].level, years[-1].printed
    return teller.of(
        None,
        teller.clause("outsourcing.year", level=level),
        teller.clause("overview.growth", growth=printed),
    )
