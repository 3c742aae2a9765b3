"""Statements that more than one page makes of a headline figure, with what stands beside it."""

from __future__ import annotations

from lib.facts.fact import Fact
from lib.words.telling import Clause, Statement, Teller


def total_statement(teller: Teller, total: Fact | None, *, ranked: bool = True) -> Statement | None:
    """How large was services trade in its period, and which place did it take?"""
    if total is None:
        return None
    return teller.of(
        total.period,
        teller.clause("overview.total", total=total),
        teller.clause("overview.growth", growth=teller.record.growth(total)),
        rank_clause(teller, total) if ranked else None,
    )


def rank_clause(teller: Teller, total: Fact) -> Clause | None:
    """Which place in central and western China? That of another period with its period; none where none is known."""
    rank = teller.ask(teller.record.latest, "services_trade_rank", basis=total.basis, category="central_west")
    return teller.beside(total, rank, same="overview.rank", older="overview.rank_older")


def executed_statement(teller: Teller, executed: Fact | None) -> Statement | None:
    """How much offshore outsourcing was executed, and how fast did it grow?"""
    if executed is None:
        return None
    return teller.of(
        executed.period,
        teller.clause("overview.executed", executed=executed),
        teller.clause("overview.growth", growth=teller.record.growth(executed)),
    )


def share_statement(teller: Teller, share: Fact | None) -> Statement | None:
    """Which share of services trade had emerging sectors?"""
    if share is None:
        return None
    return teller.of(share.period, teller.clause("overview.share", share=share))
