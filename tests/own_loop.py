"""Asynchronous work in a test, in a thread of its own: the browser's tests keep a loop in the one that tests run in."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Result = TypeVar("Result")


def finish(work: Coroutine[Any, Any, Result]) -> Result:
    """What the coroutine returns; raises what it raises."""
    with ThreadPoolExecutor(1) as one:
        return one.submit(asyncio.run, work).result()
