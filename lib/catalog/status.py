"""The SDMX status of each observation, read from its kind, its notes and its basis."""

from __future__ import annotations

import pandas as pd

from lib.catalog.codes import CURRENCIES
from lib.facts.fact import (
    STATUS_BREAK,
    STATUS_ESTIMATE,
    STATUS_NORMAL,
    STATUS_PROVISIONAL,
    STATUS_TARGET,
)

_PRELIMINARY = r"(?i)\bpreliminary\b|\bprovisional\b|初步"
_SERIES = ["kind", "indicator", "ref_area", "counterpart", "category", "unit_group"]


def with_status(rows: pd.DataFrame, *, published: dict[str, str]) -> pd.DataFrame:
    """Which status does every observation have?

    Takes observations as text, `published` being the day (or "") of each source, and adds `obs_status`. The
    first that holds:

    - F: a target; an estimate of a period that was not over when its source was published, or whose day is
      not known ("estimate for 2025 made in 2021");
    - E: any other estimate;
    - P: the notes call the figure preliminary (初步);
    - B: the outcome is the first of its basis, and the series has an earlier outcome on another basis. A
      series is one indicator, area, counterpart and category, in either currency. Only a first figure is
      marked: the later ones of the same basis may be compared with it;
    - A: everything else.
    """
    day = rows["source_id"].map(published).fillna("")
    ahead = (day == "") | (rows["period_end"] > day)
    target, estimate = rows["kind"] == "target", rows["kind"] == "estimate"
    preliminary = (rows["note_en"] + " " + rows["note_zh"]).str.contains(_PRELIMINARY)

    status = pd.Series(STATUS_NORMAL, index=rows.index)
    status[_breaks(rows)] = STATUS_BREAK
    status[preliminary] = STATUS_PROVISIONAL
    status[estimate] = STATUS_ESTIMATE
    status[target | (estimate & ahead)] = STATUS_TARGET
    return rows.assign(obs_status=status)


def _breaks(rows: pd.DataFrame) -> pd.Series[bool]:
    unit_group = rows["unit"].where(~rows["unit"].isin(CURRENCIES), "amount")
    ends = rows["period_end"]  # ISO days sort as text
    begun, first = (
        rows.assign(unit_group=unit_group).groupby(group, sort=False)["period_end"].transform("min")
        for group in (_SERIES, [*_SERIES, "basis"])
    )
    return (rows["kind"] == "outcome") & (ends == first) & (ends > begun)
