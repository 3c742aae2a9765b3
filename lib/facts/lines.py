"""A frame row by row, for who reads all of it."""

from __future__ import annotations

import pandas as pd

from lib.facts.observation import Row


def lines_of(frame: pd.DataFrame) -> list[Row]:
    """Which rows has a frame, each as its cells by column? Column by column, in a fifth of the time of `to_dict`.

    >>> lines_of(pd.DataFrame({"area": ["CN-CQ", "CN"], "value": [1.21, 1.5]}))
    [{'area': 'CN-CQ', 'value': 1.21}, {'area': 'CN', 'value': 1.5}]
    """
    names = [str(column) for column in frame.columns]
    columns = (frame[column].to_numpy(dtype=object).tolist() for column in frame.columns)
    return [dict(zip(names, cells, strict=True)) for cells in zip(*columns, strict=True)]
