"""Parts of a whole: shares, and where a share stands against a threshold."""

from __future__ import annotations

from typing import Literal, TypeAlias

from lib.calc.formula import formula
from lib.calc.interval import Interval, as_interval
from lib.calc.quantity import Quantity, known, positive

Standing: TypeAlias = Literal["above", "below", "cannot_be_told"]


@formula("{part} ÷ {whole} × 100")
def share_pct(*, part: Quantity | float | None, whole: Quantity | float | None) -> Quantity:
    """What percentage of the whole is the part?

    Both in one unit. Missing if either is, or if the whole is zero or negative. A negative part gives a
    negative share.

    >>> round(share_pct(part=22.13, whole=22.8), 2)
    97.06
    """
    return known(part) / positive(whole) * 100.0


@formula("{share} ⋛ {threshold}")
def against_threshold(*, share: Interval | float | None, threshold: float) -> Standing:
    """Is the share above or below the threshold, as far as its bounds tell?

    A number counts as exactly known. An end that touches the threshold counts as excluded: "over 50" is (50,
    100] and above 50, "nearly 50" is [45, 50) and below. A share of exactly the threshold is neither above
    nor below, and of a missing one or one with the threshold inside its bounds nothing can be told. Single
    shares only.

    >>> against_threshold(share=Interval(50, 100), threshold=50)
    'above'
    >>> against_threshold(share=Interval(49.5, 50.5), threshold=50)
    'cannot_be_told'
    """
    lower, upper = (as_interval(share) - threshold).exact_ends
    if lower >= 0 and upper > 0:
        return "above"
    if upper <= 0 and lower < 0:
        return "below"
    return "cannot_be_told"
