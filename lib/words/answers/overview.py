"""How is Chongqing's trade in services doing?"""

from __future__ import annotations

from lib.facts.headline import headline
from lib.facts.record import Record
from lib.words.answers.shared import executed_statement, share_statement, total_statement
from lib.words.speak import Words
from lib.words.telling import Teller

INDICATORS = ("services_trade_total", "offshore_outsourcing_executed", "emerging_services_share")


def answer(record: Record, words: Words) -> str:
    """What can be read out in a meeting? Total and rank, outsourcing and growth, emerging sectors."""
    teller = Teller(record, words)
    total, executed, share = (teller.ask(headline, record, indicator) for indicator in INDICATORS)
    return teller.tell(
        total_statement(teller, total),
        executed_statement(teller, executed),
        share_statement(teller, share),
    )
