"""Places: who is ahead, and which places rounding leaves open."""

from __future__ import annotations

import numpy as np
import pandas as pd

from lib.calc.formula import formula
from lib.calc.interval import Interval
from lib.calc.quantity import known


@formula("1 + #(x > {values})")
def rank_among(values: pd.Series[float]) -> pd.Series[float]:
    """Which place does each figure take, the largest first?

    Ties share the best place and the next place is left out: 1, 2, 2, 4 (standard competition ranking). A
    missing figure has no place and takes none from others.

    >>> rank_among(pd.Series([22.8, 22.9, None, 22.8])).tolist()
    [2.0, 1.0, nan, 2.0]
    """
    return known(values).rank(method="min", ascending=False)


@formula("1 + #(x.lower ≥ {upper}) … 1 + #(x.upper > {lower})")
def rank_bounds(
    lower: pd.Series[float], upper: pd.Series[float]
) -> tuple[pd.Series[float], pd.Series[float]]:
    """Which is the best and which the worst place that each figure can take, given its bounds?

    Two columns of places, (best, worst), by the rule of `rank_among`. Where the ends of two bounds only
    touch, the upper one is ahead: rounding gives the value between 22.8 and 22.9 to one of them. A row with a
    missing end has no place and takes none from others.

    >>> best, worst = rank_bounds(pd.Series([22.85, 22.75, 22.0]), pd.Series([22.95, 22.85, 23.0]))
    >>> best.tolist(), worst.tolist()
    ([1.0, 2.0, 1.0], [2.0, 3.0, 3.0])
    """
    bounds = Interval(lower, upper)
    rows = pd.Series(bounds.lower)
    low, high = np.asarray(bounds.lower), np.asarray(bounds.upper)
    perhaps_ahead = high[None, :] > low[:, None]
    surely_ahead = perhaps_ahead & (low[None, :] >= high[:, None])
    np.fill_diagonal(perhaps_ahead, val=False)
    best = (1.0 + pd.Series(surely_ahead.sum(axis=1), index=rows.index)).where(rows.notna())
    worst = (1.0 + pd.Series(perhaps_ahead.sum(axis=1), index=rows.index)).where(rows.notna())
    return best, worst
