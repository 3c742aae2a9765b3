"""The statistical scopes of a contract register that is rolled up here."""

from __future__ import annotations

from collections.abc import Iterable

from lib.facts.fact import Fact

REGISTER_BASES = ("contract_register", "synthetic_contract_register")
"""Growth in a register is worked out from its own levels; no source prints it."""


def published(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Which of some figures are not of a register?"""
    return tuple(fact for fact in facts if fact.basis not in REGISTER_BASES)
