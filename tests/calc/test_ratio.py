import math

import pandas as pd
import pytest

from lib.calc.interval import Interval
from lib.calc.ratio import value_per_unit


def test_trainees_for_each_of_nine_bases():
    # 1800 ÷ 9 = 200; "nearly 1,800" is [1750, 1800]: 1750 ÷ 9 = 194.44.
    assert value_per_unit(amount=1800.0, count=9) == 200
    assert value_per_unit(amount=Interval(1750, 1800), count=9).ends == pytest.approx(
        (194.444, 200), abs=0.001
    )


@pytest.mark.parametrize("count", [0, -9, None, math.nan])
def test_no_units_no_average(count):
    assert math.isnan(value_per_unit(amount=1800.0, count=count))
    assert value_per_unit(amount=Interval.point(1800), count=count).is_missing
    assert value_per_unit(amount=pd.Series([1800.0]), count=count).isna().all()
