"""Parts and wholes, sides and balances, under the names that a reader sees in their formulas."""

from __future__ import annotations

import math

from lib.calc.formula import formula
from lib.calc.interval import Interval
from lib.calc.quantity import Quantity, known, positive


@formula("{exports} + {imports}")
def sum_of_sides(*, exports: Quantity | float | None, imports: Quantity | float | None) -> Quantity:
    """What do exports and imports add up to? Missing if either is.

    >>> round(sum_of_sides(exports=1.54, imports=3.16), 2)
    4.7
    """
    return known(exports) + known(imports)


@formula("{kpo} + {ito} + {bpo}")
def sum_of_types(
    *, kpo: Quantity | float | None, ito: Quantity | float | None, bpo: Quantity | float | None
) -> Quantity:
    """What do the three types of outsourcing add up to? Missing if any of them is.

    >>> round(sum_of_types(kpo=18.2, ito=2.4, bpo=2.24), 2)
    22.84
    """
    return known(kpo) + known(ito) + known(bpo)


@formula("{exports} − {imports}")
def balance_of_sides(*, exports: Quantity | float | None, imports: Quantity | float | None) -> Quantity:
    """What is the balance? Negative: a deficit. Missing if either is.

    >>> round(balance_of_sides(exports=1.54, imports=3.16), 2)
    -1.62
    """
    return known(exports) - known(imports)


@formula("{imports} − {exports}")
def deficit_of_sides(*, imports: Quantity | float | None, exports: Quantity | float | None) -> Quantity:
    """What is the deficit? Negative: a surplus. Missing if either is.

    >>> round(deficit_of_sides(imports=3.16, exports=1.54), 2)
    1.62
    """
    return known(imports) - known(exports)


@formula("≥ {part}")
def at_least(*, part: Interval | float | None) -> Interval | float:
    """What can a whole be when one part of it is known? The part or more.

    >>> at_least(part=Interval(5.15, 5.25))
    Interval(lower=5.15, upper=inf)
    """
    if isinstance(part, Interval):
        return part + Interval(0, math.inf)
    return float(known(part))


@formula("{running} + {following}")
def running_sum(*, running: Quantity | float | None, following: Quantity | float | None) -> Quantity:
    """What do the years so far and the next one add up to? Missing if either is.

    >>> round(running_sum(running=42.1, following=22.8), 1)
    64.9
    """
    return known(running) + known(following)


@formula("{end} ÷ {start}")
def multiple(*, end: Quantity | float | None, start: Quantity | float | None) -> Quantity:
    """How many times the first level is the last one? Missing if the first is zero or negative.

    >>> multiple(end=22.8, start=1.2)
    19.0
    """
    return known(end) / positive(start)


@formula("{own_pct} − {gap_points}")
def rate_behind_gap(*, own_pct: Quantity | float | None, gap_points: Quantity | float | None) -> Quantity:
    """Which rate does a stated lead over it imply? In percent; missing if either is.

    >>> round(rate_behind_gap(own_pct=44.89, gap_points=13.1), 2)
    31.79
    """
    return known(own_pct) - known(gap_points)


@formula("{amount_cny} ÷ {amount_usd}")
def rate_between(*, amount_cny: Quantity | float | None, amount_usd: Quantity | float | None) -> Quantity:
    """Which rate do yuan and dollars of one figure imply? Yuan per dollar; missing if either is.

    >>> round(rate_between(amount_cny=7302.0, amount_usd=1057.8), 3)
    6.903
    """
    return known(amount_cny) / positive(amount_usd)


@formula("{whole} − {part}")
def rest_of_whole(*, whole: Quantity | float | None, part: Quantity | float | None) -> Quantity:
    """What is left of a whole when one part is taken off? In the unit of both; missing if either is.

    >>> round(rest_of_whole(whole=103.2, part=22.8), 1)
    80.4
    """
    return known(whole) - known(part)
