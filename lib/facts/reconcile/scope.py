"""Which figures may be judged against each other: those of one statistical scope."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lib.facts.fact import Fact

# A grouping of the items of another series is counted in that series: a share of it can be judged.
GROUPING_OF = {
    "knowledge_intensive_mofcom": "bop_mofcom",
    "knowledge_intensive_mofcom_2026": "bop_mofcom_2026",
    "digitally_deliverable_mofcom": "bop_mofcom_usd",
}


def printed_inputs(fact: Fact) -> Iterator[Fact]:
    """On which printed figures does a figure rest, through every step? Itself, if it is printed."""
    if fact.derivation is None:
        yield fact
        return
    for given in fact.derivation.facts():
        yield from printed_inputs(given)


def scopes_of(facts: Iterable[Fact]) -> frozenset[str]:
    """In which scopes are figures counted, a grouping in that of the series that it groups?"""
    bases = {found.basis for fact in facts for found in printed_inputs(fact)}
    return frozenset(GROUPING_OF.get(basis, basis) for basis in bases if basis)


def one_scope(*facts: Fact) -> bool:
    """Are figures counted in one scope, so that they can be judged against each other?"""
    return len(scopes_of(facts)) < 2
