"""How large is Chongqing's trade in services, and how far is it from its goal?"""

from __future__ import annotations

from lib.facts.fact import Fact
from lib.facts.headline import headline
from lib.facts.record import Record
from lib.facts.series import once_a_period, whole_years
from lib.words.answers.goal import goal_statements
from lib.words.answers.shared import total_statement
from lib.words.speak import Words
from lib.words.telling import Statement, Teller

TOTAL = "services_trade_total"


def answer(record: Record, words: Words) -> str:
    """What can be read out in a meeting? The total, the last whole year beside a part of one, and the goal."""
    teller = Teller(record, words)
    total = teller.ask(headline, record, TOTAL)
    year = _year(teller, total)
    return teller.tell(total_statement(teller, total, ranked=year is None), year, *goal_statements(teller))


def _year(teller: Teller, total: Fact | None) -> Statement | None:
    """The last whole year, where the newest figure is of a part of one."""
    if total is None or total.period.is_year:
        return None
    series = once_a_period(teller.record, TOTAL, basis=total.basis, unit=total.unit)
    years = teller.ask(whole_years, series)
    return total_statement(teller, years[-1]) if years else None
