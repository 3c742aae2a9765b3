"""What the property tests draw: figures, intervals, and points inside intervals."""

from fractions import Fraction

from hypothesis import strategies as st

from lib.calc.interval import Interval

# Magnitudes of the published record, from a share of a percent to a nation's trade in units.
positive_figures = st.floats(min_value=1e-3, max_value=1e9)
figures = st.one_of(st.just(0.0), positive_figures, positive_figures.map(lambda x: -x))
rates_pct = st.floats(min_value=-90, max_value=500)
steps = st.sampled_from([0.0, 0.25, 0.5, 1.0]) | st.floats(min_value=0, max_value=1)


@st.composite
def intervals(draw, ends=figures):
    lower, upper = sorted((draw(ends), draw(ends)))
    return Interval(lower, upper)


divisors = intervals(ends=positive_figures) | intervals(ends=positive_figures.map(lambda x: -x))


def inside(interval: Interval, step: float) -> Fraction:
    """The exact point that lies this far (0 to 1) between the ends."""
    lower, upper = interval.exact_ends
    return lower + (upper - lower) * Fraction(step)
