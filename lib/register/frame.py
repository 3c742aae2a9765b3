"""Rows as every engine has them."""

from __future__ import annotations

from typing import Any, TypeAlias

import narwhals as nw

Frame: TypeAlias = nw.LazyFrame[Any]
