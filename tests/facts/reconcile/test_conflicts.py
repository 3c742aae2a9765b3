"""Every known conflict of the record is found by a comparison, or said why it cannot be."""

from __future__ import annotations

from lib.facts.reconcile.conflicts import covered, not_computable
from lib.facts.reconcile.finding import Finding
from lib.facts.reconcile.verdict import CONTRADICTS, ROUNDING, SCOPE
from lib.facts.record import Record


def test_each_conflict_is_found_or_cannot_be_computed_and_never_both(
    record: Record, findings: tuple[Finding, ...]
) -> None:
    found = {code for code, shown in covered(record, findings).items() if shown}
    cannot = {entry.conflict_id for entry in not_computable(record)}
    listed = set(record.frame("conflicts")["conflict_id"])
    assert found | cannot == listed
    assert not found & cannot


def test_what_cannot_be_computed_is_named_with_its_reason(record: Record) -> None:
    reasons = {entry.conflict_id: entry.reason for entry in not_computable(record)}
    assert reasons == {
        "cn-exchange-rate-series": "other_series",
        "cn-ki-2021-07-level": "left_out",
        "cn-offshore-2011-growth": "left_out",
        "cn-outsourcing-2015-onshore": "left_out",
        "cn-services-2010-label": "label",
        "cn-services-2019-total": "left_out",
        "cn-services-2020-exports": "left_out",
        "cn-services-2022h1-dollars": "left_out",
        "cn-services-2023-dollars": "not_kept",
        "cn-services-2023h1-label": "label",
        "cq-growth-2019": "no_level",
        "cq-table-title": "label",
        "cq-tourism-1998-columns": "layout",
        "cq-tourism-2011-label": "label",
        "cq-yongchuan-jobs": "part_of_other",
    }


def test_conflicts_are_shown_by_the_comparison_that_they_speak_of(
    record: Record, findings: tuple[Finding, ...]
) -> None:
    shown = {
        code: {(found.check, found.verdict) for found in some}
        for code, some in covered(record, findings).items()
    }
    assert ("goal", CONTRADICTS) in shown["cq-goal-2025"]
    assert shown["cq-offshore-rank-2020"] == {("rank", CONTRADICTS)}
    assert shown["cq-offshore-growth-2020"] == {("growth", ROUNDING)}
    assert shown["cq-offshore-2021-pace"] == {("pace", SCOPE)}
    assert shown["cq-liangjiang-scale"] == {("scope", SCOPE)}
    assert {("gap", CONTRADICTS), ("gap", SCOPE)} <= shown["cq-growth-gap-2021h1"]
    assert shown["cn-services-2010-scope"] == {("currency", SCOPE)}
    assert shown["wld-services-2023"] == {("repeated", SCOPE), ("growth_again", SCOPE)}
