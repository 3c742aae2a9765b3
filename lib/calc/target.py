"""Goals: what they ask for, how far off they are, and where growth would lead."""

from __future__ import annotations

from lib.calc.formula import formula
from lib.calc.quantity import Quantity, known, positive, power, root


@formula("(({end} ÷ {start})^(1 ÷ {years}) − 1) × 100")
def compound_growth_pct(
    *, start: Quantity | float | None, end: Quantity | float | None, years: Quantity | float | None
) -> Quantity:
    """By how many percent a year did the figure grow on average, compounded, over these years?

    `start` and `end` in one unit. Missing if any input is, or if any is zero or negative. Compound annual
    growth rate, the geometric mean of the yearly factors (common definition).

    >>> round(compound_growth_pct(start=100.0, end=161.051, years=5.0), 6)
    10.0
    """
    return (root(positive(end) / positive(start), positive(years)) - 1.0) * 100.0


@formula("(({target} ÷ {start})^(1 ÷ {years}) − 1) × 100")
def required_growth_pct(
    *, start: Quantity | float | None, target: Quantity | float | None, years: Quantity | float | None
) -> Quantity:
    """By how many percent a year must the figure grow, compounded, to be at the target in these years?

    Negative if it is past the target. Missing as in `compound_growth_pct`, whose formula it shares.

    >>> round(required_growth_pct(start=67.53, target=100.0, years=5.0), 2)
    8.17
    """
    return compound_growth_pct(start=start, end=target, years=years)


@formula("{start} × (1 + {growth_pct} ÷ 100)^{years}")
def projected_level(
    *, start: Quantity | float | None, growth_pct: Quantity | float | None, years: Quantity | float | None
) -> Quantity:
    """Where would the figure be after these years, growing by the same percentage each year?

    In the unit of `start`. Missing if any input is, if the start is zero or negative, and for a fall of 100 %
    or more a year. Zero years give the start. A projection, not a forecast: compound interest (common
    definition).

    >>> round(projected_level(start=67.53, growth_pct=10.0, years=5.0), 2)
    108.76
    """
    return positive(start) * power(positive(known(growth_pct) / 100.0 + 1.0), known(years))


@formula("{target} − {current}")
def gap_to_target(*, current: Quantity | float | None, target: Quantity | float | None) -> Quantity:
    """How much is still to go, in the figure's own unit? Negative once past the target. Missing if either is.

    >>> round(gap_to_target(current=67.53, target=100.0), 2)
    32.47
    """
    return known(target) - known(current)


@formula("{total} ÷ {per_year}")
def years_needed(*, total: Quantity | float | None, per_year: Quantity | float | None) -> Quantity:
    """How many years does a total take at so many a year?

    Missing if either is, or if the yearly number is zero or negative: it would never end.

    >>> years_needed(total=3000.0, per_year=200.0)
    15.0
    """
    return known(total) / positive(per_year)
