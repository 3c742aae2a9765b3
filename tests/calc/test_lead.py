import math

import pandas as pd
import pytest

from lib.calc.interval import Interval
from lib.calc.lead import lead


def test_chongqing_was_a_tenth_behind_chengdu_in_2020():
    assert lead(own=22.8, other=22.9) == pytest.approx(-0.1)


def test_rounding_leaves_open_whether_they_were_level():
    # 22.75 − 22.95 = −0.2; 22.85 − 22.85 = 0
    gap = lead(own=Interval(22.75, 22.85), other=Interval(22.85, 22.95))
    assert gap.ends == (pytest.approx(-0.2), pytest.approx(0.0, abs=1e-12))


def test_a_missing_figure_gives_no_lead():
    assert math.isnan(lead(own=None, other=22.9))
    assert list(lead(own=pd.Series([21.5, None]), other=19.9).isna()) == [False, True]
