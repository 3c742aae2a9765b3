"""Picking one finding among many."""

from __future__ import annotations

from lib.facts.reconcile.finding import Finding


def only(findings: tuple[Finding, ...], check: str, *codes: str) -> Finding:
    """Which finding of a check compares all of these observations? There must be one."""
    found = [one for one in findings if one.check == check and set(codes) <= set(one.observations)]
    assert len(found) == 1, f"{len(found)} findings of {check} with {codes}"
    return found[0]
