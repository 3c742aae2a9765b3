"""Every calculation that a page shows, written a second time: by hand, in rational numbers, with its formula.

The first element of each entry is the formula that a reader must be shown, the second the calculation on
plain numbers. Bounds follow from it: each calculation only rises or only falls with each of its inputs, so its
ends lie at the ends of the inputs. The three whose bounds are another matter have a function of their own below.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from itertools import product

from tests.audit.published import ENDLESS, Reach, bases_by_focus

Number = Fraction | float  # a float only for what has no end, or no answer, such as ∞ − ∞, which is left out
ROOTS = ("compound_growth_pct", "required_growth_pct")
"""What is no rational number: worked out here to 40 digits."""


def power(base: Number, exponent: Number) -> Number:
    if not base > 0:
        return math.nan
    if isinstance(base, float) or isinstance(exponent, float) or exponent.denominator == 1:
        return base**exponent
    with localcontext(Context(prec=40)):
        size, degree = (Decimal(x.numerator) / x.denominator for x in (base, exponent))
        return Fraction((degree * size.ln()).exp())


HAND: Mapping[str, tuple[str, Callable[..., Number]]] = {
    "growth_pct": (
        "({current} ÷ {base} − 1) × 100",
        lambda current, base: (current / base - 1) * 100,
    ),
    "index_of_first": (
        "{current} ÷ {first} × 100",
        lambda current, first: current / first * 100,
    ),
    "absolute_change": ("{current} − {base}", lambda current, base: current - base),
    "implied_base": (
        "{current} ÷ (1 + {growth_pct} ÷ 100)",
        lambda current, growth_pct: current / (1 + growth_pct / 100),
    ),
    "growth_gap_points": ("{own_pct} − {other_pct}", lambda own_pct, other_pct: own_pct - other_pct),
    "rate_behind_gap": ("{own_pct} − {gap_points}", lambda own_pct, gap_points: own_pct - gap_points),
    "compound_growth_pct": (
        "(({end} ÷ {start})^(1 ÷ {years}) − 1) × 100",
        lambda start, end, years: (power(end / start, 1 / years) - 1) * 100,
    ),
    "required_growth_pct": (
        "(({target} ÷ {start})^(1 ÷ {years}) − 1) × 100",
        lambda start, target, years: (power(target / start, 1 / years) - 1) * 100,
    ),
    "projected_level": (
        "{start} × (1 + {growth_pct} ÷ 100)^{years}",
        lambda start, growth_pct, years: start * power(1 + growth_pct / 100, years),
    ),
    "gap_to_target": ("{target} − {current}", lambda current, target: target - current),
    "years_needed": ("{total} ÷ {per_year}", lambda total, per_year: total / per_year),
    "share_pct": ("{part} ÷ {whole} × 100", lambda part, whole: part / whole * 100),
    "value_per_unit": ("{amount} ÷ {count}", lambda amount, count: amount / count),
    "cny_from_usd": (
        "{amount_usd} × {cny_per_usd}",
        lambda amount_usd, cny_per_usd: amount_usd * cny_per_usd,
    ),
    "usd_from_cny": (
        "{amount_cny} ÷ {cny_per_usd}",
        lambda amount_cny, cny_per_usd: amount_cny / cny_per_usd,
    ),
    "rate_between": ("{amount_cny} ÷ {amount_usd}", lambda amount_cny, amount_usd: amount_cny / amount_usd),
    "lead": ("{own} − {other}", lambda own, other: own - other),
    "remainder": ("{longer} − {shorter}", lambda longer, shorter: longer - shorter),
    "rest_of_whole": ("{whole} − {part}", lambda whole, part: whole - part),
    "sum_of_types": ("{kpo} + {ito} + {bpo}", lambda kpo, ito, bpo: kpo + ito + bpo),
    "sum_of_sides": ("{exports} + {imports}", lambda exports, imports: exports + imports),
    "balance_of_sides": ("{exports} − {imports}", lambda exports, imports: exports - imports),
    "deficit_of_sides": ("{imports} − {exports}", lambda imports, exports: imports - exports),
    "running_sum": ("{running} + {following}", lambda running, following: running + following),
    "multiple": ("{end} ÷ {start}", lambda end, start: end / start),
}


def corners(calculation: Callable[..., Number], inputs: Mapping[str, Reach]) -> Reach:
    """What does a calculation give, and between which ends, worked out at every end of its inputs?"""
    value = calculation(**{name: given.value for name, given in inputs.items()})
    ends = [
        calculation(**dict(zip(inputs, ends, strict=True)))
        for ends in product(*((given.lower, given.upper) for given in inputs.values()))
    ]
    known = [end for end in ends if not math.isnan(end)]
    return Reach(value, min(known), max(known))


def at_least(*, part: Reach) -> Reach:
    """What can a whole be when one part of it is known?"""
    return Reach(part.value, part.lower, ENDLESS)


def place_among_cities(*, own: Reach, **others: Reach) -> Reach:
    """Which place, and which does rounding leave? Where ends only touch, the upper one is ahead."""
    ahead = [other.value > own.value for other in others.values()]
    perhaps = [other.upper > own.lower for other in others.values()]
    surely = [other.upper > own.lower and other.lower >= own.upper for other in others.values()]
    return Reach(*(Fraction(1 + sum(found)) for found in (ahead, surely, perhaps)))


def count_in_list(focus: str) -> Reach:
    """How many of the named bases train this?"""
    count = Fraction(bases_by_focus()[focus])
    return Reach(count, count, count)


OTHERS: Mapping[str, str] = {
    "at_least": "≥ {part}",
    "count_in_list": "{named} / {bases}",
}
