"""What other rows would bring up: checks that the published record gives nothing to, and new releases."""

from __future__ import annotations

from collections.abc import Callable
from cProfile import Profile
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from lib.facts import reconcile
from lib.facts.errors import DatasetUnavailable
from lib.facts.reconcile import NAMES, errors_of, findings_of, new_findings
from lib.facts.reconcile.finding import Finding
from lib.facts.reconcile.ledger import Ledger
from lib.facts.reconcile.verdict import CONTRADICTS, HOLDS, VERDICTS
from lib.facts.record import DATASETS, Record
from tests.facts.reconcile.found import only

WithRow = Callable[..., Record]
EXECUTED = "cn-cq.offshore_outsourcing_executed.total"


def test_a_later_cumulative_figure_below_an_earlier_one_contradicts(with_row: WithRow) -> None:
    changed = with_row(
        f"{EXECUTED}.2021-01_2021-08",
        period_end=date(2021, 9, 30), value=1.19, lower=1.185, upper=1.195, growth=float("nan"),
    )  # fmt: skip
    # 11.95 at most by September is below 12.05 at least by August.
    found = only(findings_of(changed), "cumulative", "made-up", f"{EXECUTED}.2021-01_2021-08")
    assert found.verdict == CONTRADICTS


def test_a_multiple_is_judged_once_its_base_is_printed(with_row: WithRow) -> None:
    level = {"period_start": date(2010, 1, 1), "period_end": date(2010, 12, 31), "decimals": 2}
    fits = with_row(f"{EXECUTED}.2019-01_2019-12", value=1.05, lower=1.045, upper=1.055, **level)
    differs = with_row(f"{EXECUTED}.2019-01_2019-12", value=1.20, lower=1.195, upper=1.205, **level)
    # 22.8 ÷ 1.05 = 21.71 beside 21.7; 22.8 ÷ 1.2 = 19.0
    found = only(findings_of(fits), "multiple", "made-up")
    assert found.implied.value == pytest.approx(21.714, abs=1e-3)
    assert found.verdict == HOLDS
    assert only(findings_of(differs), "multiple", "made-up").verdict == CONTRADICTS


def test_a_part_above_its_whole_contradicts(with_row: WithRow) -> None:
    changed = with_row(
        "cn-cq.offshore_outsourcing_executed.kpo.2021-01_2021-06",
        category="ito", value=5.4, lower=5.35, upper=5.45,
    )  # fmt: skip
    # 5.35 at least is above the 5.25 that the total of 5.2 can be at most.
    found = only(findings_of(changed), "within", "made-up", f"{EXECUTED}.2021-01_2021-06")
    assert found.verdict == CONTRADICTS


def test_a_new_release_brings_up_only_what_it_is_part_of(record: Record, with_row: WithRow) -> None:
    changed = with_row(f"{EXECUTED}.2020-01_2020-12.cqcom-2021-09-09", value=23.4, lower=23.35, upper=23.45)
    found = new_findings(record, changed)
    assert found
    assert all("made-up" in one.observations for one in found)
    assert only(found, "repeated", "made-up").verdict == CONTRADICTS  # 23.35 against 22.85
    assert new_findings(record, record) == ()


def test_findings_come_in_order_once_each_and_under_their_own_code(record: Record) -> None:
    found = findings_of(record)
    assert len({one.code for one in found}) == len(found)
    own = [one.area == "CN-CQ" for one in found]
    assert own == sorted(own, reverse=True)
    of_own = [VERDICTS.index(one.verdict) for one in found if one.area == "CN-CQ"]
    assert of_own == sorted(of_own)
    assert {one.check for one in found} <= set(NAMES)
    assert findings_of(record) is found


def test_a_dataset_that_cannot_be_read_leaves_the_others(record: Record) -> None:
    frames = {name: frame for name, frame in record.frames.items() if name != "outsourcing"}
    fault = DatasetUnavailable(file="outsourcing.parquet", problem="missing")
    found = findings_of(replace(record, frames=frames, faults={"outsourcing": fault}))
    assert only(found, "goal", "cn-cq.services_trade_total.total.2025-01_2025-12.estimate")
    assert not [one for one in found if one.check in ("rank", "gap")]


def test_a_check_that_cannot_be_made_takes_no_other_with_it(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Ledger) -> tuple[Finding, ...]:
        raise ZeroDivisionError("made up")

    monkeypatch.setattr(reconcile, "CHECKS", (broken, *reconcile.CHECKS))
    fresh = replace(record)
    assert findings_of(fresh) == findings_of(record)
    assert [str(error) for error in errors_of(fresh)] == ["made up"]
    assert errors_of(record) == ()


def test_twice_the_record_takes_about_twice_the_work(record: Record) -> None:
    def again(frame: pd.DataFrame) -> pd.DataFrame:
        other = frame.assign(ref_area="X" + frame["ref_area"], observation_id="x" + frame["observation_id"])
        return pd.concat([frame, other], ignore_index=True)

    doubled = {name: again(record.frames[name]) for name in DATASETS}

    def calls(frames: dict[str, pd.DataFrame]) -> int:
        counted = Profile()
        counted.runcall(findings_of, replace(record, frames=dict(record.frames) | frames))
        return sum(entry.callcount for entry in counted.getstats())

    assert calls(doubled) < 2.2 * calls({})  # comparing each with all others would be four times
