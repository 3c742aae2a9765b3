"""One rule for a number and for a column of numbers.

Every calculation is written once, over numpy arrays, and answers in the shape it was asked in.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TypeAlias, cast

import numpy as np
import numpy.typing as npt
import pandas as pd

Figures: TypeAlias = "float | pd.Series[float]"
Array: TypeAlias = npt.NDArray[np.float64]


def elementwise(rule: Callable[..., tuple[Array, ...]], *values: Figures | None) -> tuple[Figures, ...]:
    """What does the rule give for these numbers, or for each row of these columns?

    Numbers stand beside columns as if repeated in each row. Columns are matched by their index, as pandas
    does: a row that only one of them has is missing from the other. None and every mark of pandas for missing
    become nan. The rule decides by itself what nan, infinity and zero mean; numpy's warnings about them are
    off.

    >>> elementwise(lambda a, b: (a + b,), 1.5, None)
    (nan,)
    >>> elementwise(lambda a, b: (a + b,), pd.Series([1.0, 2.0]), 0.5)[0].tolist()
    [1.5, 2.5]
    """
    columns = [value for value in values if isinstance(value, pd.Series)]
    if not columns:
        with np.errstate(all="ignore"):
            return tuple(float(result) for result in rule(*map(_number, values)))
    index = columns[0].index
    for column in columns[1:]:
        index = index.union(column.index)
    with np.errstate(all="ignore"):
        results = rule(*(_rows(value, index) for value in values))
    return tuple(pd.Series(np.array(result), index=index) for result in results)


def number(value: object) -> float:
    """Which double is this? nan for None and pandas' NA; TypeError for what is no number.

    >>> number(9), number(None)
    (9.0, nan)
    """
    if value is None or value is pd.NA:
        return math.nan
    if isinstance(value, (int, float, np.number)):
        return float(value)
    raise TypeError(
        f"cannot calculate with {value!r} ({type(value).__name__}). "
        "Allowed: a number, a pandas Series of numbers, an Interval, or None for missing"
    )


def _number(value: object) -> Array:
    return np.array(number(value))


def _rows(value: Figures | None, index: pd.Index) -> Array:
    if isinstance(value, pd.Series):
        return cast("Array", value.reindex(index).to_numpy(dtype=np.float64, na_value=np.nan))
    return np.broadcast_to(_number(value), len(index))
