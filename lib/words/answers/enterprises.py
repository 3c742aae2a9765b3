"""How many service-trade enterprises does Chongqing have?"""

from __future__ import annotations

from lib.facts.enterprises import enterprise_count
from lib.facts.record import Record
from lib.facts.statements import statement
from lib.words.speak import Words
from lib.words.telling import Clause, Statement, Teller


def answer(record: Record, words: Words) -> str:
    """How many enterprises trade in services, and who has settled? It says that cities define them differently."""
    teller = Teller(record, words)
    count = teller.ask(enterprise_count, record)
    said = teller.of(count.period, teller.clause("enterprises.count", count=count)) if count else None
    beside = (settled(teller), teller.of(None, teller.clause("enterprises.differ"))) if said else ()
    return teller.tell(said, *beside)


def settled(teller: Teller) -> Statement | None:
    """Which large companies have settled, as a source states for its own period?"""
    found = teller.ask(statement, teller.record, "internet-companies")
    return Statement((Clause(found.texts[teller.words.lang]),), found.period) if found else None
