import math

import numpy as np
import pandas as pd
import pytest

from lib.calc.columns import elementwise


def _sum(a, b):
    return (a + b,)


@pytest.mark.parametrize("mark", [None, math.nan, pd.NA, np.nan])
def test_every_mark_of_missing_becomes_nan(mark):
    assert math.isnan(elementwise(_sum, 1.0, mark)[0])


@pytest.mark.parametrize("dtype", ["Int64", "Float64", object])
def test_missing_in_a_nullable_column_stays_missing(dtype):
    column = pd.Series([1, pd.NA], dtype=dtype)

    (result,) = elementwise(_sum, column, 0.5)

    assert result[0] == 1.5
    assert math.isnan(result[1])


def test_numbers_answer_as_plain_floats():
    assert type(elementwise(_sum, np.float64(1), 2)[0]) is float


def test_whole_numbers_calculate_as_any_others():
    # 2⁻¹ = 0.5, which numpy refuses to work out for integers.
    assert elementwise(lambda base, exponent: (np.power(base, exponent),), 2, -1)[0] == 0.5


def test_rows_of_one_name_stay_in_their_place():
    # 1 + 10 = 11 and 2 + 20 = 22.
    twice = pd.Index(["ito", "ito"])

    (result,) = elementwise(_sum, pd.Series([1.0, 2.0], index=twice), pd.Series([10.0, 20.0], index=twice))

    assert result.tolist() == [11, 22]


def test_columns_match_by_index_and_not_by_place():
    first = pd.Series([1.0, 2.0], index=["ito", "bpo"])
    second = pd.Series([10.0, 20.0, 30.0], index=["bpo", "ito", "kpo"])

    (result,) = elementwise(_sum, first, second)

    assert result["ito"] == 21
    assert result["bpo"] == 12
    assert math.isnan(result["kpo"])


@pytest.mark.parametrize("text", ["1.5", "nearly 2", "—"])
def test_text_is_refused_and_told_what_is_allowed(text):
    with pytest.raises(TypeError, match="Allowed: a number, a pandas Series"):
        elementwise(_sum, 1.0, text)
